// W234: an actual under another level 2 than its target.

extension Rule {
  static let levelTwoElsewhere = Rule(
    .levelTwoElsewhere,
    title: "二级指标与绩效目标不同",
    why: "二级指标写错不影响计分，但说明填报人看的可能不是同一张目标表",
    remedy: "改成绩效目标中的二级指标，或留空",
    firing: Example(.replace("actuals.csv", "强制检定经费,,强制检定台件数", with: "强制检定经费,质量指标,强制检定台件数")),
    clean: Example(.replace("actuals.csv", "强制检定经费,,强制检定台件数", with: "强制检定经费,数量指标,强制检定台件数")))
}
