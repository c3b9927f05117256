// E221: a negative amount of money.

extension Rule {
  static let negativeAmount = Rule(
    .negativeAmount,
    title: "金额是负数",
    why: "预算数和执行数不会是负数；收回的资金应在有关数中扣减，否则执行率的分子分母都不可信",
    remedy: "核对金额；收回资金在有关数中直接扣减",
    firing: Example(.replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,-100,200")),
    clean: Example(.replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,0,200")))
}
