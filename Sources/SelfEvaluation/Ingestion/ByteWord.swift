// Eight bytes looked at in one step, for the loops that see every byte of a large file.

/// Eight neighbouring bytes, the first the least significant. A mask has bit 7 of a byte set where it applies.
struct ByteWord {
  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  /// The bytes from an offset on; nil where fewer than eight are left.
  @inline(__always)
  init?(_ bytes: borrowing Span<UInt8>, at offset: Int) {
    let last = bytes.count &- 8
    guard last >= 0, UInt(bitPattern: offset) <= UInt(bitPattern: last) else { return nil }
    // The offset was checked just now, and any bits are an integer.
    bits = unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// Bytes beyond ASCII.
  @inline(__always)
  var beyondASCII: UInt64 { bits & Self.tops }

  /// ASCII bytes below a limit of at most 0x80; exact up to the first of them, which is all that is asked for.
  @inline(__always)
  func below(_ limit: UInt8) -> UInt64 { (bits &- Self.each(limit)) & ~bits & Self.tops }

  /// Bit n is set where byte n is ASCII and below a limit of at most 0x80; exact throughout.
  @inline(__always)
  func lowBits(below limit: UInt8) -> UInt64 {
    let high = ((bits & ~Self.tops) &+ Self.each(0x80 &- limit)) | bits
    // The tops are gathered into one byte by a multiplication.
    return (((~high & Self.tops) &>> 7) &* 0x0102_0408_1020_4080) &>> 56
  }

  /// Where a byte stands; exact up to the first.
  @inline(__always)
  func places(of byte: UInt8) -> UInt64 { ByteWord(bits: bits ^ Self.each(byte)).below(1) }

  /// Bit n is set where byte n after an offset is ASCII and below a limit; nil where fewer than 64 bytes are left.
  @inline(__always)
  static func lowBits(of bytes: borrowing Span<UInt8>, at offset: Int, below limit: UInt8) -> UInt64? {
    guard offset <= bytes.count &- 64 else { return nil }
    var bits: UInt64 = 0
    for place in 0..<8 {
      guard let word = ByteWord(bytes, at: offset &+ 8 &* place) else { return nil }
      bits |= word.lowBits(below: limit) &<< UInt64(8 &* place)
    }
    return bits
  }

  /// How many bytes stand before the first of a mask; eight if it is empty.
  @inline(__always)
  static func place(of mask: UInt64) -> Int { mask.trailingZeroBitCount &>> 3 }

  /// The same byte eight times.
  @inline(__always)
  static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  static var tops: UInt64 { 0x8080_8080_8080_8080 }
}
