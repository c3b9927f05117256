// W214: a date of completion outside the year.

extension Rule {
  static let dateOutsideYear = Rule(
    .dateOutsideYear,
    title: "完成日期不在年度内",
    why: "自评的是一个年度的工作，年度之外的完成日期或是笔误，或是跨年完成，复核时都会问到",
    remedy: "核对日期；确在年度之外完成的，在偏差原因中说明",
    firing: Example(.replace("actuals.csv", "2023年12月20日", with: "2024年1月5日")),
    clean: Example(.replace("actuals.csv", "2023年12月20日", with: "2023年12月31日")))
}
