// W325: points earned far ahead of money spent; the red light of bureaus' own checks.

extension Rule {
  static let goodResultsLittleMoney = Rule(
    .goodResultsLittleMoney,
    title: "得分率明显高于预算执行率",
    why: """
      钱没有花多少而目标几乎都完成，或是目标定低了，或是预算编多了；财政部门自查时，\
      得分率超过预算执行率5%以上（相对）的亮红灯
      """,
    remedy: "核对执行数和完成值；属实的，在报告中说明节约或结转的原因",
    firing: Example(.replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,100,150")),
    clean: Example(.replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,100,190"))
  ) { examination in
    guard examination.period == .year else { return [] }
    return examination.cards.compactMap { card in
      guard let earned = card.total, let spent = card.execution.rate, earned > .zero,
        // 100 points are 100 %: hundredths of points × 10⁴ are millionths of percent.
        Int128(earned.hundredths) * 10_000 * 100 > Int128(spent.millionths) * 105
      else { return nil }
      return examination.aboutMoney(
        .goodResultsLittleMoney, card,
        "“\(card.name)”的得分率为\(earned.text)%，而预算执行率只有\(spent.rounded(to: 2))%，超出5%以上（相对）",
        remedy: "核对执行数和完成值；属实的，在报告中说明节约或结转的原因")
    }
  }
}
