// E303: a weight that is no number of points.

extension Rule {
  static let unreadableWeight = Rule(
    .unreadableWeight,
    title: "分值无法识别",
    why: "分值是0到100之间、至多两位小数的数，多于两位的小数在合计时对不上100",
    remedy: "填写如“2.5”的数；全表都不填时由评分办法分配",
    firing: Example(.column("targets.csv", "分值", ["10.005", "25", "40", "15", "9.995"])),
    clean: Example(.column("targets.csv", "分值", ["10.05", "25", "40", "15", "9.95"])))
}
