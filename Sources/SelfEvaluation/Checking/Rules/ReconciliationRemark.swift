// N423: a cross-check that is no contradiction and still needs a word.

extension Rule {
  /// Groups of checks whose remarks have findings of their own: W321 and W324.
  private static let remarkedElsewhere = ["G11", "G12"]

  static let reconciliationRemark = Rule(
    .reconciliationRemark,
    title: "勾稽提示",
    why: "没有同名项目指标、计量单位写法不一、金额相同而名称交叉、上年有结转而目标为零：算不上错，但复核时会问，先想好怎样回答",
    remedy: "核对是否属实；需要时统一名称和单位，或在报告中说明",
    firing: Example(
      .replace("targets.csv", "数量指标,,强制检定台件数,≥14000台,≥28000台", with: "数量指标,,强制检定台件数,≥14000台/件,≥28000台/件")),
    clean: Example(
      .replace("targets.csv", "数量指标,,强制检定台件数,≥14000台,≥28000台", with: "数量指标,,强制检定台件数,≥1.4万台,≥2.8万台"))
  ) { examination in
    examination.unit.reconciliation.compactMap { check in
      guard check.verdict == .remark, !remarkedElsewhere.contains(where: check.id.startsWithBytes) else {
        return nil
      }
      let indicator = examination.indicator(of: check)
      let subject = indicator.map { "“\($0.name)”" } ?? check.title
      let figures = [check.left, check.right].filter { $0 != indicator?.name && $0 != "无" && !$0.isEmpty }
      let shown = figures.isEmpty ? "" : "（\(figures.joined(separator: "；"))）"
      return Finding(
        .reconciliationRemark, at: check.origin.map(Place.cell) ?? .submission, sheet: check.sheet,
        indicator: indicator?.name, "\(subject)：\(check.basis)\(shown)",
        remedy: "核对是否属实；需要时统一名称和单位，或在报告中说明")
    }
  }
}
