// Tables laid out once: merged cells, CSV forms, markup.

import Testing

@testable import SelfEvaluation

struct LayoutTests {
  /// Noncharacters may not stand in source.
  private static func scalar(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String(Character($0)) } ?? ""
  }

  private func table(_ rows: [[String]], merging columns: [Int]) -> Table {
    var table = Table(
      id: "t", caption: "表", columns: rows[0].map { TableColumn($0) },
      rows: rows.dropFirst().map { TableRow($0.map { TableCell($0) }) }, csv: nil)
    table.mergeDown(columns: columns)
    return table
  }

  @Test(arguments: [
    ([["a", "x"], ["a", "x"], ["b", "x"]], [[2, 2], [0, 0], [1, 1]]),
    ([["a", "x"], ["b", "x"], ["b", "x"]], [[1, 1], [2, 2], [0, 0]]),
    ([["a", ""], ["a", ""], ["a", "y"]], [[3, 2], [0, 0], [0, 1]]),
    ([["é", ""], ["e\u{301}", ""]], [[1, 1], [1, 1]]),
  ]) func `equal neighbours merge, from left to right`(rows: [[String]], spans: [[Int]]) {
    let table = table([["甲", "乙"]] + rows, merging: [0, 1])
    #expect(table.rows.map { $0.cells.map(\.rowSpan) } == spans)
    #expect(table.csvRows.dropFirst().map { $0 } == rows)
  }

  @Test func `a total row merges with nothing`() {
    var table = table([["甲"], ["a"], ["a"]], merging: [])
    table.rows.append(TableRow(role: .total, [TableCell("a")]))
    table.mergeDown(columns: [0])
    #expect(table.rows.map { $0.cells[0].rowSpan } == [2, 0, 1])
  }

  /// Groups end where the first column changes and, as far as the limit allows, where the second does; the twin is the
  /// same as without groups.
  @Test(arguments: [
    (4, [3, 0, 0, 2, 0, 2, 0], [false, false, false, true, false, true, false]),
    (2, [2, 0, 1, 2, 0, 2, 0], [false, false, true, true, false, true, false]),
    (9, [5, 0, 0, 0, 0, 2, 0], [false, false, false, false, false, true, false]),
  ]) func `merged cells end with their group`(limit: Int, spans: [Int], starts: [Bool]) {
    let rows = [["a", "x"], ["a", "x"], ["a", "x"], ["a", "y"], ["a", "y"], ["b", "y"], ["b", "y"]]
    var table = table([["甲", "乙"]] + rows, merging: [])
    table.mergeDown(columns: [0, 1], limit: limit)
    #expect(table.rows.map { $0.cells[0].rowSpan } == spans)
    #expect(table.rows.map(\.startsGroup) == starts)
    #expect(table.csvRows.dropFirst().map { $0 } == rows)
    #expect(MarkupText(table).html.split(separator: "<tbody>").count == starts.count { $0 } + 2)
  }

  @Test(arguments: [
    ("=100%", "等于100%"), ("＝0次", "等于0次"), ("═100%", "等于100%"), ("≥90%", "≥90%"), ("", ""), ("-5.2%", "-5.2%"),
  ]) func `values in CSV`(text: String, form: String) { #expect(CSVForm.value(text) == form) }

  @Test(arguments: [
    ("a\tb", "a b"), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\u{0}\u{1F}\u{7F}", "␀␟␡"), ("\u{85}", "⟨U+0085⟩"),
    ("\u{200B}\u{202E}\u{2066}\u{FEFF}", "⟨U+200B⟩⟨U+202E⟩⟨U+2066⟩⟨U+FEFF⟩"),
    (LayoutTests.scalar(0xFFFE), "⟨U+FFFE⟩"),
    (LayoutTests.scalar(0xFDD0) + LayoutTests.scalar(0x1FFFE), "⟨U+FDD0⟩⟨U+1FFFE⟩"),
    ("“”—…≥￥，😀𠮷é", "“”—…≥￥，😀𠮷é"), ("\u{2028}", "⟨U+2028⟩"),
    ("\u{A0}\u{3000}", "\u{A0}\u{3000}"),
  ]) func `what nobody can see is shown`(text: String, shown: String) {
    #expect(
      PageText.visible(text).unicodeScalars.elementsEqual(shown.unicodeScalars), "\(PageText.visible(text))")
    #expect(PageText.visible(shown).isSameBytes(shown))
  }

  @Test func `text becomes markup in content and in attributes`() {
    var writer = HTMLWriter()
    writer.markup("<p")
    writer.attribute("title", "<a href=\"x\">'&\n\u{1}")
    writer.markup(">")
    writer.text("<a href=\"x\">'&\n\u{1}")
    writer.markup("</p>")
    let text = String(decoding: writer.bytes, as: UTF8.self)
    let escaped = "&lt;a href=&quot;x&quot;&gt;&#39;&amp;"
    #expect(text == "<p title=\"\(escaped)&#10;␁\">\(escaped)<br/>␁</p>")
  }

  @Test func `a table as markup`() {
    var table = table([["甲", "乙"], ["a", "1"], ["a", "2"]], merging: [0])
    table.csv = "甲&.csv"
    table.rows[0].cells[0].isHeading = true
    table.rows[1].cells[1].link = "#x"
    table.rows[1].cells[1].tone = .red
    #expect(
      MarkupText(table).html == """
        <div class="scroll" role="region" tabindex="0" aria-label="表"><table id="t" data-csv="甲&amp;.csv">
        <caption>表</caption>
        <thead>
        <tr><th scope="col">甲</th><th scope="col">乙</th></tr>
        </thead>
        <tbody>
        <tr><th scope="rowgroup" rowspan="2">a</th><td>1</td></tr>
        <tr><td class="red"><a href="#x">2</a></td></tr>
        </tbody>
        </table></div>

        """)
  }

  @Test func `the form merges levels and key tasks and ends with the total`() throws {
    let report = try report()
    let unit = try #require(report.unit.card)
    let table = SheetLayout(card: unit, csv: "x.csv").table()
    #expect(
      table.columns.map(\.heading) == [
        "一级指标", "二级指标", "重点工作", "三级指标", "指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施",
      ])
    #expect(table.rows.map { $0.cells[0].rowSpan } == [1, 1, 1, 1, 1, 1])
    #expect(table.rows.last?.cells.map(\.text) == ["合计", "", "", "", "", "", "100.00", "100.00", ""])
    #expect(table.csvRows[2] == ["过程", "预算执行", "", "预算执行率", "等于100%", "100%", "25.00", "25.00", ""])
    let project = SheetLayout(card: report.projects[0], csv: "x.csv").table()
    #expect(project.columns.map(\.heading).contains("重点工作") == false)
    #expect(project.rows.map { $0.cells[0].rowSpan } == [1, 1, 1, 2, 0, 1, 1, 1])
    #expect(project.rows.map(\.id) == (1...7).map { "unit-00\($0)" } + ["total"])
  }

  @Test(arguments: [
    ("", "", ""), ("甲", "", "甲"), ("", "乙", "改进措施：乙"), ("甲。", "乙", "甲；改进措施：乙"), ("甲", "乙", "甲；改进措施：乙"),
  ]) func `reason and measure in one cell`(reason: String, measure: String, cell: String) throws {
    let files = Example(.replace("actuals.csv", "520元/人/天,,,", with: "520元/人/天,,\(reason),\(measure)")).files
    #expect(SheetLayout.remark(try report(files).projects[0].rows[2]) == cell)
  }

  @Test func `the details are bare`() throws {
    let documents = try Renderer.render(try report(), templates: try TemplateLibrary())
    let rows = try cells(try documents.at("数据/指标明细.csv"))
    #expect(rows[0].count == 21)
    #expect(
      rows[3] == [
        "部门整体", "3", "履职", "强制检定", "检定工作", "强制检定台件数", "不低于", "28000", "台", "28600", "102.14%", "40.00",
        "40.00", "",
        "40.00", "", "", "", "targets.csv:4", "汇总", "unit-003",
      ])
    #expect(rows.contains { Array($0[6...9]) == ["截止", "2023-12-31", "", "2023-12-20"] })
    #expect(rows.contains { $0[5] == "会议费成本" && $0[10] == "94.55%(反向)" && $0[19] == "actuals.csv:4" })
    #expect(rows[1][7] == "健全" && rows[2][19] == "计算")
    let rollUp = try cells(try documents.at("数据/汇总溯源.csv"))
    #expect(
      rollUp[4] == [
        "强制检定台件数", "引用", "强制检定经费", "强制检定台件数", "28600", "台", "", "actuals.csv:5", "28600", "28000", "28000",
        "0", "unit-003",
      ] || rollUp.contains { $0[0] == "强制检定台件数" && $0[2] == "强制检定经费" && $0[8] == "28600" && $0[11] == "0" })
    #expect(rollUp[1][1...2] == ["自报", "部门整体"])
  }
}
