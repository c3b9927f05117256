// E301: weights for some indicators and none for others.

extension Rule {
  static let mixedWeights = Rule(
    .mixedWeights,
    title: "分值有的填了、有的没填",
    why: "一张表要么全部写明分值，要么全部留空由评分办法分配；混在一起时，空着的该得多少分无从确定",
    remedy: "全部填写，或全部留空由评分办法分配",
    firing: Example(.column("targets.csv", "分值", ["10", "25", "40", "15"])),
    clean: Example(.column("targets.csv", "分值", ["10", "25", "40", "15", "10"])))
}
