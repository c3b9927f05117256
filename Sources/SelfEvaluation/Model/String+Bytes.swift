// Comparing and searching text by its bytes: text that was folded or is ours needs no Unicode equivalence, which costs
// thirty times as much on hanzi.

extension String {
  /// Whether `part` stands anywhere in the text, byte for byte.
  func hasBytes(_ part: String) -> Bool {
    let (text, needle) = (utf8.span, part.utf8.span)
    guard !needle.isEmpty else { return true }
    guard needle.count <= text.count else { return false }
    let first = needle[0]
    let last = text.count - needle.count
    var start = 0
    while start <= last {
      if text[start] == first, String.agree(text, from: start, needle) { return true }
      start += 1
    }
    return false
  }

  /// Whether one of the texts stands anywhere in this one, byte for byte.
  func hasBytes(ofOneOf parts: [String]) -> Bool {
    for part in parts where hasBytes(part) { return true }
    return false
  }

  /// Whether the text is the other, byte for byte.
  func isSameBytes(_ other: String) -> Bool {
    let (text, whole) = (utf8.span, other.utf8.span)
    return text.count == whole.count && String.agree(text, from: 0, whole)
  }

  /// Whether the two are equal as Unicode has it, quickly for the bulk of all text.
  func isSameText(_ other: String) -> Bool {
    if isSameBytes(other) { return true }
    if Folding.isStable(self), Folding.isStable(other) { return false }
    return self == other
  }

  /// Whether the text begins with `part`, byte for byte.
  func startsWithBytes(_ part: String) -> Bool {
    let (text, head) = (utf8.span, part.utf8.span)
    return text.count >= head.count && String.agree(text, from: 0, head)
  }

  /// Whether the text ends with `part`, byte for byte.
  func endsWithBytes(_ part: String) -> Bool {
    let (text, tail) = (utf8.span, part.utf8.span)
    return text.count >= tail.count && String.agree(text, from: text.count - tail.count, tail)
  }

  /// The text without so many bytes at its end; they are whole characters.
  func withoutBytes(atEnd count: Int) -> String { String(self[..<utf8.index(endIndex, offsetBy: -count)]) }

  /// The text without so many bytes at its start; they are whole characters.
  func withoutBytes(atStart count: Int) -> String { String(self[utf8.index(startIndex, offsetBy: count)...]) }

  /// Whether the bytes from `start` on begin with `part`; there are enough of them.
  @inline(__always)
  private static func agree(
    _ text: borrowing Span<UInt8>, from start: Int, _ part: borrowing Span<UInt8>
  ) -> Bool {
    var index = 0
    while index < part.count {
      if text[start + index] != part[index] { return false }
      index += 1
    }
    return true
  }
}
