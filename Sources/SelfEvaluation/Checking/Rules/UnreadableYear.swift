// E237: a year that is not four digits.

extension Rule {
  static let unreadableYear = Rule(
    .unreadableYear,
    title: "年度无法识别",
    why: "年度用来判断日期并印在每一页上，必须是四位年份",
    remedy: "填写四位年份，如“2023”",
    firing: Example(.replace("unit.csv", "年度,2023\n", with: "年度,二〇二三年\n")),
    clean: Example(.replace("unit.csv", "年度,2023\n", with: "年度,2023年度\n")))
}
