// The default mapping where rollup.csv says nothing (FORMATS §1.3): by name, kind and unit of measure.

struct DerivedPlan {
  /// Project indicators by their name key.
  private let byName: [Name: [(project: String, indicator: Indicator)]]
  private let rubric: Rubric
  private let period: Period

  init(projects: [Sheet], rubric: Rubric, period: Period) {
    (self.rubric, self.period) = (rubric, period)
    var index: [Name: [(project: String, indicator: Indicator)]] = [:]
    index.reserveCapacity(projects.reduce(0) { $0 + $1.indicators.count })
    for project in projects {
      for indicator in project.indicators {
        index[indicator.looseKey, default: []].append((project.name, indicator))
      }
    }
    byName = index
  }

  /// The indicators of projects that bear the unit indicator's name.
  func namesakes(of indicator: Indicator) -> [(project: String, indicator: Indicator)] {
    byName[indicator.looseKey] ?? []
  }

  /// The entry for a unit indicator, with a warning where its namesakes cannot be used.
  func entry(for indicator: Indicator) -> (RollUpEntry, Finding?) {
    // Wherever it stands: rubrics with a separate row know no level-1 过程.
    if indicator.isExecutionRate { return (own(indicator, "由本表资金计算；填报了的用填报数"), nil) }
    if rubric.isManagement(indicator) {
      return (own(indicator, "决策、过程类由单位自报"), nil)
    }
    let found = namesakes(of: indicator)
    if found.isEmpty { return (own(indicator, "没有同名项目指标，由单位自报"), nil) }
    let method: RollUpMethod =
      if found.count == 1 { .quote } else if counts(indicator) { .sum } else { .worst }
    guard let unfit = found.first(where: { !fits($0.indicator, indicator, method) }) else {
      let sources = found.map { RollUpSource(project: $0.project, indicator: $0.indicator, weight: nil) }
      let note = method == .sum ? "同名计数指标相加" : method == .quote ? "唯一同名项目指标" : "同名指标取最差"
      return (
        RollUpEntry(indicator: indicator, method: method, sources: sources, isDeclared: false, note: note),
        nil
      )
    }
    let (left, right) = (shown(indicator), shown(unfit.indicator))
    let finding = Finding(
      .derivedMeasureMismatch, at: indicator.origin, sheet: Sheet.unitName, indicator: indicator.name,
      "“\(indicator.name)”的指标值是“\(left)”，而“\(unfit.project)”的同名指标是“\(right)”，计量单位或类型不一致，改由单位自报",
      remedy: "统一计量单位，或在 rollup.csv 中写明汇总方式")
    return (own(indicator, "同名项目指标的计量单位不一致，由单位自报"), finding)
  }

  private func fits(_ source: Indicator, _ unit: Indicator, _ method: RollUpMethod) -> Bool {
    let fitness = SourceFitness(period: period)
    return fitness.kindsAgree(unit, source, method) && fitness.measuresAgree(unit, source)
  }

  /// Whether the unit's target counts things, so that project figures add up.
  private func counts(_ indicator: Indicator) -> Bool {
    indicator.target(in: period)?.target.measure?.counts(indicator.key) ?? false
  }

  private func own(_ indicator: Indicator, _ note: String) -> RollUpEntry {
    RollUpEntry(indicator: indicator, method: .own, sources: [], isDeclared: false, note: note)
  }

  private func shown(_ indicator: Indicator) -> String { indicator.target(in: period)?.text ?? "" }
}

extension Rubric {
  /// Level-1 决策 and 过程, by whatever name the rubric knows them, are the unit's own affair.
  func isManagement(_ indicator: Indicator) -> Bool {
    let level = canonical(indicator.levelOne)
    return level.startsWithBytes("决策") || level.startsWithBytes("过程")
  }
}
