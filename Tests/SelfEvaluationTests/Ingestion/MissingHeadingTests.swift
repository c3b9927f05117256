// A file without its heading is one mistake: nothing is said to be missing that was not read.

import Testing

@testable import SelfEvaluation

@Suite struct MissingHeadingTests {
  private func errors(_ edits: Example.Edit...) throws -> [Code] {
    let outcome = try #require(Example(edits, period: .year).outcome)
    return outcome.findings.filter { $0.severity == .error }.map(\.code)
  }

  @Test(arguments: [
    ("unit.csv", "项,内容"), ("targets.csv", "项目名称,一级指标"), ("budget.csv", "项目名称,收支"),
    ("actuals.csv", "项目名称,二级指标"),
    ("projects.csv", "项目编码,项目名称"),
  ]) func isTheOnlyError(_ file: String, _ heading: String) throws {
    #expect(try errors(.replace(file, heading, with: "某列,另一列")) == [.missingHeading])
  }

  @Test func noProjectIsUnknownWhereNoneIsKnown() throws {
    #expect(
      try errors(.remove("projects.csv"), .replace("targets.csv", "项目名称,一级指标", with: "某列,另一列"))
        == [.missingHeading])
  }

  /// With its heading, what a file lacks is said.
  @Test func aHeadingAloneLacksItsContent() throws {
    let heading = "项目名称,一级指标,二级指标,重点工作,三级指标,半年指标值,全年指标值\n"
    #expect(try errors(.write("targets.csv", heading)).contains(.noIndicators))
    #expect(try errors(.write("unit.csv", "项,内容\n年度,2023\n")) == [.missingKey])
  }

  /// What rollup.csv names is not said to be missing where no target was read.
  @Test(arguments: [
    Example.Edit.remove("targets.csv"), .write("targets.csv", ""), .write("targets.csv", "\u{1}"),
  ])
  func rollUpsAreNotBlamedForMissingTargets(_ edit: Example.Edit) throws {
    let rollUp = "单位指标,汇总方式,项目名称,项目指标,权数\n强制检定台件数,引用,强制检定经费,强制检定台件数,\n"
    let codes = try errors(edit, .write("rollup.csv", rollUp))
    #expect(!codes.isEmpty && !codes.contains(.rollUpWithoutIndicator), "\(codes)")
    let unitOnly = try errors(edit, .write("rollup.csv", rollUp), .remove("actuals.csv"))
    #expect(!unitOnly.isEmpty && !unitOnly.contains(.rollUpWithoutIndicator), "\(unitOnly)")
  }

  /// A separator that is neither comma nor tab is named, as without it no column can be found.
  @Test(arguments: [";", "；", "，", "|"]) func theSeparatorIsNamed(_ separator: String) throws {
    let heading = "项目名称,一级指标,二级指标,三级指标,全年指标值".split(separator: ",").joined(separator: separator)
    let outcome = try #require(Example([.write("targets.csv", heading + "\n")], period: .year).outcome)
    let finding = try #require(outcome.findings.first { $0.code == .missingHeading })
    #expect(finding.remedy.contains("“\(separator)”，应是英文逗号"), "\(finding.remedy)")
    let other = try #require(Example([.write("targets.csv", "甲\(separator)乙\n")], period: .year).outcome)
    #expect(other.findings.first { $0.code == .missingHeading }?.remedy.hasPrefix("补上列名") == true)
  }

  /// The unit's own name in place of 部门整体.
  @Test func theUnitsNameIsNoProject() throws {
    let row = "示例检验所,数量指标,强制检定台件数,1,1\n"
    let heading = "项目名称,二级指标,三级指标,半年完成值,全年完成值\n"
    let outcome = try #require(Example([.write("actuals.csv", heading + row)], period: .year).outcome)
    let finding = try #require(outcome.findings.first { $0.code == .unknownProject })
    #expect(finding.remedy.contains("项目名称写作“部门整体”"), "\(finding.remedy)")
  }
}
