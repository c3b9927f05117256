import Foundation
import Testing

@testable import SelfEvaluation

@Suite("The narrative of the large sample") struct NarrativeSampleTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Samples/jsmi-2023")

  private func report(_ period: Period) throws -> CheckedReport {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.root.path).filter {
      $0.hasSuffix(".csv")
    }
    let files = try paths.sorted().map { path in
      SourceFile(path: path, bytes: Array(try Data(contentsOf: Self.root.appending(path: path))))
    }
    var options = ReportOptions(date: try #require(Day(year: 2024, month: 1, day: 15)))
    options.period = period
    let outcome = Pipeline.examine(files, options: options)
    let report = outcome.report
    return try #require(report, "\(outcome.findings.filter { $0.severity == .error }.map(\.message))")
  }

  @Test("clean and without repetition", arguments: Period.allCases)
  func laws(_ period: Period) throws {
    let sections = Narrative.sections(try report(period))
    #expect(sections.count == 8)
    for text in NarrativeFixture.texts(sections) {
      for mark in NarrativeFixture.forbidden { #expect(!text.contains(mark), "“\(mark)”：\(text)") }
    }
    #expect(NarrativeFixture.repeated(sections) == [])
  }

  @Test("every unmet indicator is named with its figures")
  func deviations() throws {
    let report = try report(.year)
    let text = NarrativeFixture.text(report, section: 5)
    let unmet = report.cards.flatMap(\.rows).filter { $0.isMet == false }
    #expect(unmet.count > 20)
    for row in unmet { #expect(text.contains(Prose.quoted(row.indicator.name)), "\(row.indicator.name)") }
    #expect(text.contains("“完成计量项目比对数目”") && text.contains("比目标少3项"))
  }

  @Test("money, roll-up and cross-checks as in the figures")
  func figures() throws {
    let report = try report(.year)
    #expect(NarrativeFixture.text(report, section: 3).contains("执行32890.99万元，预算执行率86.78%"))
    #expect(NarrativeFixture.text(report, section: 4).contains("相加得出，为28932台，单位目标为不低于28000台"))
    let problems = NarrativeFixture.text(report, section: 6)
    #expect(problems.contains("全年目标单位定为28000台，项目汇总为27500台，差500台"))
    #expect(problems.contains("支出预算为143.50万元，相差6.50万元"))
  }
}
