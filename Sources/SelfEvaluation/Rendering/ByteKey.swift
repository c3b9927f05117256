// Names and sentences as keys of sets and dictionaries.

/// A text compared by its bytes. Texts are NFC once they were read, and the comparison of Unicode costs ten times as
/// much on hanzi.
struct ByteKey: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ByteKey, right: ByteKey) -> Bool { left.text.isSameBytes(right.text) }

  func hash(into hasher: inout Hasher) {
    let bytes = text.utf8.span
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}
