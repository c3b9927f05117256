// E226: a project projects.csv does not know.

extension Rule {
  static let unknownProject = Rule(
    .unknownProject,
    title: "项目不在项目表中",
    why: "各文件靠项目名称相连，名称差一个字就成了另一个项目，它的预算和完成值会落空",
    remedy: "改成 projects.csv 中的名称，或在其中补上该项目",
    firing: Example(.replace("budget.csv", "强制检定经费,支出,检定业务费", with: "强制检验经费,支出,检定业务费")),
    clean: Example(.replace("budget.csv", "强制检定经费,支出,检定业务费", with: "强制检定经费 ,支出,检定业务费")))
}
