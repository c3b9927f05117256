// Findings on the terminal: colour only where a person looks, never more than asked for.

import ArgumentParser
import Glibc
import SelfEvaluation

enum FindingOutput {
  /// Prints the chosen findings to standard error, then who still has to hand in, then how many there were.
  static func print(_ outcome: Pipeline.Outcome, _ selection: FindingSelection) throws {
    try StandardError.write(text(outcome, selection, colour: isColourful))
  }

  /// The same as text.
  static func text(_ outcome: Pipeline.Outcome, _ selection: FindingSelection, colour: Bool = false) -> String
  {
    var text = ""
    for finding in selection.listed {
      text += FindingText.text(finding, outcome.submission.texts, colour: colour)
    }
    if selection.omitted > 0 { text += selection.remark + "\n" }
    text += FindingText.outstanding(outcome.outstanding)
    return text + FindingText.summary(outcome.findings) + "\n"
  }

  /// NO_COLOR is honoured, and a file or pipe gets no colour.
  private static var isColourful: Bool {
    unsafe isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil
  }
}
