// 完成率: actual over target in percent, two decimals (FORMATS §2).

enum Completion {
  /// `a ÷ t × 100` rounded half away from zero to two decimals; nil where it has no meaning.
  static func rate(_ target: Target?, _ actual: Actual?) -> Quantity? {
    guard case .number(_, let goal, _)? = target, case .number(let value)? = actual, !goal.isZero else {
      return nil
    }
    let hundredths = roundedHalfAway(Int128(value.millionths) * 10_000, Int128(goal.millionths))
    return Quantity(exact: hundredths * 10_000)
  }

  /// Whether there is a rate, but it is too large to be written exactly.
  static func isOutOfRange(_ target: Target?, _ actual: Actual?) -> Bool {
    guard case .number(_, let goal, _)? = target, case .number? = actual, !goal.isZero else { return false }
    return rate(target, actual) == nil
  }

  /// `97.57%`, `120.00%(反向)`, or empty.
  static func text(_ rate: Quantity?, _ target: Target?) -> String {
    guard let rate, case .number(let comparator, _, _)? = target else { return "" }
    return rate.fixed(atLeast: 2) + "%" + (comparator.isUpward ? "" : "(反向)")
  }
}
