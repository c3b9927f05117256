// Where libxml2's errors land: one sink per document and context, so that two tasks never see each other's faults.
// libxml2's global handler is never touched.

import CLibXML2

/// Gathers the errors of one context; C callbacks reach it through the context's user pointer.
final class FaultSink {
  private let kind: MarkupFault.Kind
  private let document: String
  private(set) var faults: [MarkupFault] = []

  init(_ kind: MarkupFault.Kind, document: String) {
    self.kind = kind
    self.document = document
  }

  /// The sink behind a user pointer. Its owner keeps it alive for as long as the context calls back.
  static func behind(_ pointer: UnsafeMutableRawPointer?) -> FaultSink? {
    pointer.map { Unmanaged<FaultSink>.fromOpaque($0).takeUnretainedValue() }
  }

  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// Takes what libxml2 reports, but for its warnings, which are advice to authors.
  func take(_ error: xmlError?) {
    guard let error, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    let message = error.message.map { String(cString: $0) } ?? "error \(error.code) of libxml2"
    add(message.trimmedEnd, line: max(Int(error.line), 0))
  }

  /// Adds a fault in our own words.
  func add(_ message: String, line: Int, kind: MarkupFault.Kind? = nil) {
    faults.append(MarkupFault(kind: kind ?? self.kind, message: message, line: line, document: document))
  }

  /// The first fault, which explains the rest; `fallback` where libxml2 failed without a word.
  func first(or fallback: String) -> MarkupFault {
    faults.first ?? MarkupFault(kind: kind, message: fallback, line: 0, document: document)
  }
}

extension String {
  /// Without the line end that closes each of libxml2's messages.
  fileprivate var trimmedEnd: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return self }
    return String(self[...last])
  }
}
