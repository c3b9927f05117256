// What reading one cell's value yields: the value, and what has to be said about it.

/// Something to say about a value, before it is known where the cell stands.
struct Remark: Hashable, Sendable {
  let code: Code
  let message: String
  let remedy: String

  init(_ code: Code, _ message: String, remedy: String) {
    (self.code, self.message, self.remedy) = (code, message, remedy)
  }

  func finding(at origin: Origin, sheet: String?, indicator: String?) -> Finding {
    Finding(code, at: origin, sheet: sheet, indicator: indicator, message, remedy: remedy)
  }
}

/// A value and the remarks on it; no value means that at least one remark is an error.
struct ValueReading<Value: Sendable>: Sendable {
  let value: Value?
  let remarks: [Remark]

  init(_ value: Value, remarks: [Remark] = []) { (self.value, self.remarks) = (value, remarks) }
  init(fault: Remark) { (value, remarks) = (nil, [fault]) }
}
