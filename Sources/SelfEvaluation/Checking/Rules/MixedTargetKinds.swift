// E410: sources of another kind than the unit's target.

extension Rule {
  static let mixedTargetKinds = Rule(
    .mixedTargetKinds,
    title: "指标值类型不同，不能这样汇总",
    why: "文字不能求和，数字与日期也不能相比；来源与单位指标应是同一类型",
    remedy: "改汇总方式为“自报”，或改用同类的项目指标",
    firing: Example(.write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,求和,强制检定经费,量值溯源体系完善程度,\n")),
    clean: Example(.write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n量值溯源体系完善程度,最差,强制检定经费,量值溯源体系完善程度,\n")))
}
