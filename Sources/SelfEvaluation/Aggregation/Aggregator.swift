// Stage 3: the unit's scorecard from the project scorecards.

struct Aggregator {
  let submission: Submission
  let rubric: Rubric
  let period: Period

  /// Rolls the projects up by the plan, scores the unit's sheet and cross-checks everything.
  func aggregate(_ projects: [Scorecard], by plan: RollUpPlan?) -> (UnitScorecard, [Finding]) {
    guard let unit = submission.unitSheet, let plan else {
      let checks = Reconciler(
        submission: submission, rubric: rubric, projects: projects, unit: nil, plan: nil, figures: []
      )
      .checks()
      return (UnitScorecard(card: nil, figures: [], reconciliation: checks), [])
    }
    let roller = Roller(cards: CardIndex(projects), period: period, defaults: rubric.defaults)
    var (figures, findings) = roller.roll(plan)
    var rolledUp: [Int: Achievement?] = [:]
    for figure in figures {
      rolledUp.updateValue(figure.achievement, forKey: figure.entry.indicator.ordinal)
    }
    for entry in plan.entries where entry.isBroken {
      rolledUp.updateValue(nil, forKey: entry.indicator.ordinal)
    }
    let (card, faults) = Scorer(rubric: rubric, period: period).score(unit, rolledUp: rolledUp)
    findings += faults
    // Every unit indicator stands in the lineage, the ones it reports itself too.
    let rolled = Dictionary(
      figures.map { ($0.entry.indicator.ordinal, $0) }, uniquingKeysWith: { first, _ in first })
    figures = plan.entries.map { entry in rolled[entry.indicator.ordinal] ?? own(entry, card) }
    let checks = Reconciler(
      submission: submission, rubric: rubric, projects: projects, unit: card, plan: plan, figures: figures
    )
    .checks()
    return (UnitScorecard(card: card, figures: figures, reconciliation: checks), findings)
  }

  private func own(_ entry: RollUpEntry, _ card: Scorecard) -> RolledFigure {
    let row = card.row(entry.indicator.ordinal)
    let value =
      switch row.achievement?.actual {
      case .number(let number): number.text
      case .date(let day): day.text
      default: row.achievement?.text ?? ""
      }
    let contribution = Contribution(
      project: Sheet.unitName, indicator: entry.indicator, value: value, weight: "",
      source: row.achievement?.source)
    let computed = row.achievement?.source == .computed
    let spent = period == .half ? "半年执行数" : "全年执行数"
    return RolledFigure(
      entry: entry, contributions: [contribution], achievement: row.achievement,
      targets: TargetRollUps(), period: period,
      derivation: Derivation(
        formula: computed ? "计算：\(spent)合计÷全年预算数合计" : "自报：单位填报", substitution: row.achievement?.text ?? ""))
  }
}
