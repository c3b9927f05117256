// E106: a row with more or fewer cells than its heading.

extension Rule {
  static let raggedRow = Rule(
    .raggedRow,
    title: "列数与表头不一致",
    why: "少一个逗号，后面的内容就整体左移一列：项目名称会落到项目编码里，金额会落到别的年度里",
    remedy: "补齐缺少的逗号，空单元格也占一列；内容里有逗号的，用英文双引号把整个单元格括起来",
    firing: Example(.replace("projects.csv", "002,能力提升经费,", with: "能力提升经费,")),
    clean: Example(.replace("projects.csv", "002,能力提升经费,", with: ",能力提升经费,")))
}
