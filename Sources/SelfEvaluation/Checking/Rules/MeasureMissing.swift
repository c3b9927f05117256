// N210: an actual without a unit of measure.

extension Rule {
  static let measureMissing = Rule(
    .measureMissing,
    title: "完成值没有计量单位",
    why: "没有单位的数按指标值的整个单位理解（连同其中的“万”），这一理解应当让人知道",
    remedy: "补上计量单位；理解无误时不必改动",
    firing: Example(.replace("actuals.csv", "28600台", with: "28600")),
    clean: Example(.replace("actuals.csv", "28600台", with: "2.86万台")))
}
