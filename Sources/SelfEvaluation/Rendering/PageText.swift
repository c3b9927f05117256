// The one step between what a user wrote and what is laid out: afterwards HTML and CSV hold the same characters.

/// Text as pages and CSV files show it.
enum PageText {
  /// The text with line breaks as LF, TAB as a space, and characters nobody can see (controls, direction changes,
  /// zero-width, noncharacters) as visible marks: `␀`, `⟨U+202E⟩`. Done twice it changes nothing more.
  static func visible(_ text: String) -> String {
    guard needsMarks(text) else { return text }
    var shown = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": shown += "\n"
      default:
        shown +=
          scalar.properties.isNoncharacterCodePoint
          ? "⟨\(VisibleText.name(of: scalar))⟩" : VisibleText.shown(scalar)
      }
      previous = scalar
    }
    return shown
  }

  /// Whether two texts are the same bytes: `==` on strings would also take `é` for `e` with an accent, and the two
  /// differ in a CSV file.
  static func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

  /// Looks at bytes, as nearly all text needs nothing.
  private static func needsMarks(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      switch lead {
      case 0x0A, 0x20...0x7E: index += 1
      case 0...0x1F, 0x7F: return true
      case 0xC2...0xDF:
        if VisibleText.mayHide(lead, bytes[index + 1]) { return true }
        index += 2
      case 0xE2, 0xEF:
        if isSuspect(lead, bytes[index + 1], bytes[index + 2]) { return true }
        index += 3
      case 0xE0...0xEE:
        if VisibleText.mayHide(lead, bytes[index + 1]) { return true }
        index += 3
      default:
        if VisibleText.mayHide(lead, bytes[index + 1]) { return true }
        if bytes[index + 2] == 0xBF, bytes[index + 3] >= 0xBE { return true }
        index += 4
      }
    }
    return false
  }

  /// U+2000 to U+206F but for the punctuation in it, the byte-order mark and the noncharacters.
  private static func isSuspect(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (lead, second) {
    case (0xE2, 0x80): (0x8B...0x8F).contains(third) || (0xA8...0xAE).contains(third)
    case (0xE2, 0x81): third >= 0xA0
    case (0xEF, 0xBB): third == 0xBF
    case (0xEF, 0xB7): (0x90...0xAF).contains(third)
    case (0xEF, 0xB8): third < 0x90
    case (0xEF, 0xBE): third == 0xA0
    case (0xEF, 0xBF): third >= 0xB0
    default: false
    }
  }
}
