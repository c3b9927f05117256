// Searching text by its bytes: text that was folded or is ours needs no Unicode equivalence, which costs ten times as
// much on hanzi.

extension StringProtocol {
  /// Whether `part` stands anywhere in the text, byte for byte.
  func hasBytes(_ part: String) -> Bool {
    let needle = Array(part.utf8)
    guard let first = needle.first else { return true }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: needle) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
