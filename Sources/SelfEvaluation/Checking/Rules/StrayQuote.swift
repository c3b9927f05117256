// E105: a quote in the middle of a cell.

extension Rule {
  static let strayQuote = Rule(
    .strayQuote,
    title: "单元格中间有英文双引号",
    why: "英文双引号在CSV中是括住单元格的符号，出现在中间时无法断定哪些逗号是内容、哪些是分隔",
    remedy: "改用中文引号“”，或把整个单元格括起来并把其中的引号写成两个",
    firing: Example(.replace("unit.csv", "完成年度检定任务", with: "完成\"年度\"检定任务")),
    clean: Example(.replace("unit.csv", "完成年度检定任务", with: "完成“年度”检定任务")))
}
