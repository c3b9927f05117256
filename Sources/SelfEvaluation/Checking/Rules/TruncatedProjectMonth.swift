// W243: a project's month that lost its zero.

extension Rule {
  static let truncatedProjectMonth = Rule(
    .truncatedProjectMonth,
    title: "起止年月疑丢了末尾的零",
    why: "表格软件把“2023.10”当作小数，存成“2023.1”，项目的起止时间就分不清是1月还是10月",
    remedy: "写成“2023.01”或“2023.10”",
    firing: Example(.replace("projects.csv", "2023.12\n", with: "2023.1\n")),
    clean: Example(.replace("projects.csv", "2023.12\n", with: "2023.10\n")))
}
