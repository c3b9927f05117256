// E110: a submission without one of its three indispensable files.

extension Rule {
  static let missingFile = Rule(
    .missingFile,
    title: "缺少必需的文件",
    why: "没有单位情况、绩效目标和完成值，就没有可以评价的内容",
    remedy: "补上该文件，可用 jixiao init 生成带表头的空表；完成值也可以分项目放在 actuals 文件夹里",
    firing: Example(.remove("actuals.csv")),
    clean: Example(.rename("actuals.csv", to: "actuals/全部完成值.csv")))
}
