// E302: weights that do not sum to 100.

extension Rule {
  static let weightsDoNotSum = Rule(
    .weightsDoNotSum,
    title: "分值合计不是100",
    why: "财预〔2020〕10号的自评以100分计；合计不是100，各表的得分和等级就不能比较",
    remedy: "核对各行分值，使合计正好为100",
    firing: Example(.column("targets.csv", "分值", ["10", "25", "40", "15", "9"])),
    clean: Example(.column("targets.csv", "分值", ["10", "25", "40", "15.5", "9.5"])))
}
