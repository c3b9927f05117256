// E107: a file without any text.

extension Rule {
  static let emptyFile = Rule(
    .emptyFile,
    title: "文件是空的",
    why: "空文件多半是另存失败或传输中断，与“没有这项数据”不是一回事，不能当作没有处理",
    remedy: "补上标题行和数据；确无内容时删去这个文件",
    firing: Example(.write("budget.csv", "\n")),
    clean: Example(.remove("budget.csv")))
}
