// E222: an amount that is no number of 万元.

extension Rule {
  static let unreadableAmount = Rule(
    .unreadableAmount,
    title: "金额无法识别",
    why: "预算文件的金额一律以万元计；写着“元”的数若当作万元，会大一万倍",
    remedy: "只写数字，以万元为单位，如“4289.49”",
    firing: Example(
      .replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,100,2000000元")),
    clean: Example(.replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,100,200万元")))
}
