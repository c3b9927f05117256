// E407: a weighted method without a weight.

extension Rule {
  static let missingRollUpWeight = Rule(
    .missingRollUpWeight,
    title: "缺少权数",
    why: "加权平均和比率都要知道各项目占多少，没有权数就算不出来",
    remedy: "填写“预算”，或同一项目另一个数量指标的名称",
    firing: Example(
      .write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n客户满意度,加权平均,强制检定经费,客户满意度,\n客户满意度,加权平均,能力提升经费,使用人员满意度,\n")),
    clean: Example(
      .write(
        "rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n客户满意度,加权平均,强制检定经费,客户满意度,预算\n客户满意度,加权平均,能力提升经费,使用人员满意度,预算\n")))
}
