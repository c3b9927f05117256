// E231: one project name twice.

extension Rule {
  static let duplicateProject = Rule(
    .duplicateProject,
    title: "项目名称重复",
    why: "各文件靠项目名称相连，两个项目同名，预算和完成值就会混在一起；“部门整体”留给单位自己的表",
    remedy: "改成不同的名称，或删去重复的一行",
    firing: Example(.append("projects.csv", "003,能力提升经费,示例市场监督管理局,2023.01,2023.12\n")),
    clean: Example(.append("projects.csv", "003,能力提升经费（二期）,示例市场监督管理局,2023.01,2023.12\n")))
}
