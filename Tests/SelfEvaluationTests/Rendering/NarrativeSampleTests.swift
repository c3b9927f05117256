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

  @Test("the largest shortfalls in sentences, every unmet indicator in the annex")
  func deviations() throws {
    let report = try report(.year)
    let section = Narrative.sections(report)[5]
    let text = NarrativeFixture.text(report, section: 5)
    let items = section.blocks.flatMap { block -> [String] in
      guard case .list(let items) = block else { return [] }
      return items
    }
    #expect(items.count == Narrative.toldDeviations)
    #expect(items.first?.hasPrefix("科研项目经费“申报省部级科研项目数”") == true)
    #expect(text.contains("“完成计量项目比对数目”") && text.contains("比目标少3项") && text.contains("附表1"))

    let annex = try #require(Narrative.annexes(report).first)
    #expect(annex.columns.map(\.heading) == ["表", "三级指标", "指标值", "完成值", "得分／分值", "偏差原因", "改进措施"])
    let unmet = report.cards.flatMap { card in card.rows.filter { $0.isMet == false }.map { (card, $0) } }
    #expect(unmet.count == annex.rows.count && unmet.count > 50)
    for ((card, row), told) in zip(unmet, annex.rows) {
      #expect(told.cells[0].text == card.name && told.cells[1].text == row.indicator.name)
      #expect(told.cells[2].text == row.target?.text && told.cells[3].text == row.achievement?.text)
      #expect(!told.cells[5].text.isEmpty && told.cells[6].text == row.measure)
    }
  }

  /// 59 behind: 9 rolled up from missed ones, the unit's execution rate, 10 told, 39 left; those filed are to have a
  /// measure.
  @Test("the counts of unmet indicators add up from section to section")
  func counts() throws {
    let report = try report(.year)
    let facts = NarrativeFacts(report)
    let unmet = facts.all.filter(facts.isBehind)
    let rolled = unmet.count { facts.isToldByProject($0) }
    #expect(unmet.count == 59 && rolled == 9)
    let deviations = NarrativeFixture.text(report, section: 5)
    #expect(
      deviations.contains("其余49个未完成指标中，部门整体有9个由项目数据汇总形成，原因在相应项目；部门整体的预算执行率见第四部分；另外39个各失分不超过"))
    #expect(NarrativeFixture.text(report, section: 7).contains("除由项目汇总的和按资金计算的预算执行率以外，未完成指标共42个，"))
  }

  @Test("half-year: what lags is in the annex too")
  func lagging() throws {
    let report = try report(.half)
    let annex = try #require(Narrative.annexes(report).first)
    #expect(annex.rows.allSatisfy { $0.cells[4].text.contains("红灯") || $0.cells[4].text.contains("黄灯") })
    #expect(NarrativeFixture.text(report, section: 5).contains("附表1"))
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
