// W334: given weights that do not tell whether a row 预算执行率 is to be added.

extension Rule {
  private static let separateRow = Example.Edit.write(
    "rubric.csv", "项,值,依据\n预算执行率分值,10,本单位规定\n项目/过程,10,本单位规定\n部门整体/过程,15,本单位规定\n")
  private static let inapplicable = Example.Edit.replace(
    "actuals.csv", "工作计划健全性,健全,健全,,,", with: "工作计划健全性,健全,不适用,,本年未编制,")

  static let executionRowUndecided = Rule(
    .executionRowUndecided,
    title: "看不出是否另加预算执行率",
    why: "各行分值合计正好差一个预算执行率分值时才另加那一行；不适用的指标没有写分值，合计就不完整，多十分少十分看不出来",
    remedy: "填写不适用指标的分值，使合计正好为100，或100减去预算执行率分值",
    firing: Example(separateRow, inapplicable, .column("targets.csv", "分值", ["/", "", "45", "30", "10"])),
    clean: Example(separateRow, inapplicable, .column("targets.csv", "分值", ["5", "", "45", "30", "10"])))
}
