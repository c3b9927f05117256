// The number type of the whole tool: exact decimals, no floating point anywhere.

/// An exact decimal number of at most six decimals, |value| < 9.2 × 10¹²; its unit of measure stands beside it
/// in a `Measure`. Money is in 万元.
public struct Quantity: Hashable, Comparable, Sendable {
  /// The value in millionths.
  public let millionths: Int64

  static let scale: Int128 = 1_000_000
  static let zero = Quantity(millionths: 0)
  static let hundred = Quantity(millionths: 100_000_000)

  init(millionths: Int64) { self.millionths = millionths }

  init(_ whole: Int) { millionths = Int64(whole) * 1_000_000 }

  /// The value of an exact sum in millionths; nil when it is out of range.
  init?(exact millionths: Int128) {
    guard let value = Int64(exactly: millionths) else { return nil }
    self.millionths = value
  }

  /// The smaller number first; the units of measure are the caller's concern.
  public static func < (left: Quantity, right: Quantity) -> Bool { left.millionths < right.millionths }

  var isZero: Bool { millionths == 0 }
  var isPositive: Bool { millionths > 0 }
  var magnitude: Quantity { Quantity(millionths: Int64(clamping: millionths.magnitude)) }

  /// `numerator ÷ denominator`, rounded half away from zero to four decimals: the precision of every derived
  /// figure (averages, ratios, execution rates; FORMATS §2). Nil when the result is out of range or the
  /// denominator is 0.
  static func derived(_ numerator: Int128, dividedBy denominator: Int128) -> Quantity? {
    guard denominator != 0 else { return nil }
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: 10_000)
    guard !overflow, let rounded = Int64(exactly: roundedHalfAway(scaled, denominator)) else { return nil }
    let (millionths, tooBig) = rounded.multipliedReportingOverflow(by: 100)
    return tooBig ? nil : Quantity(millionths: millionths)
  }

  /// The sum, or nil when it is out of range.
  static func sum(_ parts: some Sequence<Quantity>) -> Quantity? {
    var total: Int128 = 0
    for part in parts { total += Int128(part.millionths) }
    return Quantity(exact: total)
  }

  /// The difference, or nil when it is out of range.
  func minus(_ other: Quantity) -> Quantity? {
    Quantity(exact: Int128(millionths) - Int128(other.millionths))
  }

  /// The digits without trailing zeros: `97.3`, `-5`, `0.039`.
  public var text: String { fixed(atLeast: 0) }

  /// The digits with at least this many decimals: `7740.84`, `15500.00`.
  public func fixed(atLeast decimals: Int) -> String {
    let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    var (fraction, digits) = (rest, 6)
    if fraction == 0 { digits = decimals }
    while digits > decimals, fraction % 10 == 0 { (fraction, digits) = (fraction / 10, digits - 1) }
    guard digits > 0 else { return millionths < 0 ? "-" + String(whole) : String(whole) }
    return decimalText(whole, fraction, digits: digits, isNegative: millionths < 0)
  }

  /// The value rounded half away from zero to so many decimals (0 to 6), always written with all of them.
  func rounded(to decimals: Int) -> String {
    var unit: Int128 = 1
    for _ in 0..<(6 - decimals) { unit *= 10 }
    let value = roundedHalfAway(Int128(millionths), unit) * unit
    guard let exact = Quantity(exact: value) else { return text }
    return exact.fixed(atLeast: decimals)
  }
}

/// `numerator ÷ denominator` as a whole number, ties away from zero; the denominator is not 0.
func roundedHalfAway(_ numerator: Int128, _ denominator: Int128) -> Int128 {
  let negative = (numerator < 0) != (denominator < 0)
  let (quotient, remainder) = numerator.magnitude.quotientAndRemainder(
    dividingBy: denominator.magnitude)
  let up = remainder >= denominator.magnitude - remainder
  let magnitude = Int128(quotient) + (up ? 1 : 0)
  return negative ? -magnitude : magnitude
}

/// `-12.050`: a whole number and so many digits after the point.
func decimalText(_ whole: UInt64, _ fraction: UInt64, digits: Int, isNegative: Bool) -> String {
  // Twenty digits, a point, six decimals and a sign are the most there can be.
  unsafe String(unsafeUninitializedCapacity: 28) { buffer in
    var end = 28
    var rest = fraction
    for _ in 0..<digits {
      end -= 1
      unsafe buffer[end] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    end -= 1
    unsafe buffer[end] = UInt8(ascii: ".")
    rest = whole
    repeat {
      end -= 1
      unsafe buffer[end] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if isNegative {
      end -= 1
      unsafe buffer[end] = UInt8(ascii: "-")
    }
    let count = 28 - end
    for index in 0..<count { unsafe buffer[index] = buffer[end + index] }
    return count
  }
}
