import Markup
import Testing

@testable import SelfEvaluation

@Suite("Charts") struct ChartWriterTests {
  private func figures(_ report: CheckedReport) -> [SVGFigure] {
    [
      ChartWriter.levelScores(report), ChartWriter.execution(report), ChartWriter.completionStrip(report),
      ChartWriter.lights(report),
    ].compactMap { $0 }
  }

  @Test("every chart is well-formed, named and without fractions", arguments: NarrativeCase.all)
  func wellFormed(_ variant: NarrativeCase) throws {
    for figure in figures(try variant.report()) {
      _ = try Markup.Document(parsing: Array(figure.svg.utf8), name: figure.id)
      #expect(figure.svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 "))
      #expect(figure.svg.contains("role=\"img\" aria-labelledby=\"\(figure.id)-title \(figure.id)-desc\""))
      #expect(!figure.svg.contains("style=") && !figure.svg.contains("<script"))
      #expect(figure.rows?.rows.isEmpty == false)
      for attribute in ["x", "y", "width", "height", "cx", "cy", "r", "d"] {
        for part in figure.svg.split(separator: " \(attribute)=\"").dropFirst() {
          #expect(!part.prefix { $0 != "\"" }.contains("."), "\(attribute)=\(part.prefix(20))")
        }
      }
    }
  }

  @Test("which charts there are depends on the period")
  func presence() throws {
    let year = try NarrativeFixture.report(Example())
    #expect(figures(year).map(\.id) == ["chart-levels", "chart-execution", "chart-completion"])
    let half = try NarrativeFixture.report(Example(), .half)
    #expect(figures(half).map(\.id) == ["chart-execution", "chart-lights"])
    let several = try NarrativeFixture.report(NarrativeFixture.withoutUnit)
    #expect(ChartWriter.levelScores(several) == nil)
    #expect(ChartWriter.execution(try NarrativeFixture.report(NarrativeFixture.withoutBudget)) == nil)
  }

  @Test("names cannot break the markup, and long ones are cut")
  func hostileNames() throws {
    let name = "a<b>&\"'\u{1F600}" + String(repeating: "长", count: 60)
    let rename = { (path: String) in
      let text =
        Example.base.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
      return Example.Edit.write(
        path, text.replacing("强制检定经费", with: "\"" + name.replacing("\"", with: "\"\"") + "\""))
    }
    let report = try NarrativeFixture.report(
      Example(rename("projects.csv"), rename("budget.csv"), rename("targets.csv"), rename("actuals.csv")))
    for figure in figures(report) {
      _ = try Markup.Document(parsing: Array(figure.svg.utf8), name: figure.id)
    }
    let execution = try #require(ChartWriter.execution(report))
    #expect(execution.svg.contains("a&lt;b&gt;&amp;&quot;&#39;") && execution.svg.contains("…"))
    #expect(execution.rows?.rows.first?.cells.first?.text == name)
  }

  @Test("a label is one line, whichever way its breaks are written", arguments: ["\n", "\r", "\r\n"])
  func lineBreaks(lineBreak: String) {
    var canvas = ChartCanvas()
    canvas.label(0, 0, "甲\(lineBreak)乙")
    let figure = canvas.figure(
      id: "x", title: "甲\(lineBreak)乙", description: "甲\(lineBreak)乙", height: 9, rows: nil)
    #expect(figure.svg.split(separator: "甲 乙").count == 4)
    #expect(!figure.svg.contains("<br"))
  }

  @Test("lengths are whole and in proportion", arguments: [(0, 0), (1, 1), (50, 50), (100, 100), (-5, 0)])
  func scaling(_ part: Int, _ length: Int) {
    #expect(ChartWriter.scaled(Int128(part), 100, to: 100) == length)
  }
}
