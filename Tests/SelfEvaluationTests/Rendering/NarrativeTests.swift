import Testing

@testable import SelfEvaluation

/// Names of the fixtures with a period, for parameterised tests.
struct NarrativeCase: CustomTestStringConvertible, Sendable {
  let name: String
  let period: Period

  var testDescription: String { "\(name) \(period.rawValue)" }

  static let all = NarrativeFixture.all.flatMap { fixture in
    Period.allCases.map { NarrativeCase(name: fixture.name, period: $0) }
  }

  func report() throws -> CheckedReport {
    let fixture = try #require(NarrativeFixture.all.first { $0.name == name })
    return try NarrativeFixture.report(fixture.example, period)
  }
}

@Suite("The narrative in every variant") struct NarrativeTests {
  @Test("eight sections in the official order, none empty", arguments: NarrativeCase.all)
  func outline(_ variant: NarrativeCase) throws {
    let sections = Narrative.sections(try variant.report())
    let half = variant.period == .half
    #expect(
      sections.map(\.title) == [
        "一、基本情况", half ? "二、监控工作开展情况" : "二、自评工作开展情况", half ? "三、监控结论" : "三、自评结论", "四、预算执行情况",
        half ? "五、绩效目标运行情况" : "五、绩效目标完成情况", "六、偏差及原因", "七、存在问题", "八、改进措施与结果应用",
      ])
    #expect(Set(sections.map(\.id)).count == 8)
    for section in sections {
      #expect(NarrativeFixture.texts([section]).count > 1, "\(section.title)没有内容")
      for (block, next) in zip(section.blocks, section.blocks.dropFirst()) {
        if case .heading(let first) = block, case .heading = next { Issue.record("“\(first)”之下没有内容") }
      }
    }
  }

  @Test("no placeholder, no doubled mark, nothing leaked from the program", arguments: NarrativeCase.all)
  func clean(_ variant: NarrativeCase) throws {
    for text in NarrativeFixture.texts(Narrative.sections(try variant.report())) {
      for mark in NarrativeFixture.forbidden { #expect(!text.contains(mark), "“\(mark)”：\(text)") }
      #expect(!Folding.isBlank(text))
      let letters = text.filter { $0.isASCII && $0.isLetter }
      #expect(letters.isEmpty, "\(text)")
    }
  }

  @Test("no sentence twice", arguments: NarrativeCase.all)
  func unrepeated(_ variant: NarrativeCase) throws {
    #expect(NarrativeFixture.repeated(Narrative.sections(try variant.report())) == [])
  }

  @Test("paragraphs and items end as sentences do", arguments: NarrativeCase.all)
  func ended(_ variant: NarrativeCase) throws {
    for section in Narrative.sections(try variant.report()) {
      for block in section.blocks {
        switch block {
        case .paragraph(let text): #expect("。：！？".contains(text.last ?? " "), "\(text)")
        case .list(let items): for item in items { #expect("。！？".contains(item.last ?? " "), "\(item)") }
        case .table(let table):
          #expect(table.id.hasPrefix("report-") && table.csv == nil)
          #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count })
        case .heading, .figure: break
        }
      }
    }
  }

  @Test("the same submission gives the same words and drawings", arguments: NarrativeCase.all)
  func deterministic(_ variant: NarrativeCase) throws {
    let (first, second) = (try variant.report(), try variant.report())
    #expect(
      NarrativeFixture.texts(Narrative.sections(first)) == NarrativeFixture.texts(Narrative.sections(second)))
    #expect(ChartWriter.execution(first)?.svg == ChartWriter.execution(second)?.svg)
  }

  @Test("every rubric's conclusion is told", arguments: ["jiangsu", "mof", "hubei"])
  func rubrics(_ name: String) throws {
    let report = try NarrativeFixture.report(NarrativeFixture.ministry, rubric: name)
    let text = NarrativeFixture.text(report, section: 2)
    #expect(text.contains("“强制检定经费”绩效自评得分"))
    #expect(text.contains("预算执行率单列一行") == (name != "jiangsu"))
    #expect(text.contains("需要说明的是") == (name == "jiangsu"))
  }
}
