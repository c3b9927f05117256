// W249: a form whose printed targets a spreadsheet has rewritten.

extension Rule {
  static let damagedForm = Rule(
    .damagedForm,
    title: "填报表中的指标值被软件改写",
    why: "列窄了存成 ####，大数存成 2.8E+04，百分数存成小数，日期存成序号，“10-12”存成日期：是表格软件弄坏的，不是填报人改了目标",
    remedy: "核对完成值各列有没有同样的损坏；指标值按 targets.csv 计算，这一列不必改动",
    firing: Example(.column("actuals.csv", "目标值", ["", "", "", "2.8E+04"])),
    clean: Example(.column("actuals.csv", "目标值", ["", "", "", "\"28,000\""])))
}
