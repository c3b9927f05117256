// E227: an actual for an indicator that has no target.

extension Rule {
  static let unknownIndicator = Rule(
    .unknownIndicator,
    title: "完成值对不上指标",
    why: "完成值按三级指标的名称与绩效目标相连；名称对不上，这个数就没有目标可比",
    remedy: "改成 targets.csv 中的指标名称",
    firing: Example(.replace("actuals.csv", "强制检定台件数", with: "强制检定台次数")),
    clean: Example(.replace("actuals.csv", "强制检定台件数", with: "强制检定　台件数")))
}
