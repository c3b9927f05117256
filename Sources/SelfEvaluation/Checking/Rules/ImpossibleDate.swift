// E213: a day that is not in the calendar.

extension Rule {
  static let impossibleDate = Rule(
    .impossibleDate,
    title: "日期不存在",
    why: "不存在的日期（如11月31日）不能用来判断是否按期，也看不出原意是哪一天；项目的开始、完成时间同样核对",
    remedy: "核对月份和日数；月底可写成“2023年11月底”",
    firing: Example(.replace("targets.csv", "2023年12月31日", with: "2023年11月31日")),
    clean: Example(.replace("targets.csv", "2023年12月31日", with: "2023年12月底")))
}
