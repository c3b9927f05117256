// W220: project codes that lost their leading zeros.

extension Rule {
  static let lostLeadingZeros = Rule(
    .lostLeadingZeros,
    title: "项目编码疑丢了开头的零",
    why: "表格软件把编码当作数字，“002”存成“2”，与财政系统中的编码就对不上了",
    remedy: "把该列设为“文本”格式后补全编码",
    firing: Example(.replace("projects.csv", "002,能力提升经费", with: "2,能力提升经费")),
    clean: Example(.replace("projects.csv", "002,能力提升经费", with: "102,能力提升经费")))
}
