// E207: a ≥ that text recognition took for a 2.

extension Rule {
  static let misreadSign = Rule(
    .misreadSign,
    title: "比较符号疑被识别成数字",
    why: "文字识别常把“≥”认成“2”，“≥90%”就成了“290%”；按290%计分会使达标的指标变成未达标",
    remedy: "核对原件，改写成“≥90%”；确是290%的写成“=290%”",
    firing: Example(.replace("targets.csv", "≥80%,≥80%", with: "≥80%,280%")),
    clean: Example(.replace("targets.csv", "≥80%,≥80%", with: "≥80%,≥80％")))
}
