// Characters nobody can see, made visible wherever text of the user is shown as it stands.

/// Visible stand-ins for characters that would vanish, move the cursor or turn the text round on a terminal.
public enum VisibleText {
  /// `U+202E`: the code point as findings name it.
  static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// True for control characters other than TAB, CR and LF: C0, DEL and C1.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0...0x1F, 0x7F...0x9F: true
    default: false
    }
  }

  /// True for characters that take no room or change the reading direction: what Unicode lets programs ignore when
  /// they show text (soft hyphen, fillers, variation selectors, tags and all direction marks), line separators and
  /// noncharacters, which programs drop or refuse.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0xAC, 0x2E80...0x3163, 0x3165...0xD7FF: false
    case 0x2028, 0x2029, 0xFFF9...0xFFFB: true
    default: isNoncharacter(scalar) || scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// True for the 66 code points that Unicode will never give a character.
  static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
  }

  /// Whether UTF-8 that begins with these bytes can be a control or invisible character: true for a few others too.
  @inline(__always)
  static func mayHide(_ lead: UInt8, _ second: UInt8) -> Bool {
    switch lead {
    case 0..<0x20, 0x7F: true
    case 0xC2: second < 0xA0 || second == 0xAD
    case 0xCD: second == 0x8F
    case 0xD8: second == 0x9C
    case 0xE1: second == 0x85 || second == 0x9E || second == 0xA0
    case 0xE2: second == 0x80 || second == 0x81
    case 0xE3: second == 0x85
    case 0xEF: second >= 0xB7
    // The end of a plane, where its two noncharacters are: its second byte ends in 1111.
    case 0xF0: second == 0x9B || second == 0x9D || second & 0x0F == 0x0F
    case 0xF1, 0xF2, 0xF4: second & 0x0F == 0x0F
    case 0xF3: true
    default: false
    }
  }

  /// The scalar as it may stand on a terminal: itself, a space for TAB, `␀` for C0 and DEL, `⟨U+202E⟩` for the rest.
  static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09: return " "
    case 0...0x1F: return Unicode.Scalar(0x2400 + scalar.value).map { String(Character($0)) } ?? "?"
    case 0x7F: return "\u{2421}"
    default: break
    }
    return isControl(scalar) || isInvisible(scalar) ? "⟨\(name(of: scalar))⟩" : String(Character(scalar))
  }

  /// The text without the characters nobody can see: what is left folds to the same key.
  static func bare(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) || isInvisible($0) }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isControl($0) && !isInvisible($0) }))
  }

  /// A whole text on one line, every scalar as `shown`.
  public static func shown(_ text: String) -> String {
    text.unicodeScalars.map(shown).joined()
  }
}
