// E208: 0.92 where the indicator is in percent.

extension Rule {
  static let fractionForPercent = Rule(
    .fractionForPercent,
    title: "小数还是百分数分不清",
    why: "表格软件会把92%存成0.92；指标以%计量时，0.92既可能是92%，也可能是0.92%，差一百倍",
    remedy: "写明百分号，如“92%”",
    firing: Example(.replace("actuals.csv", "91%,92%", with: "91%,0.92")),
    clean: Example(.replace("actuals.csv", "91%,92%", with: "91%,92")))
}
