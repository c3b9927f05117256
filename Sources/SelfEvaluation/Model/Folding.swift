// How headings, keys and comparators are compared: what differs only by input method counts as the same.

/// Folding for comparison. What is shown keeps the user's own characters; only the comparing goes through here.
public enum Folding {
  /// The text as a key: full-width forms of ASCII as ASCII (`（` → `(`, `，` → `,`, `％` → `%`), curly quotation
  /// marks as straight ones, and without any white space, zero-width character, annotation mark or noncharacter. Case is
  /// kept.
  public static func key(_ text: String) -> String {
    if isStable(text) { return text }
    var key = String.UnicodeScalarView()
    key.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars where !isSkipped(scalar) { key.append(folded(scalar)) }
    return String(key)
  }

  /// True for text of nothing but white space: spaces, tabs, line breaks, U+3000, no-break spaces and stray
  /// byte-order marks.
  public static func isBlank(_ text: some StringProtocol) -> Bool {
    if let first = text.utf8.first, isStableLead(first) { return false }
    return text.unicodeScalars.allSatisfy(isSkipped)
  }

  /// The text without white space around it, U+3000, no-break spaces and byte-order marks included. Marks that turn the
  /// reading direction stay: they change how what they enclose is seen.
  public static func trimmed(_ text: String) -> String {
    if text.isEmpty || hasStableEnds(text) { return text }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSkipped($0) || turns($0) }),
      let last = scalars.lastIndex(where: { !isSkipped($0) || turns($0) })
    else { return "" }
    return isBlank(text) ? "" : String(scalars[first...last])
  }

  /// Marks, overrides and isolates of the reading direction.
  static func turns(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether UTF-8 that begins with this byte begins with something other than white space, whatever follows:
  /// printable ASCII, or a hanzi of U+5000 or above.
  @inline(__always)
  static func isStableLead(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F || byte >= 0xE5 && byte <= 0xE9
  }

  /// Whether folding leaves the text as it is, because it holds only what most text is made of: printable ASCII,
  /// hanzi, 、 。 and ≤ ≥.
  static func isStable(_ text: String) -> Bool {
    unsafe text.withBytes { bytes in
      var index = 0
      while index < bytes.count {
        let byte = unsafe bytes[index]
        if byte < 0x80 {
          guard byte > 0x20, byte < 0x7F else { return false }
          index += 1
        } else {
          guard byte >= 0xE2, byte <= 0xE9,
            unsafe isStable(byte, bytes[index + 1], bytes[index + 2])
          else { return false }
          index += 3
        }
      }
      return true
    }
  }

  /// Whether folding leaves the character of these three bytes as it is.
  @inline(__always)
  private static func isStable(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch first {
    case 0xE5...0xE9: true
    case 0xE4: second >= 0xB8
    case 0xE3: second == 0x80 && (third == 0x81 || third == 0x82)
    case 0xE2: second == 0x89 && (third == 0xA4 || third == 0xA5)
    default: false
    }
  }

  private static func hasStableEnds(_ text: String) -> Bool {
    unsafe text.withBytes { bytes in
      guard unsafe isStableLead(bytes[0]) else { return false }
      let last = unsafe bytes[bytes.count - 1]
      if last < 0x80 { return last > 0x20 && last < 0x7F }
      guard bytes.count >= 3 else { return false }
      let lead = unsafe bytes[bytes.count - 3]
      return lead >= 0xE5 && lead <= 0xE9
    }
  }

  static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x4E00...0x9FFF: false
    default:
      scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        || scalar.properties.isNoncharacterCodePoint || (0xFFF9...0xFFFB).contains(scalar.value)
    }
  }

  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2018, 0x2019: "'"
    case 0x201C, 0x201D: "\""
    default: scalar
    }
  }
}
