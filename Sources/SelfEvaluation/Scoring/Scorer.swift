// Stage 2: a sheet and a rubric become a scorecard; what is sound is scored, the rest is named.

struct Scorer {
  let rubric: Rubric
  let period: Period

  /// Scores a sheet. `rolledUp` holds the figures the projects supply, by ordinal, nil where they could not be
  /// rolled up (their sources' findings say why): only for the unit's own sheet.
  func score(_ sheet: Sheet, rolledUp: [Int: Achievement?] = [:]) -> (Scorecard, [Finding]) {
    let execution = Execution(of: sheet, period: period)
    var findings: [Finding] = []
    var achievements: [Achievement?] = []
    for indicator in sheet.indicators {
      let (achievement, missing) = achievement(indicator, sheet, execution, rolledUp)
      achievements.append(achievement)
      if let missing { findings.append(missing) }
    }
    let (weights, faults) = WeightAllotter(rubric: rubric).allot(sheet) {
      if case .notApplicable? = achievements[$0.ordinal - 1]?.actual { true } else { false }
    }
    findings += faults
    let rows = zip(sheet.indicators, achievements).map { indicator, achievement in
      row(indicator, weights.weights[indicator.ordinal - 1], achievement, sheet)
    }
    for row in rows { judge(row, sheet, &findings) }
    let executionRow = weights.executionRow.map { self.executionRow($0, rows, execution) }
    if executionRow != nil, let fault = missingRate(sheet, execution) { findings.append(fault) }
    return (card(sheet, rows, execution, executionRow, weights), findings)
  }

  /// The actual that counts: rolled up, filed, or computed from the money.
  private func achievement(
    _ indicator: Indicator, _ sheet: Sheet, _ execution: Execution, _ rolledUp: [Int: Achievement?]
  ) -> (Achievement?, Finding?) {
    if let figure = rolledUp[indicator.ordinal] { return (figure, nil) }
    let filing = sheet.filings[indicator.ordinal]
    if let stated = filing?.stated(in: period) {
      return (Achievement(actual: stated.actual, text: stated.text, source: .filed(stated.origin)), nil)
    }
    // An unreadable actual, or one whose target is unreadable, already has its error.
    if let filing, !filing.text(in: period).isEmpty { return (nil, nil) }
    if indicator.isExecutionRate {
      return computedRate(indicator, sheet, execution)
    }
    let missing = period == .half ? "半年完成值" : "全年完成值"
    return (
      nil,
      Finding(
        .missingActual, at: filing.map { .cell($0.origin) } ?? .cell(indicator.origin), sheet: sheet.name,
        indicator: indicator.name, "“\(sheet.name)”的指标“\(indicator.name)”没有\(missing)",
        remedy: "在完成值文件中填写；不适用的填“不适用”并写明偏差原因")
    )
  }

  private func computedRate(
    _ indicator: Indicator, _ sheet: Sheet, _ execution: Execution
  ) -> (Achievement?, Finding?) {
    if let rate = execution.rate {
      return (Achievement(actual: .number(rate), text: "\(rate.text)%", source: .computed), nil)
    }
    return (
      execution.budget.isZero
        ? Achievement(actual: .notApplicable, text: "不适用", source: .computed) : nil,
      rateFault(sheet, execution, at: .cell(indicator.origin), indicator: indicator.name)
    )
  }

  /// The same for the separate row, pointed at the money; an indicator of the sheet that stands for it has its own.
  private func missingRate(_ sheet: Sheet, _ execution: Execution) -> Finding? {
    guard period == .year, execution.rate == nil, !sheet.indicators.contains(where: \.isExecutionRate) else {
      return nil
    }
    let lines = sheet.expenses
    let line = execution.budget.isZero ? nil : lines.first { $0.executed == nil }
    let place = (line ?? lines.first).map { Place.cell($0.origin) } ?? .file("budget.csv")
    return rateFault(sheet, execution, at: place, indicator: Indicator.executionRate)
  }

  /// Why money gives no rate: there is nothing to divide by, or a line without what was spent.
  private func rateFault(
    _ sheet: Sheet, _ execution: Execution, at place: Place, indicator: String
  ) -> Finding {
    guard !execution.budget.isZero else {
      return Finding(
        .zeroBudget, at: place, sheet: sheet.name, indicator: indicator,
        "“\(sheet.name)”的全年预算数为0或没有预算行，预算执行率无法计算，按不适用处理", remedy: "核对 budget.csv；确无预算时不必改动")
    }
    let column = period == .half ? "半年执行数" : "全年执行数"
    return Finding(
      .missingActual, at: place, sheet: sheet.name, indicator: indicator,
      "“\(sheet.name)”的预算执行率没有完成值：budget.csv 的\(column)没有填全，无法计算",
      remedy: "在 budget.csv 中填全该表支出行的\(column)")
  }

  private func row(
    _ indicator: Indicator, _ weight: Points?, _ achievement: Achievement?, _ sheet: Sheet
  ) -> ScoredIndicator {
    let target = indicator.target(in: period)
    let filing = sheet.filings[indicator.ordinal]
    var scored: (Points, Derivation)?
    if period == .year, let weight, let target, let achievement {
      scored = ScoreRule(rubric: rubric).score(weight, target.target, achievement.actual)
    }
    return ScoredIndicator(
      indicator: indicator, weight: weight, target: target, achievement: achievement,
      completion: Completion.rate(target?.target, achievement?.actual), ruleScore: scored?.0,
      reported: period == .year && weight != nil ? filing?.reported : nil, derivation: scored?.1,
      signal: period == .half ? achievement.flatMap { Signal(indicator, $0.actual) } : nil, filing: filing)
  }

  /// Errors that only scoring can see: a percentage outside its band, points above the weight.
  private func judge(_ row: ScoredIndicator, _ sheet: Sheet, _ findings: inout [Finding]) {
    if row.completion == nil, Completion.isOutOfRange(row.target?.target, row.achievement?.actual) {
      findings.append(
        Finding(
          .figureOutOfRange, at: row.indicator.origin, sheet: sheet.name, indicator: row.indicator.name,
          "“\(row.indicator.name)”的完成率超出可精确计算的范围：完成值“\(row.achievement?.text ?? "")”，指标值“\(row.target?.text ?? "")”",
          remedy: "核对完成值和指标值的数字与计量单位"))
    }
    if case .attainment(let grade, let percent?)? = row.achievement?.actual,
      case .filed(let origin)? = row.achievement?.source
    {
      let band = rubric.band(of: grade)
      let inside = percent >= band.lower && (percent < band.upper || band.closed && percent == band.upper)
      if !inside {
        let bounds = "\(band.lower.text)%—\(band.upper.text)%\(band.closed ? "" : "（不含）")"
        findings.append(
          Finding(
            .percentOutsideBand, at: origin, sheet: sheet.name, indicator: row.indicator.name,
            "“\(grade.word)”的比例写的是\(percent.text)%，不在评分办法规定的\(bounds)之内", remedy: "改比例，或改为相应的等级"))
      }
    }
    if let reported = row.reported, let weight = row.weight, reported > weight {
      findings.append(
        Finding(
          .pointsAboveWeight, at: row.filing?.reportedOrigin ?? row.indicator.origin, sheet: sheet.name,
          indicator: row.indicator.name, "自评得分\(reported.text)高于分值\(weight.text)",
          remedy: "改为不超过\(weight.text)的数"))
    }
  }

  private func executionRow(
    _ weight: Points, _ rows: [ScoredIndicator], _ execution: Execution
  ) -> ExecutionRow {
    let own = rows.first { $0.indicator.isExecutionRate }
    let rate = own?.achievement?.actual.number ?? execution.rate
    guard let rate, period == .year,
      let (score, derivation) = ScoreRule(rubric: rubric).score(
        weight, .number(.atLeast, .hundred, .percent), .number(rate))
    else {
      let isOwed = rate == nil && !execution.budget.isZero && own?.isNotApplicable != true
      let reason =
        period == .half ? "运行监控不计分" : isOwed ? "预算执行率没有完成值" : "预算执行率无法计算，按不适用处理"
      return ExecutionRow(
        weight: weight, rate: rate, score: nil, derivation: Derivation(formula: reason, substitution: ""))
    }
    return ExecutionRow(weight: weight, rate: rate, score: score, derivation: derivation)
  }

  private func card(
    _ sheet: Sheet, _ rows: [ScoredIndicator], _ execution: Execution, _ executionRow: ExecutionRow?,
    _ weights: WeightAllotment
  ) -> Scorecard {
    let extra = executionRow?.weight ?? .zero
    let all = Points.sum(rows.compactMap(\.weight)) + extra
    let applicable =
      Points.sum(rows.filter { !$0.isNotApplicable }.compactMap(\.weight))
      + (executionRow?.score == nil && period == .year ? .zero : extra)
    let rowScore = executionRow?.score ?? .zero
    let year = period == .year
    let total = converted(Points.sum(rows.compactMap(\.score)) + rowScore, applicable, all)
    let byRule = converted(
      Points.sum(rows.compactMap { $0.isNotApplicable ? nil : $0.ruleScore }) + rowScore, applicable, all)
    let signals = rows.compactMap(\.signal) + [execution.signal].compactMap { $0 }
    return Scorecard(
      sheet: sheet, period: period, rows: rows, execution: execution, executionRow: executionRow,
      weightsAllotted: weights.allotted, weightTotal: all, applicableWeight: applicable,
      total: year ? total : nil, ruleTotal: year ? byRule : nil, grade: year ? total.map(rubric.grade) : nil,
      signal: signals.map(\.light).min().map { Signal(light: $0, notDue: false) })
  }

  /// Σ得分 ÷ Σ适用分值 × 100 where something does not apply, else the plain sum.
  private func converted(_ sum: Points, _ applicable: Points, _ all: Points) -> Points? {
    guard applicable > .zero else { return nil }
    guard applicable != .full else { return sum }
    return sum.times(100_00, over: Int128(applicable.hundredths))
  }
}
