// Points of a score sheet: weights (分值) and scores (得分), in hundredths.

/// A number of points, exact to 0.01.
public struct Points: Hashable, Comparable, Sendable {
  /// 100 for one point.
  public let hundredths: Int64

  static let zero = Points(hundredths: 0)
  static let full = Points(hundredths: 100_00)

  init(hundredths: Int64) { self.hundredths = hundredths }

  init(_ whole: Int) { hundredths = Int64(whole) * 100 }

  /// Fewer points first.
  public static func < (left: Points, right: Points) -> Bool { left.hundredths < right.hundredths }

  static func + (left: Points, right: Points) -> Points {
    Points(hundredths: left.hundredths + right.hundredths)
  }

  static func - (left: Points, right: Points) -> Points {
    Points(hundredths: left.hundredths - right.hundredths)
  }

  static func sum(_ parts: some Sequence<Points>) -> Points { parts.reduce(.zero, +) }

  /// This many points × numerator ÷ denominator, rounded half away from zero to 0.01 (FORMATS §2).
  func times(_ numerator: Int128, over denominator: Int128) -> Points {
    Points(hundredths: Int64(clamping: roundedHalfAway(Int128(hundredths) * numerator, denominator)))
  }

  /// Always two decimals: `3.90`.
  public var text: String {
    let (whole, fraction) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return decimalText(whole, fraction, digits: 2, isNegative: hundredths < 0)
  }

  /// Without trailing zeros: `4`, `2.5`, for running text and derivations.
  var plain: String { Quantity(millionths: hundredths * 10_000).text }
}
