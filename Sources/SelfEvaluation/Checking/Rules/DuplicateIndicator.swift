// E228: one indicator twice under the same level 2.

extension Rule {
  static let duplicateIndicator = Rule(
    .duplicateIndicator,
    title: "同一指标重复",
    why: "同一张表、同一二级指标下的同名指标无法区分，分值会被占用两次，完成值也不知道给哪一个",
    remedy: "删去重复的一行，或改正指标名称",
    firing: Example(.append("targets.csv", "强制检定经费,成本,经济成本,,会议费成本,≤550元/人/天,≤550元/人/天\n")),
    clean: Example(
      .append("targets.csv", "强制检定经费,成本,经济成本,,差旅费成本,≤550元/人/天,≤550元/人/天\n"),
      .append("actuals.csv", "强制检定经费,,差旅费成本,400元/人/天,430元/人/天,,,,差旅决算\n")))
}
