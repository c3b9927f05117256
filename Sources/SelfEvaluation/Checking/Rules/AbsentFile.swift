// W117: no projects.csv or no budget.csv.

extension Rule {
  static let absentFile = Rule(
    .absentFile,
    title: "缺少项目情况或预算文件",
    why: "没有它们也能计分，但报告少了项目基本情况或资金部分，预算执行率和勾稽校验都无从谈起",
    remedy: "补上该文件，可用 jixiao init 生成带表头的空表",
    firing: Example(.remove("projects.csv")),
    clean: Example(.rename("projects.csv", to: "Projects.csv")))
}
