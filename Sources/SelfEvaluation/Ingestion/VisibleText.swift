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

  /// True for characters that take no room or change the reading direction.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
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
    let isHidden = isControl(scalar) || isInvisible(scalar) || [0x2028, 0x2029].contains(scalar.value)
    return isHidden ? "⟨\(name(of: scalar))⟩" : String(Character(scalar))
  }

  /// A whole text on one line, every scalar as `shown`.
  public static func shown(_ text: String) -> String {
    text.unicodeScalars.map(shown).joined()
  }
}
