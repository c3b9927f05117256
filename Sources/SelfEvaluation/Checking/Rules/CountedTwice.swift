// E409: one source twice in a roll-up.

extension Rule {
  static let countedTwice = Rule(
    .countedTwice,
    title: "汇总来源重复",
    why: "同一项目的同一指标出现两次，求和会重复计算，平均会偏向它",
    remedy: "删去重复的一行",
    firing: Example(
      .write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,求和,强制检定经费,强制检定台件数,\n强制检定台件数,求和,强制检定经费,强制检定台件数,\n")
    ),
    clean: Example(.write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,求和,强制检定经费,强制检定台件数,\n")))
}
