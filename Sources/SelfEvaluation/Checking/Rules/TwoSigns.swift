// E215: two comparators in one value.

extension Rule {
  static let twoSigns = Rule(
    .twoSigns,
    title: "两个比较符号",
    why: "两个比较符号叠在一起时，不知道以哪一个为准；后一个（“≥90%且≤95%”）若当作计量单位，限度就丢了一头",
    remedy: "只保留一个比较符号，如“≥28000台”；两头都有限度的写成“90%-95%”",
    firing: Example(.replace("targets.csv", "≥28000台", with: "≥>28000台")),
    clean: Example(.replace("targets.csv", "≥28000台", with: "＞＝28000台")))
}
