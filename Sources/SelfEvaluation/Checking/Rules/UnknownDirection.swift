// E239: a money row that is neither income nor expense.

extension Rule {
  static let unknownDirection = Rule(
    .unknownDirection,
    title: "收支不明",
    why: "收入和支出分别合计、互相勾稽，既非收入也非支出的金额不知道算在哪一边",
    remedy: "填写“收入”或“支出”",
    firing: Example(.replace("budget.csv", "强制检定经费,支出,检定业务费", with: "强制检定经费,开支,检定业务费")),
    clean: Example(.replace("budget.csv", "强制检定经费,支出,检定业务费", with: "强制检定经费,支 出,检定业务费")))
}
