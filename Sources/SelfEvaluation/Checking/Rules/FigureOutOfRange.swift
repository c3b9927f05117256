// E414: a roll-up or 完成率 too large to be exact.

extension Rule {
  static let figureOutOfRange = Rule(
    .figureOutOfRange,
    title: "汇总结果或完成率超出范围",
    why: "汇总和完成率用精确的数，结果的整数部分超过12位就不能保证一分不差；这样大的数多半是单位写错了",
    remedy: "核对各来源的数字，或改用更大的计量单位",
    firing: Example(
      .replace("targets.csv", "≥10套,≥20套", with: "≥10000000000台,≥20000000000台"),
      .replace("actuals.csv", "11套,21套", with: "11台,5000000000000台"),
      .replace("actuals.csv", "28600台", with: "5000000000000台"),
      .write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,求和,强制检定经费,强制检定台件数,\n强制检定台件数,求和,能力提升经费,新增设备数量,\n")),
    clean: Example(
      .replace("targets.csv", "≥10套,≥20套", with: "≥10000000000台,≥20000000000台"),
      .replace("actuals.csv", "11套,21套", with: "11台,5000000000000台"),
      .write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,求和,强制检定经费,强制检定台件数,\n强制检定台件数,求和,能力提升经费,新增设备数量,\n"))
  )
}
