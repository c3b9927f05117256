// W235: a key unit.csv does not have.

extension Rule {
  static let unknownKey = Rule(
    .unknownKey,
    title: "不认识的项",
    why: "项的名称不在约定之内，内容没有读取，也不会出现在报告里",
    remedy: "改成约定的项；不需要时不必改动",
    firing: Example(.append("unit.csv", "主要成绩,检定任务全部完成\n")),
    clean: Example(.append("unit.csv", "主要成效,检定任务全部完成\n")))
}
