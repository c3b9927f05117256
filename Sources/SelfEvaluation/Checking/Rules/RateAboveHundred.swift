// W321: a rate that would have to exceed 100 %.

extension Rule {
  static let rateAboveHundred = Rule(
    .rateAboveHundred,
    title: "比率超过100%",
    why: "合格率、完成率、满意度一类的比率不会超过100%，“≥100%”只能是“=100%”，完成值超过100%说明分子或分母有误",
    remedy: "改成“=100%”；完成值超过100%的，核对分子和分母",
    firing: Example(.replace("targets.csv", "设备验收合格率,=100%,=100%", with: "设备验收合格率,=100%,≥100%")),
    clean: Example(.replace("targets.csv", "设备验收合格率,=100%,=100%", with: "设备验收合格率,=100%,≥99.9%"))
  ) { examination in
    var findings: [Finding] = []
    for examined in examination.rows where RateNames.isBounded(examined.indicator.name) {
      if let finding = target(of: examined) { findings.append(finding) }
      if let finding = actual(of: examined) { findings.append(finding) }
    }
    return findings
  }

  private static func target(of examined: ExaminedRow) -> Finding? {
    guard case .number(let comparator, let goal, let measure)? = examined.indicator.year?.target,
      measure.isPercent,
      let hundred = Measure.percent.convert(.hundred, to: measure),
      goal > hundred || goal == hundred && (comparator == .atLeast || comparator == .above)
    else { return nil }
    return examined.aboutTarget(
      .rateAboveHundred,
      "“\(examined.indicator.name)”不会超过100%，全年指标值却是“\(examined.indicator.year?.text ?? "")”",
      remedy: goal > hundred ? "核对指标值，或更正指标名称" : "改成“=100%”")
  }

  private static func actual(of examined: ExaminedRow) -> Finding? {
    guard let measure = examined.row.target?.target.measure, measure.isPercent, examined.filedOrigin != nil,
      let hundred = Measure.percent.convert(.hundred, to: measure),
      let value = examined.row.achievement?.actual.number, value > hundred
    else { return nil }
    return examined.aboutActual(
      .rateAboveHundred,
      "“\(examined.indicator.name)”不会超过100%，完成值却是“\(examined.row.achievement?.text ?? "")”",
      remedy: "核对分子和分母")
  }
}
