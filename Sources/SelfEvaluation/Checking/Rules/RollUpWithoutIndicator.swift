// E401: a roll-up for an indicator the unit does not have.

extension Rule {
  static let rollUpWithoutIndicator = Rule(
    .rollUpWithoutIndicator,
    title: "汇总的单位指标不存在",
    why: "汇总方式里的单位指标要能在部门整体的绩效目标中找到，否则汇总出来的数没有去处",
    remedy: "改成 targets.csv 中部门整体的指标名称",
    firing: Example(.write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定总台数,引用,强制检定经费,强制检定台件数,\n")),
    clean: Example(.write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,引用,强制检定经费,强制检定台件数,\n")))
}
