// E211: a number where the target is a quality.

extension Rule {
  static let numberForQuality = Rule(
    .numberForQuality,
    title: "定性指标填了数字",
    why: "定性指标按达成、部分达成、未达成三档计分，单独一个数字看不出是比例还是得分",
    remedy: "填写“达成”“部分达成”或“未达成”，可附百分比，如“部分达成 75%”",
    firing: Example(.replace("actuals.csv", "立项依据充分性,充分,充分", with: "立项依据充分性,充分,95")),
    clean: Example(.replace("actuals.csv", "立项依据充分性,充分,充分", with: "立项依据充分性,充分,达成 95%")))
}
