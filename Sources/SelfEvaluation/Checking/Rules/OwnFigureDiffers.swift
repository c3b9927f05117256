// W411: the unit's own figure beside the one rolled up from its projects.

extension Rule {
  static let ownFigureDiffers = Rule(
    .ownFigureDiffers,
    title: "单位自报数与项目汇总数不同",
    why: "能从项目汇总的指标以汇总数为准；单位又自报一个不同的数，说明有项目漏报、重复，或口径不同",
    remedy: "核对两个数；口径不同的，在 rollup.csv 中改为自报并说明",
    firing: Example(.append("actuals.csv", "部门整体,,强制检定台件数,14500台,29000台,,,,检定台账\n")),
    clean: Example(.append("actuals.csv", "部门整体,,强制检定台件数,14500台,2.86万台,,,,检定台账\n"))
  ) { examination in
    guard let card = examination.unit.card else { return [] }
    return examination.unit.figures.compactMap { figure in
      guard figure.entry.method != .own else { return nil }
      let examined = ExaminedRow(card: card, row: card.row(figure.entry.indicator.ordinal))
      guard let rolled = figure.achievement,
        let stated = examined.filing?.stated(in: examination.period), !agree(stated, rolled)
      else { return nil }
      return examined.finding(
        .ownFigureDiffers, at: stated.origin,
        "单位自报“\(stated.text)”，而按“\(figure.entry.method.rawValue)”从项目汇总得“\(rolled.text)”，以汇总数为准",
        remedy: "核对两个数；口径不同的，在 rollup.csv 中改为“自报”并说明")
    }
  }

  /// Whether a filed figure is the rolled-up one, to the digits it is written with.
  private static func agree(_ stated: StatedActual, _ rolled: Achievement) -> Bool {
    switch (stated.actual, rolled.actual) {
    case (.number(let own), .number(let sum)):
      let decimals = own.text.split(separator: ".").dropFirst().first?.count ?? 0
      return own == sum || sum.rounded(to: decimals) == own.fixed(atLeast: decimals)
    case (.attainment(let own, _), .attainment(let worst, _)): return own == worst
    default: return stated.actual == rolled.actual
    }
  }
}
