// E209: an actual in another unit of measure than its target.

extension Rule {
  static let measureMismatch = Rule(
    .measureMismatch,
    title: "计量单位与指标值不一致",
    why: "不同的计量单位不能比较；同义的单位（台与台件、批次与次、个与项）和万、亿会自动换算，其余须由填报人说明",
    remedy: "换算成指标值的计量单位后填写，或更正指标值的单位",
    firing: Example(.replace("actuals.csv", "28600台", with: "28600套")),
    clean: Example(.replace("actuals.csv", "28600台", with: "2.86万台件")))
}
