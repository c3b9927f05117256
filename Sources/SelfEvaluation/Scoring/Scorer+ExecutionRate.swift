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

  /// What keeps the separate row from its points, pointed at the money; an indicator of the sheet that stands for it has
  /// its own finding.
  func missingRate(_ sheet: Sheet, _ execution: Execution) -> Finding? {
    guard period == .year, execution.rate == nil, !sheet.indicators.contains(where: \.isExecutionRate) else {
      return nil
    }
    let lines = sheet.expenses
    let line = execution.budget.isZero ? nil : lines.first { $0.executed == nil }
    let place = (line ?? lines.first).map { Place.cell($0.origin) } ?? .file("budget.csv")
    return rateFault(sheet, execution, at: place, indicator: Indicator.executionRate)
  }

  /// Why money gives no rate: there is nothing to divide by, or a line without what was spent.
  func rateFault(_ sheet: Sheet, _ execution: Execution, at place: Place, indicator: String) -> Finding {
    guard !execution.budget.isZero else {
      return Finding(
        .zeroBudget, at: place, sheet: sheet.name, indicator: indicator,
        "“\(sheet.name)”的\(sheet.whyNoBudget)，预算执行率无法计算，按不适用处理", remedy: "核对 budget.csv；确无预算时不必改动")
    }
    let column = period == .half ? "半年执行数" : "全年执行数"
    return Finding(
      .missingActual, at: place, sheet: sheet.name, indicator: indicator,
      "“\(sheet.name)”的预算执行率没有完成值：budget.csv 的\(column)没有填全，无法计算",
      remedy: "在 budget.csv 中填全该表支出行的\(column)")
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
