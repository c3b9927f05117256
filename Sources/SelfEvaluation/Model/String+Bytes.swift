// Comparing and searching text by its bytes: text that was folded or is ours needs no Unicode equivalence, which costs
// thirty times as much on hanzi.

extension String {
  /// Whether `part` stands anywhere in the text, byte for byte.
  func hasBytes(_ part: String) -> Bool {
    let (count, length) = (utf8.count, part.utf8.count)
    guard length > 0 else { return true }
    guard length <= count else { return false }
    return unsafe withBytes { text in
      unsafe part.withBytes { needle in
        let first = unsafe needle[0]
        var start = 0
        while start <= count - length {
          if unsafe text[start] == first, unsafe String.agree(text, from: start, needle) { return true }
          start += 1
        }
        return false
      }
    }
  }

  /// Whether one of the texts stands anywhere in this one, byte for byte.
  func hasBytes(ofOneOf parts: [String]) -> Bool {
    for part in parts where hasBytes(part) { return true }
    return false
  }

  /// Whether the text is the other, byte for byte.
  @inline(__always)
  func isSameBytes(_ other: String) -> Bool { utf8.count == other.utf8.count && agrees(with: other, from: 0) }

  /// Whether the two are equal as Unicode has it, quickly for the bulk of all text.
  func isSameText(_ other: String) -> Bool {
    if isSameBytes(other) { return true }
    if Folding.isStable(self), Folding.isStable(other) { return false }
    return self == other
  }

  /// Whether the text begins with `part`, byte for byte.
  func startsWithBytes(_ part: String) -> Bool {
    utf8.count >= part.utf8.count && agrees(with: part, from: 0)
  }

  /// Whether the text ends with `part`, byte for byte.
  func endsWithBytes(_ part: String) -> Bool {
    let start = utf8.count - part.utf8.count
    return start >= 0 && agrees(with: part, from: start)
  }

  /// The text without so many bytes at its end; they are whole characters.
  func withoutBytes(atEnd count: Int) -> String { String(self[..<utf8.index(endIndex, offsetBy: -count)]) }

  /// The text without so many bytes at its start; they are whole characters.
  func withoutBytes(atStart count: Int) -> String { String(self[utf8.index(startIndex, offsetBy: count)...]) }

  /// The bytes of the text where they stand.
  @inline(__always)
  @unsafe func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = unsafe utf8.withContiguousStorageIfAvailable(body) { return result }
    // A text that is no native one, which this system does not make.
    return unsafe Array(utf8).withUnsafeBufferPointer(body)
  }

  /// Whether the bytes from `start` on begin with `part`; there are enough of them.
  private func agrees(with part: String, from start: Int) -> Bool {
    unsafe withBytes { text in unsafe part.withBytes { unsafe String.agree(text, from: start, $0) } }
  }

  @inline(__always)
  @unsafe private static func agree(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ part: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var index = 0
    while index < part.count {
      if unsafe text[start + index] != part[index] { return false }
      index += 1
    }
    return true
  }
}

extension Substring {
  /// Whether `part` stands anywhere in the text, byte for byte.
  func hasBytes(_ part: String) -> Bool { String(self).hasBytes(part) }
}
