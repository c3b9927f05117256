// E247: a sheet for which nothing has come in.

extension Rule {
  static let projectNotHandedIn = Rule(
    .projectNotHandedIn,
    title: "整个项目没有交完成值",
    why: "一个项目的指标全都没有完成值，是还没有交，不是漏填了几格；逐个指标报一遍只会淹没别的问题",
    remedy: "催交该项目的填报表，放进 actuals 文件夹；已经交来的，核对表中的项目名称",
    firing: Example(.write("actuals.csv", withoutSecondProject)),
    clean: Example(
      .write("actuals.csv", withoutSecondProject), .write("actuals/能力提升经费.csv", secondProject)))

  private static let actuals =
    Example.base.first { $0.path == "actuals.csv" }
    .map { String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n") } ?? []

  /// The actuals of the base but for one project's.
  static let withoutSecondProject = actuals.filter { !$0.hasPrefix("能力提升经费") }.map { $0 + "\n" }.joined()
  /// That project's actuals as a file of their own.
  static let secondProject = (actuals.prefix(1) + actuals.filter { $0.hasPrefix("能力提升经费") })
    .map { $0 + "\n" }.joined()
}
