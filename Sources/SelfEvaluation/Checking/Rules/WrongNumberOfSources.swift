// E406: too many or too few sources for the method.

extension Rule {
  static let wrongNumberOfSources = Rule(
    .wrongNumberOfSources,
    title: "汇总来源的个数不对",
    why: "“引用”只能有一个来源，“自报”没有来源，其余至少一个；个数不对，说明方式或来源写错了",
    remedy: "增删来源行，或改汇总方式",
    firing: Example(
      .write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,引用,强制检定经费,强制检定台件数,\n强制检定台件数,引用,能力提升经费,新增设备数量,\n")),
    clean: Example(.write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,引用,强制检定经费,强制检定台件数,\n")))
}
