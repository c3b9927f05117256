// E250: a targets file without a single indicator.

extension Rule {
  static let noIndicators = Rule(
    .noIndicators,
    title: "没有一行指标",
    why: "没有绩效目标就没有可自评的内容；只有表头的空表多半是还没有填，或另存为时选错了工作表",
    remedy: "在 targets.csv 中填写各表的指标和指标值",
    firing: Example(.write("targets.csv", "项目名称,一级指标,二级指标,三级指标,半年指标值,全年指标值\n")),
    clean: Example(
      .write("actuals.csv", "项目名称,三级指标,全年完成值,偏差原因\n强制检定经费,会议费成本,520元/人/天,\n"),
      .write("targets.csv", "项目名称,一级指标,二级指标,三级指标,全年指标值\n强制检定经费,成本,经济成本,会议费成本,≤550元/人/天\n")))
}
