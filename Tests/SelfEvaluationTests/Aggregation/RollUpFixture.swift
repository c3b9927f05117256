// What the tests of this folder share: small submissions made of rows, examined as the tool does.

import Testing

@testable import SelfEvaluation

/// A submission in rows; the unit's own rows have 项目名称 部门整体.
struct RollUpFixture {
  /// 项目名称, 一级指标, 三级指标, 全年指标值, then 半年指标值 where it is stated.
  var targets: [[String]]
  /// 项目名称, 三级指标, 全年完成值, then 半年完成值 where it is stated.
  var actuals: [[String]]
  /// 单位指标, 汇总方式, 项目名称, 项目指标, 权数.
  var rollUp: [[String]] = []
  /// 项目名称, 资金名称, 全年预算数, 全年执行数; all of them 支出.
  var budget: [[String]] = []
  var rubric = "jiangsu"
  var overrides: [(String, String)] = []
  var period = Period.year

  var files: [SourceFile] {
    let names = targets.map { $0[0] }.filter { $0 != Sheet.unitName }
    let projects = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return [
      file("unit.csv", "项,内容", [["单位名称", "某单位"], ["年度", "2023"]]),
      file("projects.csv", "项目名称", projects.map { [$0] }),
      file(
        "budget.csv", "项目名称,收支,资金名称,全年预算数,全年执行数,半年计划执行数,半年执行数",
        budget.map { [$0[0], "支出"] + $0.dropFirst() + ["0", "0"] }),
      file(
        "targets.csv", "项目名称,一级指标,二级指标,三级指标,全年指标值,半年指标值",
        targets.map { [$0[0], $0[1], "某类", $0[2], $0[3], $0.count > 4 ? $0[4] : ""] }),
      file(
        "actuals.csv", "项目名称,三级指标,全年完成值,半年完成值,偏差原因",
        actuals.map { [$0[0], $0[1], $0[2], $0.count > 3 ? $0[3] : "", "有原因"] }),
      file("rollup.csv", "单位指标,汇总方式,项目名称,项目指标,权数", rollUp),
      file("rubric.csv", "项,值", overrides.map { [$0.0, $0.1] }),
    ].compactMap(\.self)
  }

  private func file(_ path: String, _ heading: String, _ rows: [[String]]) -> SourceFile? {
    guard !rows.isEmpty else { return nil }
    let lines = [heading] + rows.map { $0.joined(separator: ",") }
    return SourceFile(path: path, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  func outcome() throws -> Pipeline.Outcome {
    var options = try Repository.options(period)
    options.rubricName = rubric
    return Pipeline.examine(files, options: options)
  }

  /// The rolled-up figure of the unit's indicator of this name.
  func figure(_ name: String) throws -> RolledFigure {
    try #require(try outcome().unit.figures.first { $0.entry.indicator.name == name })
  }

  /// Its 完成值 as shown.
  func value(_ name: String) throws -> String { try figure(name).achievement?.text ?? "无" }
}

extension RollUpFixture {
  /// A unit indicator fed by one indicator of each of several projects, 甲 乙 丙 …, all with the unit's target
  /// unless others are given.
  static func from(
    _ target: String, _ method: String, _ actuals: [String], sources: [String] = [], level: String = "履职"
  ) -> RollUpFixture {
    let projects = zip("甲乙丙丁", actuals).map { (String($0), $1) }
    return RollUpFixture(
      targets: [[Sheet.unitName, level, "总项", target]]
        + projects.enumerated().map { index, project in
          [project.0, "产出", "分项", index < sources.count ? sources[index] : target]
        },
      actuals: projects.map { [$0.0, "分项", $0.1] },
      rollUp: projects.map { ["总项", method, $0.0, "分项", ""] })
  }
}
