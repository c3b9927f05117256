// W412: the unit promises something else than its projects together.

extension Rule {
  static let targetsDoNotRollUp = Rule(
    .targetsDoNotRollUp,
    title: "单位目标与项目目标汇总不同",
    why: "单位的目标靠各项目实现；按同一汇总方式算，项目目标合起来与单位目标不同，就有一部分没有人负责，或目标未及调整",
    remedy: "核对单位与各项目的指标值；另有来源的，在 rollup.csv 中写明",
    firing: Example(.replace("targets.csv", "≥14000台,≥28000台", with: "≥15000台,≥30000台")),
    clean: Example(.replace("targets.csv", "≥14000台,≥28000台", with: "≥1.4万台,≥2.8万台"))
  ) { examination in
    guard let card = examination.unit.card else { return [] }
    return examination.unit.figures.compactMap { figure in
      guard figure.entry.method != .own else { return nil }
      let gaps = [Period.year, .half].compactMap { targetGap(of: figure, in: $0) }
      guard !gaps.isEmpty else { return nil }
      let sources = figure.entry.sources.map { "\($0.project)“\($0.indicator.name)”" }.joined(separator: "、")
      return ExaminedRow(card: card, row: card.row(figure.entry.indicator.ordinal)).aboutTarget(
        .targetsDoNotRollUp,
        "“\(figure.entry.indicator.name)”\(gaps.joined(separator: "；"))（\(figure.entry.method.rawValue)：\(sources)）",
        remedy: "核对单位与各项目的指标值；另有来源的，在 rollup.csv 中写明")
    }
  }

  /// What the unit's target of a period says and what the projects' come to, where the two differ.
  static func targetGap(of figure: RolledFigure, in period: Period) -> String? {
    let rolled = figure.targets[period]
    guard figure.entry.method != .own, let own = figure.entry.indicator.target(in: period) else { return nil }
    guard !rolled.text.isEmpty, !(rolled.difference.map(\.isZero) ?? (own.target.bare == rolled.text)) else {
      return nil
    }
    let measure = own.target.measure?.text ?? ""
    let unit = own.target.measure?.isPercent == true ? "个百分点" : measure
    let difference = rolled.difference.map { "，相差\($0.magnitude.text)\(unit)" } ?? ""
    return "\(period == .half ? "半年" : "全年")目标“\(own.text)”，项目目标汇总为\(rolled.text)\(measure)\(difference)"
  }
}
