// Names as they are compared: folded once, then told apart by their bytes.

internal import Foundation

/// A name folded for comparison. Names that differ only by input method, or in how Unicode composes the same
/// characters, are equal; hashing and comparing look at bytes only.
struct Name: Hashable, Sendable {
  /// The folded text, composed (NFC).
  let text: String

  /// The name of a text as written or folded.
  init(_ text: String) {
    // What folding leaves as it is, is composed already.
    self.text =
      Folding.isStable(text) ? text : Folding.key(text).precomposedStringWithCanonicalMapping
  }

  var isEmpty: Bool { text.isEmpty }

  static func == (left: Name, right: Name) -> Bool { left.text.isSameBytes(right.text) }

  func hash(into hasher: inout Hasher) {
    let bytes = text.utf8.span
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}
