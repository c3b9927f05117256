// E102: characters that drive a device and are no text.

extension Rule {
  static let controlCharacter = Rule(
    .controlCharacter,
    title: "含有控制字符",
    why: "控制字符在表格中看不见，却会随数据进入正式文件，并使网页和邮件不合格式；单元格中只允许制表符和换行",
    remedy: "删去看不见的字符，或在单元格中重新键入内容",
    firing: Example(.replace("unit.csv", "完成年度检定任务", with: "完成年度\u{0B}检定任务")),
    clean: Example(.replace("unit.csv", "完成年度检定任务", with: "\"完成年度\n检定任务\"")))
}
