// W323: the same thing counted as output and as benefit.

extension Rule {
  static let outputAlsoBenefit = Rule(
    .outputAlsoBenefit,
    title: "同一指标既算产出又算效益",
    why: "产出是做了什么，效益是带来了什么；同一个指标两边都列，同一件事就得了两次分，复核时扣去一次",
    remedy: "删去一处，效益改设反映效果的指标",
    firing: Example(
      .replace("targets.csv", "服务产业能力提升,较显著,较显著", with: "新增设备数,≥10套,≥20套"),
      .replace("actuals.csv", "服务产业能力提升,较显著,较显著", with: "新增设备数,11套,21套")),
    clean: Example(
      .replace("targets.csv", "服务产业能力提升,较显著,较显著", with: "新增设备利用率,≥50%,≥60%"),
      .replace("actuals.csv", "服务产业能力提升,较显著,较显著", with: "新增设备利用率,70%,75%"))
  ) { examination in
    examination.cards.flatMap { card in
      let rows = card.rows.map { ExaminedRow(card: card, row: $0) }
      let outputs = rows.filter {
        $0.indicator.levelOne.hasBytes("产出") || $0.indicator.levelOne.hasBytes("履职")
      }
      let benefits = rows.filter { $0.indicator.levelOne.hasBytes("效益") }
      return benefits.compactMap { benefit -> Finding? in
        let key = DerivedPlan.key(benefit.indicator.name)
        guard let output = outputs.first(where: { DerivedPlan.key($0.indicator.name) == key }) else {
          return nil
        }
        return benefit.finding(
          .outputAlsoBenefit, at: benefit.indicator.origin,
          "效益中的“\(benefit.indicator.name)”与\(output.indicator.levelOne)中的“\(output.indicator.name)”"
            + "（第\(output.indicator.origin.line)行）是同一指标", remedy: "删去一处，效益改设反映效果的指标")
      }
    }
  }
}
