// Findings on the terminal: colour only where a person looks, never more than asked for.

import ArgumentParser
import Glibc
import SelfEvaluation

enum FindingOutput {
  /// Prints findings of at least a level to standard error, then how many there were of each.
  static func print(_ outcome: Pipeline.Outcome, leastGrave: Severity, most: Int? = nil) throws {
    let colour = isColourful
    let listed = outcome.findings.filter { $0.severity <= leastGrave }
    // Errors are never what is cut.
    let order = listed.filter { $0.severity == .error } + listed.filter { $0.severity != .error }
    let shown = most.map { Set(order.prefix($0)) }
    var text = ""
    for finding in listed where shown?.contains(finding) ?? true {
      text += FindingText.text(finding, outcome.submission.texts, colour: colour)
    }
    if let shown, shown.count < listed.count { text += "（另有 \(listed.count - shown.count) 条未列出）\n" }
    text += FindingText.summary(outcome.findings) + "\n"
    try StandardError.write(text)
  }

  /// NO_COLOR is honoured, and a file or pipe gets no colour.
  private static var isColourful: Bool {
    unsafe isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil
  }
}
