// E240: a name the sheet has twice, without its level 2.

extension Rule {
  static let ambiguousIndicator = Rule(
    .ambiguousIndicator,
    title: "同名指标分不清是哪一个",
    why: "一张表里有两个同名指标时，只凭三级指标的名称不知道指哪一个",
    remedy: "写明二级指标",
    firing: Example(.append("targets.csv", "强制检定经费,成本,社会成本,,会议费成本,≤600元/人/天,≤600元/人/天\n")),
    clean: Example(
      .append("targets.csv", "强制检定经费,成本,社会成本,,会议费成本,≤600元/人/天,≤600元/人/天\n"),
      .replace("actuals.csv", "强制检定经费,,会议费成本", with: "强制检定经费,经济成本,会议费成本"),
      .append("actuals.csv", "强制检定经费,社会成本,会议费成本,500元/人/天,520元/人/天,,,,会议决算\n")))
}
