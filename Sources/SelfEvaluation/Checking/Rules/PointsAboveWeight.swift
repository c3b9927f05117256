// E306: more points claimed than the indicator carries.

extension Rule {
  static let pointsAboveWeight = Rule(
    .pointsAboveWeight,
    title: "自评得分高于分值",
    why: "得分不能超过分值，财政部门的系统也会拒收",
    remedy: "改成不超过分值的数",
    firing: Example(.replace("actuals.csv", "28600台,,", with: "28600台,16,")),
    clean: Example(.replace("actuals.csv", "28600台,,", with: "28600台,15,")))
}
