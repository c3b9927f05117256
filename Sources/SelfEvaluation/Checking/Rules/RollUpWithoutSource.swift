// E402: a roll-up from a project or an indicator that does not exist.

extension Rule {
  static let rollUpWithoutSource = Rule(
    .rollUpWithoutSource,
    title: "汇总的来源不存在",
    why: "来源项目或项目指标的名称对不上，单位的数就少了一块",
    remedy: "改成 targets.csv 中的项目名称和指标名称",
    firing: Example(.write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,引用,强制检定经费,强检台件数,\n")),
    clean: Example(.write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,引用,强制检定经费,强制检定台件数,\n")))
}
