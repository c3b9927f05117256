// E408: weights that sum to zero.

extension Rule {
  static let zeroDenominator = Rule(
    .zeroDenominator,
    title: "权数合计为零",
    why: "加权平均和比率以权数合计为分母，合计为零时没有结果",
    remedy: "核对权数的来源，或改用别的汇总方式",
    firing: Example(
      .replace("actuals.csv", "28600台", with: "0台"),
      .write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n客户满意度,加权平均,强制检定经费,客户满意度,强制检定台件数\n")),
    clean: Example(
      .replace("actuals.csv", "28600台", with: "1台"),
      .write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n客户满意度,加权平均,强制检定经费,客户满意度,强制检定台件数\n")))
}
