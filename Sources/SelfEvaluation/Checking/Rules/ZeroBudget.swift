// W312: no budget to compute an execution rate from.

extension Rule {
  static let zeroBudget = Rule(
    .zeroBudget,
    title: "预算为零，执行率无法计算",
    why: "分母为零时执行率不是零，而是没有意义；按不适用处理，其余分值折算",
    remedy: "核对 budget.csv；确无预算时不必改动",
    firing: Example(.replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,0,0,0,0")),
    clean: Example(.replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,0,0")))
}
