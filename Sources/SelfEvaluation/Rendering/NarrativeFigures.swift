// Targets and actuals in running text: 不低于28000台, 2023年12月31日前, 低4.90个百分点.

extension Prose {
  /// A number with its unit of measure; 万元 has two decimals.
  static func amount(_ value: Quantity, _ measure: Measure) -> String {
    (measure.text == "万元" ? value.rounded(to: 2) : value.text) + measure.text
  }

  /// A target in words.
  static func target(_ target: Target) -> String {
    switch target {
    case .number(.equal, let value, let measure): amount(value, measure)
    case .number(let comparator, let value, let measure): comparator.rawValue + amount(value, measure)
    case .range(let lower, let upper, let measure): "\(amount(lower, measure))至\(amount(upper, measure))"
    case .deadline(let day): "\(day.chinese)前完成"
    case .progress: "序时进度"
    case .quality(let word): quoted(word)
    }
  }

  /// An actual in words, in the sense of its target.
  static func actual(_ achievement: Achievement, _ target: Target) -> String {
    switch achievement.actual {
    case .number(let value): number(value, achievement, target)
    case .date(let day): day.chinese
    case .attainment(let grade, let percent):
      percent.map { "\(quoted(grade.word))（\($0.text)%）" } ?? quoted(Folding.trimmed(achievement.text))
    case .onSchedule: "序时进度"
    case .progress(let percent): "\(percent.text)%"
    case .notApplicable: "不适用"
    }
  }

  /// Derived percentages have two decimals, unless these would make a miss look like a hit.
  private static func number(_ value: Quantity, _ achievement: Achievement, _ target: Target) -> String {
    let measure = target.measure ?? .none
    let short = value.rounded(to: 2)
    let isLong = value.fixed(atLeast: 2) != short || achievement.source == .computed
    if case .filed = achievement.source { return amount(value, measure) }
    guard measure.isPercent, isLong else { return amount(value, measure) }
    return (target.quantity?.rounded(to: 2) == short ? value.text : short) + measure.text
  }

  /// By how much a number or a date misses its target: `比目标少680台`; nil where there is no measure for it.
  static func gap(_ target: Target, _ actual: Actual) -> String? {
    switch (target, actual) {
    case (.number(let comparator, let goal, let measure), .number(let value)):
      guard let difference = value.minus(goal), !difference.isZero else { return nil }
      let size =
        measure.isPercent
        ? "\(difference.magnitude.rounded(to: 2))个百分点" : amount(difference.magnitude, measure)
      if measure.isPercent { return (difference.isPositive ? "高出目标" : "低于目标") + size }
      if comparator.isUpward { return (difference.isPositive ? "比目标多" : "比目标少") + size }
      return (difference.isPositive ? "超出限额" : "低于限额") + size
    case (.deadline(let day), .date(let done)) where done > day: return "比期限晚\(done.days(after: day))天"
    default: return nil
    }
  }
}
