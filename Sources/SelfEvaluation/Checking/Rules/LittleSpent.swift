// W329: more than a fifth of the money unspent; the yellow light of bureaus' own checks.

extension Rule {
  static let littleSpent = Rule(
    .littleSpent,
    title: "超过20%的预算没有支出",
    why: "财政部门自查时，未支出超过预算20%的亮黄灯，要求说明原因，并作为下年度压减预算的依据",
    remedy: "写明结余结转的原因；需要时办理预算调整",
    firing: Example(.replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,100,159")),
    clean: Example(.replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,100,160"))
  ) { examination in
    guard examination.period == .year else { return [] }
    return examination.cards.compactMap { card in
      guard let rate = card.execution.rate, rate < Quantity(80), let spent = card.execution.spent else {
        return nil
      }
      let budget = card.execution.budget
      return examination.aboutMoney(
        .littleSpent, card,
        "“\(card.name)”全年预算\(budget.text)万元，支出\(spent.text)万元，执行率\(rate.rounded(to: 2))%，"
          + "未支出的超过20%", remedy: "在报告中写明结余结转的原因；需要时办理预算调整")
    }
  }
}
