// E304: a level 1 the rubric has no share for.

extension Rule {
  static let unknownLevelOne = Rule(
    .unknownLevelOne,
    title: "一级指标不在评分办法中",
    why: "评分办法按一级指标定权重，不认识的一级指标没有权重可分",
    remedy: "改成评分办法中的名称；确需这一类的，在 rubric.csv 中为它定权重，或换评分办法",
    firing: Example(.replace("targets.csv", "部门整体,满意度,", with: "部门整体,社会评价,")),
    clean: Example(.replace("targets.csv", "部门整体,满意度,", with: "部门整体,满意度指标,")))
}
