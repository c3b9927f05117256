// W309: an actual above 130 % of its target.

extension Rule {
  static let farAboveTarget = Rule(
    .farAboveTarget,
    title: "完成值超过指标值的130%",
    why: """
      财预〔2020〕10号要求对大幅超过指标值的说明原因，目标定得偏低的酌情扣减，但没有规定比例；\
      这里只提示、不扣分，评分办法另定“超额扣减”的才扣
      """,
    remedy: "写明超额的原因；目标定低了的，在下年度调整",
    firing: Example(.replace("actuals.csv", "28600台", with: "36401台")),
    clean: Example(.replace("actuals.csv", "28600台", with: "36400台"))
  ) { examination in
    guard examination.period == .year else { return [] }
    let deducted = examination.rubric.excessDeduction.isPositive
    return examination.rows.compactMap { examined in
      guard examined.row.isFarAbove, !examination.isExplainedByProjects(examined) else { return nil }
      let rate = Completion.text(examined.row.completion, examined.row.target?.target)
      let effect = deducted ? "按评分办法扣减\(examination.rubric.excessDeduction.text)%" : "只提示，不扣分"
      return examined.aboutActual(
        .farAboveTarget,
        "完成值“\(examined.row.achievement?.text ?? "")”达到指标值“\(examined.targetText)”的\(rate)，超过130%；\(effect)",
        remedy: examined.row.reason.isEmpty ? "在偏差原因中写明超额的原因；目标定低了的，下年度调整" : "核对偏差原因是否说明了为何超额")
    }
  }
}

extension Examination {
  /// Whether a figure of the unit was rolled up from a project figure that is reported itself.
  fileprivate func isExplainedByProjects(_ examined: ExaminedRow) -> Bool {
    guard case .rolledUp? = examined.row.achievement?.source else { return false }
    return figures[examined.indicator.ordinal]?.entry.sources.contains { source in
      index.card(named: source.project)?.row(source.indicator.ordinal).isFarAbove ?? false
    } ?? false
  }
}
