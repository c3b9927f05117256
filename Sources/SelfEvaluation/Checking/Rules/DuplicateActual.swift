// E229: two actuals for one indicator.

extension Rule {
  static let duplicateActual = Rule(
    .duplicateActual,
    title: "同一指标的完成值填了两次",
    why: "两行都报了同一指标，取哪一行都可能错；常见于 actuals.csv 与 actuals 文件夹里的文件各报一次",
    remedy: "只保留一行；两个文件都报了的，删去其中一个",
    firing: Example(.append("actuals.csv", "强制检定经费,,会议费成本,500元/人/天,530元/人/天,,,,会议决算\n")),
    clean: Example(.append("actuals.csv", "部门整体,,强制检定台件数,14500台,28600台,,,,检定台账\n")))
}
