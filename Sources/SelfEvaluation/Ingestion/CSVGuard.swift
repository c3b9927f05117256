// The sign before a cell that a spreadsheet would otherwise run as a formula: put on when writing, taken off when
// reading.

/// The guard `'` of CSV cells. For every text, `unguarded(guarded(text))` is the text again.
enum CSVGuard {
  /// The text with a `'` before it if it begins with `= + - @`, one of their full-width twins, TAB, CR, LF or a
  /// `'` of its own. Plain numbers such as `-5.2%` never get one.
  static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, isGuarded(first), !isPlainNumber(text) else { return text }
    return "'" + text
  }

  /// The text without its guard. A `'` before anything that needs none is the user's own and stays.
  static func unguarded(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'") else { return text }
    let scalars = text.unicodeScalars
    guard scalars.first == "'", let second = scalars.dropFirst().first, isGuarded(second) else { return text }
    return String(scalars.dropFirst())
  }

  /// An optional sign, digits, perhaps a fraction, perhaps `%` or `‰`: nothing a spreadsheet could run.
  static func isPlainNumber(_ text: String) -> Bool {
    var rest = Substring(text).unicodeScalars
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    guard dropDigits(&rest) else { return false }
    if rest.first == "." {
      rest.removeFirst()
      guard dropDigits(&rest) else { return false }
    }
    if rest.first == "%" || rest.first == "‰" { rest.removeFirst() }
    return rest.isEmpty
  }

  private static func isGuarded(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'": true
    default: false
    }
  }

  private static func dropDigits(_ rest: inout Substring.UnicodeScalarView) -> Bool {
    let tail = rest.drop { ("0"..."9").contains($0) }
    defer { rest = tail }
    return tail.startIndex != rest.startIndex
  }
}
