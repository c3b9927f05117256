// Whether bytes are UTF-8, quickly where they are Chinese and ASCII.

extension UTF8Text {
  /// The offset of the first byte of a range that is not UTF-8; nil if all are.
  static func firstFault(in bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int? {
    let index = passCommon(bytes, from: start, to: end)
    guard index < end else { return nil }
    do {
      _ = try UTF8Span(validating: bytes.extracting(index..<end))
      return nil
    } catch {
      return index + error.byteOffsets.lowerBound
    }
  }

  /// Passes over ASCII and characters of three bytes, nearly all there is in these tables, and perhaps over some
  /// after the range; what it does not know is left to the standard library.
  @inline(__always)
  private static func passCommon(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, let word = ByteWord(bytes, at: index) {
      let beyond = word.beyondASCII
      if beyond & 0x80 == 0 {
        index &+= ByteWord.place(of: beyond)
        continue
      }
      let next = ByteWord(bytes, at: index &+ 6) ?? ByteWord(bits: 0)
      let (first, second) = (shape(word), shape(next))
      if first | second == 0, areFree(word.bits & leads | (next.bits & leads) &<< 4) {
        index &+= 12
      } else if first == 0, areFree(word.bits & leads | any) {
        index &+= 6
      } else if first & 0xFF_FFFF == 0, areFree(word.bits & 0xF | any | 0x0100_0000) {
        index &+= 3
      } else {
        break
      }
    }
    return index
  }

  /// 0 where two characters of three bytes begin.
  @inline(__always)
  private static func shape(_ word: ByteWord) -> UInt64 {
    (word.bits & 0x0000_C0C0_F0C0_C0F0) ^ 0x0000_8080_E080_80E0
  }

  /// The lower halves of the leading bytes of two characters of three bytes.
  private static var leads: UInt64 { 0x0F00_000F }
  /// Halves that stand for no byte.
  private static var any: UInt64 { 0xF000_00F0 }

  /// Whether after each of four leading bytes every continuation is legal: not so after E0 (overlong) and ED
  /// (surrogates).
  @inline(__always)
  private static func areFree(_ halves: UInt64) -> Bool {
    let restricted = halves ^ 0xDD00_00DD
    let found = ((halves &- 0x1100_0011) & ~halves) | ((restricted &- 0x1100_0011) & ~restricted)
    return found & 0x8800_0088 == 0
  }
}
