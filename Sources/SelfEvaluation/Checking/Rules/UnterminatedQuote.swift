// E104: a quote that opens and never closes.

extension Rule {
  static let unterminatedQuote = Rule(
    .unterminatedQuote,
    title: "英文双引号没有配对",
    why: "单元格以英文双引号开头时，读到配对的引号才算结束；没有配对，后面的行会被当作同一格的内容",
    remedy: "在单元格末尾补上英文双引号；引号是内容的，改用中文引号“”",
    firing: Example(.replace("unit.csv", "完成年度检定任务", with: "\"完成年度检定任务")),
    clean: Example(.replace("unit.csv", "完成年度检定任务", with: "\"完成年度检定任务\"")))
}
