// The one step between what a user wrote and what is laid out: afterwards HTML and CSV hold the same characters.

/// What the bytes of a text ask of whoever writes it down.
struct TextTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// Characters that become visible marks, or line breaks other than LF.
  static let hidden = TextTraits(rawValue: 1)
  /// `&`, `<`, `>`, quotation marks of ASCII or LF, which markup writes otherwise.
  static let markup = TextTraits(rawValue: 2)
  /// Commas, quotes, TAB or line ends, for which a CSV cell stands in quotes.
  static let quoted = TextTraits(rawValue: 4)
  /// A first byte that can be that of a sign: `CSVGuard` and `CSVForm` look closer.
  static let signed = TextTraits(rawValue: 8)
}

/// Text as pages and CSV files show it.
enum PageText {
  /// The text with line breaks as LF, TAB as a space, and characters nobody can see (controls, direction changes,
  /// zero-width, noncharacters) as visible marks: `␀`, `⟨U+202E⟩`. Done twice it changes nothing more.
  static func visible(_ text: String) -> String {
    traits(of: text).contains(.hidden) ? marked(text) : text
  }

  /// The same on one line: a line break is a space.
  static func line(_ text: String) -> String {
    let traits = traits(of: text)
    guard traits.contains(.hidden) || traits.contains(.markup) else { return text }
    return visible(text).replacing("\n", with: " ")
  }

  private static func marked(_ text: String) -> String {
    var shown = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": shown += "\n"
      default:
        shown += VisibleText.shown(scalar)
      }
      previous = scalar
    }
    return shown
  }

  /// One look at the bytes, as nearly all text needs nothing.
  static func traits(of text: String) -> TextTraits {
    let bytes = text.utf8.span
    var traits: TextTraits = bytes.isEmpty || !startsSigned(bytes[0]) ? [] : .signed
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      switch lead {
      // Hanzi first: they are most of all text.
      case 0xE4...0xEE: index += 3
      case 0x23...0x25, 0x28...0x2B, 0x2D...0x3B, 0x3D, 0x3F...0x7E, 0x20, 0x21: index += 1
      case 0x2C:
        traits.insert(.quoted)
        index += 1
      case 0x22, 0x0A:
        traits.formUnion([.markup, .quoted])
        index += 1
      case 0x26, 0x27, 0x3C, 0x3E:
        traits.insert(.markup)
        index += 1
      case 0x09, 0x0D:
        traits.formUnion([.hidden, .quoted])
        index += 1
      case 0...0x1F, 0x7F:
        traits.insert(.hidden)
        index += 1
      case 0xC2...0xDF:
        if VisibleText.mayHide(lead, bytes[index + 1]) { traits.insert(.hidden) }
        index += 2
      case 0xE0, 0xE1, 0xE3:
        if VisibleText.mayHide(lead, bytes[index + 1]) { traits.insert(.hidden) }
        index += 3
      case 0xE2, 0xEF:
        if isSuspect(lead, bytes[index + 1], bytes[index + 2]) { traits.insert(.hidden) }
        index += 3
      default:
        if VisibleText.mayHide(lead, bytes[index + 1]) { traits.insert(.hidden) }
        index += 4
      }
    }
    return traits
  }

  /// `= + - @ '`, TAB, CR, LF, or the first byte of a full-width twin.
  private static func startsSigned(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D, UInt8(ascii: "'"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
      UInt8(ascii: "@"), 0xE2, 0xEF:
      true
    default: false
    }
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
