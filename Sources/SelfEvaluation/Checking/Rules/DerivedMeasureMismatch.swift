// W405: namesakes that cannot be rolled up.

extension Rule {
  static let derivedMeasureMismatch = Rule(
    .derivedMeasureMismatch,
    title: "同名项目指标的计量单位或类型不合",
    why: "没有写明汇总方式时，同名的项目指标自动汇总；计量单位或类型不合就不能汇总，改由单位自报，并要让人知道",
    remedy: "统一计量单位，或在 rollup.csv 中写明汇总方式",
    firing: Example(
      .replace("targets.csv", "数量指标,,强制检定台件数,≥14000台,≥28000台", with: "数量指标,,强制检定台件数,≥14000份,≥28000份"),
      .replace("actuals.csv", "14500台,28600台", with: "14500份,28600份"),
      .append("actuals.csv", "部门整体,,强制检定台件数,14500台,28600台,,,,检定台账\n")),
    clean: Example(
      .replace("targets.csv", "数量指标,,强制检定台件数,≥14000台,≥28000台", with: "数量指标,,强制检定台件数,≥14000台/件,≥28000台/件")))
}
