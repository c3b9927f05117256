// 预算执行率 as an indicator of a sheet: what the money says, in the terms of its target (FORMATS §2).

extension Scorer {
  /// The rate as the actual of a target in %, ‰ or 序时进度; an error where the target is none of these.
  func computed(_ rate: Quantity, _ indicator: Indicator, _ sheet: Sheet) -> (Achievement?, Finding?) {
    func achieved(_ actual: Actual, _ text: String) -> (Achievement?, Finding?) {
      (Achievement(actual: actual, text: text, source: .computed), nil)
    }
    // An unreadable target has its own error.
    guard let target = indicator.target(in: period) else { return achieved(.number(rate), "\(rate.text)%") }
    if target.target == .progress { return achieved(.progress(rate), "\(rate.text)%") }
    if let measure = target.target.measure, measure.isPercent,
      let value = Measure.percent.convert(rate, to: measure)
    {
      return achieved(.number(value), "\(value.text)\(measure.text)")
    }
    return (
      nil,
      Finding(
        .measureMismatch, at: target.origin, sheet: sheet.name, indicator: indicator.name,
        "“\(indicator.name)”的指标值“\(target.text)”不是百分比，按资金计算的\(rate.text)%无法与它比较",
        remedy: "把指标值写成百分比或“序时进度”，如“≥95%”")
    )
  }

  /// E208 for a target such as ≥0.95: a rate without a unit is met by any spending.
  func fractionalRate(_ indicator: Indicator, _ sheet: Sheet) -> Finding? {
    guard indicator.isExecutionRate, let stated = indicator.target(in: period),
      stated.target.measure?.isNone == true,
      let goal = stated.target.quantity, goal.isPositive, goal <= Quantity(1)
    else { return nil }
    return SpreadsheetDamage.fractionForPercent(goal.text, value: goal).finding(
      at: stated.origin, sheet: sheet.name, indicator: indicator.name)
  }

  /// W333: points that were filed and count nowhere.
  func pointsNotCounted(_ row: ScoredIndicator, _ sheet: Sheet) -> Finding? {
    guard period == .year, let filing = row.filing, let points = filing.reported else { return nil }
    let reason: String
    if row.isNotApplicable {
      reason = "该指标不适用，不计分"
    } else if row.weight == nil, row.indicator.isExecutionRate {
      reason = "预算执行率由评分办法单列一行，按执行率计分"
    } else {
      return nil
    }
    return Finding(
      .pointsNotCounted, at: filing.reportedOrigin ?? row.indicator.origin, sheet: sheet.name,
      indicator: row.indicator.name, "自评得分\(points.text)没有计入：\(reason)", remedy: "删去这一行的自评得分")
  }
}

extension ScoredIndicator {
  /// The figure of a 预算执行率 in percent, whatever its target is in; nil where it is no percentage.
  var executionRate: Quantity? {
    switch achievement?.actual {
    case .number(let value):
      guard let measure = target?.target.measure, !measure.isNone else { return value }
      return measure.isPercent ? measure.convert(value, to: .percent) : nil
    case .progress(let percent): return percent
    default: return nil
    }
  }
}

extension Sheet {
  /// Why there is no budget to divide by.
  var whyNoBudget: String {
    let totals = money.filter { $0.direction == .expense && $0.isTotal }.map { "“\($0.name)”" }
    guard expenses.isEmpty, let total = totals.first else { return "全年预算数为0或没有预算行" }
    return "支出只有合计行\(total)，没有分项的预算行"
  }
}
