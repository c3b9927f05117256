// N113: totals and footnotes among the data.

extension Rule {
  static let rowSkipped = Rule(
    .rowSkipped,
    title: "跳过的合计行或脚注",
    why: "合计、小计由程序按明细重新计算，脚注不是数据；两者都不读取，但不能悄悄丢掉",
    remedy: "核对跳过的确不是数据；是数据的补全各列",
    firing: Example(.append("targets.csv", "合计,,,,,,\n")),
    clean: Example(.append("targets.csv", ",,,,,,\n")))
}
