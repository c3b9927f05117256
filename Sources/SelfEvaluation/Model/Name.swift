// Names as they are compared: folded once, then told apart by their bytes.

internal import Foundation

/// A name folded for comparison. Names that differ only by input method, or in how Unicode composes the same
/// characters, are equal; hashing and comparing look at bytes only.
struct Name: Hashable, Sendable {
  /// The folded text, composed (NFC).
  let text: String

  /// The name of a text as written or folded.
  init(_ text: String) {
    let key = Folding.key(text)
    self.text = Name.isComposed(key) ? key : key.precomposedStringWithCanonicalMapping
  }

  /// Whether a folded text holds only characters that composing leaves as they are, as nearly every text does.
  private static func isComposed(_ key: String) -> Bool {
    Folding.isStable(key)
      || key.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0..<0x300, 0x2010...0x2027, 0x2030...0x205E, 0x2100...0x2125, 0x2150...0x2328, 0x2460...0x2ADB,
          0x3000...0x3029, 0x3200...0x9FFF, 0xFF00...0xFFEF:
          true
        default: false
        }
      }
  }

  var isEmpty: Bool { text.isEmpty }

  static func == (left: Name, right: Name) -> Bool { left.text.isSameBytes(right.text) }

  func hash(into hasher: inout Hasher) {
    let bytes = text.utf8.span
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}
