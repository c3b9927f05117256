// W326: hardly any money spent, and all quantities reached.

extension Rule {
  static let littleMoneyFullQuantities = Rule(
    .littleMoneyFullQuantities,
    title: "几乎没有支出而数量指标全部完成",
    why: "预算执行率不到10%而数量指标全部完成，复核时会怀疑完成值不是这笔钱做出来的，或支出记在了别处",
    remedy: "核对数量指标的完成值和执行数；用其他资金完成的写明资金来源",
    firing: Example(.replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,100,19")),
    clean: Example(.replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,100,20"))
  ) { examination in
    guard examination.period == .year else { return [] }
    return examination.cards.compactMap { card in
      let quantities = card.rows.filter { $0.indicator.levelTwo.hasBytes("数量") && !$0.isNotApplicable }
      guard let spent = card.execution.rate, spent < Quantity(10), !quantities.isEmpty,
        quantities.allSatisfy({ $0.isMet == true })
      else { return nil }
      return examination.aboutMoney(
        .littleMoneyFullQuantities, card,
        "“\(card.name)”的预算执行率只有\(spent.rounded(to: 2))%，而\(quantities.count)个数量指标全部完成",
        remedy: "核对数量指标的完成值和执行数；用其他资金完成的写明资金来源")
    }
  }
}
