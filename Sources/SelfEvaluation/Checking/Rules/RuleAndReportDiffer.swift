// W308: the unit's own points are not those of the formula.

extension Rule {
  static let ruleAndReportDiffer = Rule(
    .ruleAndReportDiffer,
    title: "自评得分与规则得分不同",
    why: """
      自评得分是单位的判断，规则得分是按评分办法算出的数；两者并列，相差0.05以上的逐项列出，\
      让审核的人看到判断落在哪里
      """,
    remedy: "核对自评得分；确有理由与规则不同的，在偏差原因中说明",
    firing: Example(.replace("actuals.csv", "28600台,,", with: "28600台,12,")),
    clean: Example(.replace("actuals.csv", "28600台,,", with: "28600台,14.95,"))
  ) { examination in
    examination.rows.compactMap { examined in
      guard let reported = examined.row.reported, let byRule = examined.row.ruleScore,
        (reported - byRule).hundredths.magnitude > 5
      else { return nil }
      let how = examined.row.derivation.map { "（\($0.formula)）" } ?? ""
      let more = reported > byRule ? "高" : "低"
      let gap = Points(hundredths: Int64(clamping: (reported - byRule).hundredths.magnitude))
      return examined.finding(
        .ruleAndReportDiffer, at: examined.filing?.reportedOrigin ?? examined.indicator.origin,
        "自评得分\(reported.text)比规则得分\(byRule.text)\(more)\(gap.text)\(how)",
        remedy: "核对自评得分；确有理由的，在偏差原因中说明")
    }
  }
}
