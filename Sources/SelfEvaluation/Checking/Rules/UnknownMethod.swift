// E403: a way of rolling up that is not one of the nine.

extension Rule {
  static let unknownMethod = Rule(
    .unknownMethod,
    title: "汇总方式不认识",
    why: "汇总方式决定单位的数怎样得来，只认规定的九种；同一单位指标的各行也必须一致",
    remedy: "改成求和、加权平均、平均、最大、最小、最差、引用、比率、自报之一",
    firing: Example(.write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,合计,强制检定经费,强制检定台件数,\n")),
    clean: Example(.write("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,求和,强制检定经费,强制检定台件数,\n")))
}
