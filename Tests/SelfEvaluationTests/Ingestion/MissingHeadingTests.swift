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
}
