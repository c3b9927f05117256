// W216: an actual that repeats the comparator of its target.

extension Rule {
  static let repeatedSign = Rule(
    .repeatedSign,
    title: "完成值带有比较符号",
    why: "完成值是一个实际的数，照抄指标值的“≥”会让人怀疑填的是目标而不是结果；计算时按其中的数字",
    remedy: "写实际达到的数字，不写比较符号",
    firing: Example(.replace("actuals.csv", "28600台", with: "≥28600台")),
    clean: Example(.replace("actuals.csv", "28600台", with: "+28600台")))
}
