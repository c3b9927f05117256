// E212: words where the target is a number.

extension Rule {
  static let qualityForNumber = Rule(
    .qualityForNumber,
    title: "定量指标填了文字",
    why: "定量指标要按完成值与指标值的比例计分，“已完成”这样的文字无从计算",
    remedy: "填写实际达到的数字和计量单位；不适用时填“不适用”并写明偏差原因",
    firing: Example(.replace("actuals.csv", "28600台", with: "已完成")),
    clean: Example(.replace("actuals.csv", "28600台", with: "=28600台")))
}
