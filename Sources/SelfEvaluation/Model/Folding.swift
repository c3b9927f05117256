// How headings, keys and comparators are compared: what differs only by input method counts as the same.

/// Folding for comparison. What is shown keeps the user's own characters; only the comparing goes through here.
public enum Folding {
  /// The text as a key: full-width forms of ASCII as ASCII (`（` → `(`, `，` → `,`, `％` → `%`), curly quotation
  /// marks as straight ones, and without any white space or zero-width character. Case is kept.
  public static func key(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(isStable) { return text }
    var key = String.UnicodeScalarView()
    key.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars where !isSkipped(scalar) { key.append(folded(scalar)) }
    return String(key)
  }

  /// True for text of nothing but white space: spaces, tabs, line breaks, U+3000, no-break spaces and stray
  /// byte-order marks.
  public static func isBlank(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.allSatisfy(isSkipped)
  }

  /// The text without white space around it, U+3000, no-break spaces and byte-order marks included.
  public static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    if let first = scalars.first, let last = scalars.last, isStable(first), isStable(last) { return text }
    guard let first = scalars.firstIndex(where: { !isSkipped($0) }),
      let last = scalars.lastIndex(where: { !isSkipped($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The bulk of all text, which folding leaves as it is: printable ASCII, hanzi, 、 。 and ≤ ≥.
  private static func isStable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x4E00...0x9FFF, 0x3001, 0x3002, 0x2264, 0x2265: true
    default: false
    }
  }

  private static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x4E00...0x9FFF: false
    default: scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2018, 0x2019: "'"
    case 0x201C, 0x201D: "\""
    default: scalar
    }
  }
}
