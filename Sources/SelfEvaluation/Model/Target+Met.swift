// When a target is reached.

extension Target {
  /// Whether an actual reaches this target; nil for 不适用.
  func isMet(by actual: Actual) -> Bool? {
    switch (self, actual) {
    case (_, .notApplicable): nil
    case (.number(let comparator, let target, _), .number(let value)):
      comparator.isMet(by: value, target: target)
    case (.range(let lower, let upper, _), .number(let value)): lower <= value && value <= upper
    case (.deadline(let day), .date(let done)): done <= day
    case (_, .onSchedule): true
    case (_, .progress(let percent)): percent >= .hundred
    case (_, .attainment(let grade, _)): grade == .full
    default: nil
    }
  }
}

extension Quantity {
  /// Above 130 % of a positive target, exactly (FORMATS §2).
  func isFarAbove(_ target: Quantity) -> Bool {
    target.isPositive && Int128(millionths) * 100 > Int128(target.millionths) * 130
  }
}
