// Decimals as programs write them: the narrow and quick sibling of `Numeral`.

/// Reads an exact decimal straight from bytes: a sign if there is one, digits, and a point followed by digits.
///
/// No thousands separators, exponents, spaces or full-width digits: a table typed by a person goes through
/// `Numeral`.
enum PlainDecimal {
  enum Fault: Error {
    /// Not a decimal in the form above.
    case malformed
    /// More than six decimals that count, or beyond the range of `Quantity`.
    case unrepresentable
  }

  /// The decimal between two offsets.
  @inline(__always)
  static func read(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) throws(Fault) -> Quantity {
    let isNegative = start < end && bytes[start] == minus
    let first = isNegative ? start + 1 : start
    if let millionths = readShort(bytes, from: first, to: end) {
      return Quantity(millionths: isNegative ? -millionths : millionths)
    }
    return try readAny(bytes, from: start, to: end)
  }

  /// Millionths of up to eight digits, or of up to seven, a point and up to six: a word at a time. Nil for anything
  /// else, and for what stands in the last bytes of the window.
  @inline(__always)
  private static func readShort(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int64? {
    let length = end &- start
    guard length > 0, let word = ByteWord(bytes, at: start) else { return nil }
    let point = ByteWord.place(of: word.places(of: dot))
    guard point < length, point < 8 else {
      guard length <= 8 else { return nil }
      let whole = digits(word, length)
      return areDigits(whole) ? Int64(number(whole)) &* 1_000_000 : nil
    }
    let written = length &- point &- 1
    guard point > 0, written > 0, written <= decimals,
      let rest = ByteWord(bytes, at: start &+ point &+ 1)
    else { return nil }
    let whole = digits(word, point)
    let fraction = digits(rest, written) &>> UInt64(8 &* (decimals &- written))
    guard areDigits(whole), areDigits(fraction) else { return nil }
    return Int64(number(whole)) &* 1_000_000 &+ Int64(number(fraction))
  }

  /// The first bytes of a word as digits at its end, with 0 before them: 1 to 8 of them.
  @inline(__always)
  private static func digits(_ word: ByteWord, _ count: Int) -> UInt64 {
    (word.bits ^ ByteWord.each(zero)) &<< UInt64(64 &- 8 &* count)
  }

  @inline(__always)
  private static func areDigits(_ digits: UInt64) -> Bool {
    // What carries everything above 9 into bit 7.
    ((digits &+ ByteWord.each(0x76)) | digits) & ByteWord.tops == 0
  }

  /// The number of eight digits, the first of them in the lowest byte.
  @inline(__always)
  private static func number(_ digits: UInt64) -> UInt64 {
    let pairs = (digits &* 10 &+ digits &>> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs &>> 16) & 0x0000_FFFF_0000_FFFF
    return (fours &* 10_000 &+ fours &>> 32) & 0xFFFF_FFFF
  }

  /// Any decimal, byte by byte.
  static func readAny(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) throws(Fault) -> Quantity {
    var index = start
    var isNegative = false
    if index < end, bytes[index] == minus || bytes[index] == plus {
      isNegative = bytes[index] == minus
      index += 1
    }
    let first = index
    var point = end
    var magnitude: UInt64 = 0
    var isTooLarge = false
    while index < end {
      let byte = bytes[index]
      let digit = byte &- zero
      if digit <= 9 {
        if index - point <= decimals {
          let (tenfold, isOver) = magnitude.multipliedReportingOverflow(by: 10)
          let (sum, isOverToo) = tenfold.addingReportingOverflow(UInt64(digit))
          magnitude = sum
          isTooLarge = isTooLarge || isOver || isOverToo
        } else if digit != 0 {
          isTooLarge = true
        }
      } else if byte == dot, point == end, index > first {
        point = index
      } else {
        throw .malformed
      }
      index += 1
    }
    // Digits there must be, and after a point too.
    guard index > first, point != end - 1 else { throw .malformed }
    let written = max(0, end - point - 1)
    let (millionths, isOver) = magnitude.multipliedReportingOverflow(by: scale(min(written, decimals)))
    guard !isTooLarge, !isOver, let value = Int64(exactly: millionths) else { throw .unrepresentable }
    return Quantity(millionths: isNegative ? -value : value)
  }

  /// Decimals of a `Quantity`.
  private static let decimals = 6
  private static let minus: UInt8 = 0x2D
  private static let plus: UInt8 = 0x2B
  private static let dot: UInt8 = 0x2E
  private static let zero: UInt8 = 0x30

  /// What makes millionths of a number with so many decimals.
  private static func scale(_ written: Int) -> UInt64 {
    switch written {
    case 0: 1_000_000
    case 1: 100_000
    case 2: 10_000
    case 3: 1_000
    case 4: 100
    case 5: 10
    default: 1
    }
  }
}
