// What is said of a 完成值 whose unit of measure is not the target's.

extension ActualParser {
  static func mismatch(
    _ value: Quantity, _ written: Measure, _ text: String, _ target: Target, _ measure: Measure
  ) -> Remark {
    if SecondBound.remark(on: written.text, text, isSigned: true) != nil {
      return Remark(
        .unreadableActual, "完成值“\(text)”的数字后面还有比较的符号或用语，看不出实际达到多少",
        remedy: "只写实际达到的数和计量单位，如“27320台”")
    }
    guard measure.isNone else {
      return Remark(
        .measureMismatch,
        "完成值“\(text)”的计量单位“\(written.text)”与指标值“\(shown(target))”的单位“\(measure.text)”不一致",
        remedy: "换算成“\(measure.text)”后填写，或更正指标值的单位")
    }
    let plain = written.isPercent ? nil : written.convert(value, to: Measure(scaled: 1))
    return Remark(
      .measureMismatch,
      "完成值“\(text)”以“\(written.isPercent ? written.text : written.scale)”计，而指标值“\(shown(target))”没有计量单位",
      remedy: "在指标值中补上计量单位"
        + (plain.map { "，或把完成值写成“\($0.text)\(written.unscaledText)”" } ?? "，或改填与指标值同一口径的数"))
  }
}
