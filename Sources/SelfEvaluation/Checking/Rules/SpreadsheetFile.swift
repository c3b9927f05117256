// E103: a workbook with its ending changed.

extension Rule {
  static let spreadsheetFile = Rule(
    .spreadsheetFile,
    title: "工作簿改了扩展名",
    why: "把 xlsx、xls 的扩展名改成 csv 并不改变内容，里面仍是压缩包或二进制数据，没有可读的行和列",
    remedy: "用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”",
    firing: Example(.bytes("budget.csv", Array("PK\u{03}\u{04}xl/workbook.xml".utf8))),
    clean: Example(.savedAsGB18030("budget.csv")))
}
