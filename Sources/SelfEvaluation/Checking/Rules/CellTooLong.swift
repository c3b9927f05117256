// E108: a cell of more than 65,536 characters.

extension Rule {
  static let cellTooLong = Rule(
    .cellTooLong,
    title: "单元格过长",
    why: "一格超过65536个字符，几乎总是引号没有配对、把许多行读成了一格，或粘贴了整篇文件",
    remedy: "核对这一格前后的引号是否成对；确是正文的，压缩后填写",
    firing: Example(.appendMade("unit.csv") { "主要成效," + String(repeating: "检", count: 65_537) + "\n" }),
    clean: Example(.appendMade("unit.csv") { "主要成效," + String(repeating: "检", count: 65_536) + "\n" }))
}
