// What a worker tells about a unit when it is done.

/// A unit's line, and what the summary says about it.
struct UnitReport: Hashable {
  enum Outcome: UInt8 {
    case written
    /// Left as it was, under `--resume`.
    case kept
    /// No report: the data, the folder, the name or its output folder.
    case failed
    /// No report through a fault of our own.
    case fault
  }

  let outcome: Outcome
  /// The line of NDJSON with its line feed.
  let line: [UInt8]
  /// Why there is no report, and the first finding; empty where there is one.
  let reason: String
  /// What else is to be said, such as where an old folder was kept.
  let remarks: String

  init(_ outcome: Outcome, _ line: [UInt8], reason: String = "", remarks: String = "") {
    (self.outcome, self.line, self.reason, self.remarks) = (outcome, line, reason, remarks)
  }

  /// As a message of kind `done`.
  var message: Message {
    Message(.done, [outcome.rawValue], line, Array(reason.utf8), Array(remarks.utf8))
  }

  /// Nil for a message that is none.
  init?(_ message: Message) {
    guard message.parts.count == 4, let code = message.parts[0].first, let outcome = Outcome(rawValue: code)
    else { return nil }
    self.init(
      outcome, message.parts[1], reason: String(decoding: message.parts[2], as: UTF8.self),
      remarks: String(decoding: message.parts[3], as: UTF8.self))
  }
}
