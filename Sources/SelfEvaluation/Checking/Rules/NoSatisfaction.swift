// W324: a sheet that asks nobody whether he is satisfied.

extension Rule {
  static let noSatisfaction = Rule(
    .noSatisfaction,
    title: "没有满意度指标",
    why: "财预〔2020〕10号的自评权重中满意度占10分；没有这一块，这些分就落在别的指标上，得分不再与别的项目可比",
    remedy: "补设满意度指标；确无服务对象的，在 acknowledged.csv 中说明",
    firing: Example(
      .replace("targets.csv", "能力提升经费,满意度,服务对象满意度,,使用人员满意度,≥80%,≥80%\n", with: ""),
      .replace("actuals.csv", "能力提升经费,,使用人员满意度,90%,93%,,,,满意度调查\n", with: "")),
    clean: Example(.replace("targets.csv", "能力提升经费,满意度,服务对象", with: "能力提升经费,满意度指标,服务对象"))
  ) { examination in
    examination.cards.compactMap { card in
      guard let first = card.sheet.indicators.first,
        !card.sheet.indicators.contains(where: { $0.levelOne.hasBytes("满意") })
      else { return nil }
      return Finding(
        .noSatisfaction, at: first.origin, sheet: card.name,
        "“\(card.name)”没有满意度指标"
          + (card.weightsAllotted ? "，其权重按比例分给其他一级指标" : "，100分全在其他一级指标上"),
        remedy: "补设满意度指标；确无服务对象的，在 acknowledged.csv 中说明")
    }
  }
}
