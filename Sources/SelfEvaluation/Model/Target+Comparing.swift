// Targets set beside each other: 1.5万元/台 asks what 15000元/台 asks, and 5‰ what 0.5% asks.

extension Target {
  /// Whether two targets ask the same, in whatever scale or synonym of the unit; none asks what none asks.
  static func sameDemand(_ left: StatedTarget?, _ right: StatedTarget?) -> Bool {
    switch (left?.target, right?.target) {
    case (.number(let sign, let goal, let unit)?, .number(let other, let otherGoal, let otherUnit)?):
      sign == other && unit.agrees(with: otherUnit) && unit.inBase(goal) == otherUnit.inBase(otherGoal)
    case (.range(let low, let high, let unit)?, .range(let otherLow, let otherHigh, let otherUnit)?):
      unit.agrees(with: otherUnit) && unit.inBase(low) == otherUnit.inBase(otherLow)
        && unit.inBase(high) == otherUnit.inBase(otherHigh)
    case (let one, let other): one == other
    }
  }

  /// Whether two targets are in units that may be compared, or both in none.
  static func sameUnit(_ left: StatedTarget?, _ right: StatedTarget?) -> Bool {
    guard let one = left?.target.measure, let other = right?.target.measure else {
      return left?.target.measure == right?.target.measure
    }
    return one.agrees(with: other)
  }

  /// One number less the other in the unit of the first; nil where that cannot be said.
  static func difference(_ left: StatedTarget?, _ right: StatedTarget?) -> Quantity? {
    guard let left = left?.target, let goal = left.quantity, let unit = left.measure else { return nil }
    return right?.target.quantity(in: unit).flatMap(goal.minus)
  }

  /// The number in another unit; nil where there is not exactly one, and where the units do not agree.
  func quantity(in unit: Measure) -> Quantity? {
    guard case .number(_, let goal, let own) = self, own.agrees(with: unit) else { return nil }
    return own.convert(goal, to: unit)
  }
}
