// E404: a declared source in another unit of measure.

extension Rule {
  static let rollUpMeasureMismatch = Rule(
    .rollUpMeasureMismatch,
    title: "汇总来源的计量单位不同",
    why: "台与套不能相加；写明的汇总方式若单位不合，是填写有误，不能悄悄换一种算法",
    remedy: "统一计量单位，或把汇总方式改为“自报”",
    firing: Example(.write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,求和,能力提升经费,新增设备数量,\n")),
    clean: Example(
      .replace("targets.csv", "≥10套,≥20套", with: "≥10台件,≥20台件"),
      .replace("actuals.csv", "11套,21套", with: "11台件,21台件"),
      .write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,求和,能力提升经费,新增设备数量,\n")))
}
