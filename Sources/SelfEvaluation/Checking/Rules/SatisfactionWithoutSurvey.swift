// N330: a satisfaction rate that no survey stands behind.

extension Rule {
  static let satisfactionWithoutSurvey = Rule(
    .satisfactionWithoutSurvey,
    title: "满意度没有调查佐证",
    why: "满意度要靠问卷、测评、回访得出；佐证材料里看不到调查，复核时多不予认可",
    remedy: "补充调查问卷、测评或回访记录作为佐证",
    firing: Example(.replace("actuals.csv", "91%,92%,,,,满意度调查", with: "91%,92%,,,,年度总结")),
    clean: Example(.replace("actuals.csv", "91%,92%,,,,满意度调查", with: "91%,92%,,,,客户问卷统计表"))
  ) { examination in
    examination.rows.compactMap { examined in
      guard let filing = examined.filing, examined.filedOrigin != nil, !examined.row.isNotApplicable,
        examined.isUnder("满意") || examined.indicator.name.hasBytes("满意度"), !filing.evidence.isEmpty,
        !filing.evidence.hasBytes(ofOneOf: surveys)
      else { return nil }
      return examined.finding(
        .satisfactionWithoutSurvey, at: filing.origin,
        "“\(examined.indicator.name)”的佐证材料是“\(filing.evidence)”，看不出做过调查",
        remedy: "补充调查问卷、测评或回访记录作为佐证")
    }
  }

  private static let surveys = ["调查", "问卷", "测评", "调研", "回访", "评议", "评价", "访谈", "满意度统计", "好差评"]
}
