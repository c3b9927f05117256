// E225: a blank where something must stand.

extension Rule {
  static let emptyRequiredCell = Rule(
    .emptyRequiredCell,
    title: "必填的单元格是空的",
    why: "缺了项目名称、指标名称或全年指标值，这一行就不知道属于谁、评价什么",
    remedy: "填写该单元格；整行不需要时删去该行",
    firing: Example(.replace("budget.csv", "强制检定经费,支出,检定业务费", with: "强制检定经费,支出,")),
    clean: Example(.replace("budget.csv", "检定业务费,,200,100", with: "检定业务费,200,200,100")))
}
