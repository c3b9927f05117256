// E202: one column twice, perhaps under two names.

extension Rule {
  static let duplicateHeading = Rule(
    .duplicateHeading,
    title: "同一列出现两次",
    why: "两列都是同一项内容（如“指标值”与“全年指标值”）时，取哪一列都可能错",
    remedy: "删去其中一列，或改正列名",
    firing: Example(.replace("targets.csv", "半年指标值,全年指标值", with: "指标值,全年指标值")),
    clean: Example(.replace("targets.csv", "半年指标值,全年指标值", with: "半年指标值,指标值")))
}
