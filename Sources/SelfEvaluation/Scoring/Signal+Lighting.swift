// 亮灯 of half-year monitoring (FORMATS §2): no points, only lights against the half-year targets.

extension Signal {
  /// The light of one indicator; nil where nothing applies.
  init?(_ indicator: Indicator, _ actual: Actual) {
    guard actual != .notApplicable, let target = indicator.target(in: .half)?.target else { return nil }
    if let pending = Signal.pending(indicator, target, actual) {
      self = pending
      return
    }
    guard let light = Signal.light(indicator, target, actual) else { return nil }
    self.init(light: light, notDue: false)
  }

  /// The first rule: below 60 % red, below 80 % yellow, up to 120 % green, above blue.
  static func byCompletion(_ actual: Quantity, of target: Quantity) -> Light {
    let (a, t) = (Int128(actual.millionths) * 100, Int128(target.millionths))
    if a < 60 * t { return .red }
    if a < 80 * t { return .yellow }
    return a <= 120 * t ? .green : .blue
  }

  /// 未到期: a half-year target of 0 with a later annual one.
  private static func pending(_ indicator: Indicator, _ target: Target, _ actual: Actual) -> Signal? {
    guard case .number(let comparator, let half, let unit) = target, half.isZero,
      case .number(let value) = actual, case .number(_, let annual, let annualUnit)? = indicator.year?.target,
      !annual.isZero, unit.agrees(with: annualUnit) || unit.isNone || annualUnit.isNone
    else { return nil }
    if comparator.isUpward { return Signal(light: .green, notDue: true) }
    let isWithin =
      unit.agrees(with: annualUnit)
      ? unit.inBase(value) <= annualUnit.inBase(annual) : value <= annual
    return Signal(light: isWithin ? .green : .red, notDue: true)
  }

  private static func light(_ indicator: Indicator, _ target: Target, _ actual: Actual) -> Light? {
    switch (target, actual) {
    case (_, .attainment(let grade, _)):
      return grade == .full ? .green : grade == .partly ? .yellow : .red
    case (.progress, .onSchedule): return .green
    case (.progress, .progress(let percent)): return byCompletion(percent, of: Quantity(50))
    case (.number(let comparator, let goal, _), .number(let value))
    where comparator.isUpward && goal.isPositive && !isYesOrNo(indicator):
      return byCompletion(value, of: goal)
    default:
      return target.isMet(by: actual).map { $0 ? .green : .red }
    }
  }

  /// 质量, 时效 and 成本 indicators are met or not.
  private static func isYesOrNo(_ indicator: Indicator) -> Bool {
    ["质量", "时效", "成本"].contains { indicator.levelOne.hasBytes($0) || indicator.levelTwo.hasBytes($0) }
  }
}
