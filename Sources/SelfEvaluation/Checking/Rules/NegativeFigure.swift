// W244: fewer than nothing was counted.

extension Rule {
  static let negativeFigure = Rule(
    .negativeFigure,
    title: "计数指标的完成值是负数",
    why: "台数、份数、合格率不会小于零，负号多半是误键；只有增减、结余一类的指标才可能是负数",
    remedy: "核对完成值，去掉误键的负号",
    firing: Example(.replace("actuals.csv", "28600台", with: "-28600台")),
    clean: Example(.replace("actuals.csv", "28600台", with: "0台"))
  ) { examination in
    examination.rows.compactMap { examined in
      guard examined.filedOrigin != nil, let value = examined.row.achievement?.actual.number, value < .zero,
        let target = examined.row.target?.target, let goal = target.quantity, goal >= .zero,
        target.measure?.counts == true || RateNames.isBounded(examined.indicator.name),
        !examined.indicator.name.hasBytes(ofOneOf: mayFall)
      else { return nil }
      return examined.aboutActual(
        .negativeFigure, "完成值“\(examined.row.achievement?.text ?? "")”是负数，而指标值是“\(examined.targetText)”",
        remedy: "核对完成值，去掉误键的负号")
    }
  }

  /// Words in names of indicators that may well be negative.
  private static let mayFall = ["增", "减", "降", "变动", "变化", "差", "利润", "盈", "结余"]
}
