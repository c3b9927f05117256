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
  static func read(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) throws(Fault) -> Quantity {
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
