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
      var outputs: [Name: ScoredIndicator] = [:]
      for row in card.rows where outputs[row.indicator.looseKey] == nil && isOutput(row.indicator) {
        outputs[row.indicator.looseKey] = row
      }
      return card.rows.compactMap { row -> Finding? in
        guard row.indicator.levelOne.hasBytes("效益"), let output = outputs[row.indicator.looseKey] else {
          return nil
        }
        let benefit = ExaminedRow(card: card, row: row)
        return benefit.finding(
          .outputAlsoBenefit, at: benefit.indicator.origin,
          "效益中的“\(benefit.indicator.name)”与\(output.indicator.levelOne)中的“\(output.indicator.name)”"
            + "（第\(output.indicator.origin.line)行）是同一指标", remedy: "删去一处，效益改设反映效果的指标")
      }
    }
  }

  private static func isOutput(_ indicator: Indicator) -> Bool {
    indicator.levelOne.hasBytes("产出") || indicator.levelOne.hasBytes("履职")
  }
}
