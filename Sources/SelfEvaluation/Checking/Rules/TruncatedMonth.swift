// E219: 2023.1, which may be January or October.

extension Rule {
  static let truncatedMonth = Rule(
    .truncatedMonth,
    title: "年月疑丢了末尾的零",
    why: "表格软件把“2023.10”当作小数，存成“2023.1”，于是1月与10月无法分清",
    remedy: "写成“2023年10月底”或“2023-10-31”",
    firing: Example(.replace("targets.csv", "2023年12月31日", with: "2023.1")),
    clean: Example(.replace("targets.csv", "2023年12月31日", with: "2023.12.31")))
}
