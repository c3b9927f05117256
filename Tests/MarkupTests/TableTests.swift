// Tables read back exactly as marked up, and laid out as a rectangle.

import Testing

@testable import Markup

struct TableTests {
  @Test(arguments: [
    ("甲", "甲"),
    ("", ""),
    ("a<br/>b<br></br>c", "a\nb\nc"),
    ("&lt;b&gt; &amp; &quot;&#x4E2D;&#10;&apos;", "<b> & \"中\n'"),
    ("<![CDATA[a < b]]>&amp;<![CDATA[]]>c", "a < b&c"),
    ("a<!-- not this -->b<?nor this?>c", "abc"),
    ("  two\n  lines\u{A0} ", "  two\n  lines\u{A0} "),
    ("a\r\nb", "a\nb"),
    ("<span>a<b>b</b></span>c", "abc"),
    ("<br xmlns='urn:x'/>a", "a"),
    ("<table><tr><td>in</td></tr></table>ner", "inner"),
  ]) func `the text of a cell is exact`(markup: String, text: String) throws {
    #expect(try table("<tr><td>\(markup)</td></tr>").rows == [[cell(text)]])
  }

  private func cell(_ text: String) -> MarkedCell {
    MarkedCell(text: text, rowSpan: 1, columnSpan: 1, line: 4, id: nil)
  }

  @Test func `a table keeps its name, lines, ids and spans`() throws {
    let document = try document(
      page(
        """
        <table><tr><td>unmarked</td></tr></table>
        <div><table class="x" data-csv="a&amp;b.csv">
        <caption>标题</caption><thead><tr><th id="h" colspan="2" rowspan="1">甲</th></tr></thead>
        <tbody>
        <tr><td>1</td>
        <td>2</td></tr></tbody><tfoot><tr/></tfoot>
        </table></div><table data-csv=""/>
        """))
    let tables = document.tables(namedBy: "data-csv")
    #expect(tables.map(\.name) == ["a&b.csv", ""])
    #expect(tables.map(\.line) == [4, 9])
    let cells = tables.first?.rows.map { $0.map { "\($0.text) \($0.rowSpan) \($0.columnSpan) \($0.line)" } }
    #expect(cells == [["甲 1 2 5"], ["1 1 1 7", "2 1 1 8"], []])
    #expect(tables.first?.rows.first?.first?.id == "h")
    #expect(document.tables(namedBy: "data-other").isEmpty)
  }

  @Test func `tables outside the XHTML namespace are none`() throws {
    let document = try document("<table data-csv='x'><tr><td/></tr></table>")
    #expect(document.tables(namedBy: "data-csv").isEmpty)
  }

  @Test(arguments: [
    ("<tr><td>a</td><td>b</td></tr>", ["ab"]),
    ("<tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr>", ["ab", "ac"]),
    ("<tr><td>a</td><td rowspan='2'>b</td></tr><tr><td>c</td></tr>", ["ab", "cb"]),
    ("<tr><td colspan='3'>a</td></tr><tr><td>b</td><td>c</td><td>d</td></tr>", ["aaa", "bcd"]),
    ("<tr><td rowspan='2' colspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr>", ["aab", "aac"]),
    ("<tr><td rowspan='2'>a</td><td rowspan='2'>b</td></tr><tr/>", ["ab", "ab"]),
    ("<tr><td rowspan='3'>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr>", ["ab", "ac", "ad"]),
    ("<thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody>", ["a", "b"]),
    ("", []),
  ]) func `spans are repeated`(rows: String, grid: [String]) throws {
    #expect(try table(rows).grid().map { $0.map(\.text).joined() } == grid)
  }

  @Test(arguments: [
    ("<tr><td>a</td><td>b</td></tr>\n<tr><td>c</td></tr>", 5, "row has 1 columns, the first one 2"),
    ("<tr><td>a</td></tr>\n<tr><td>b</td><td>c</td></tr>", 5, "row has 2 columns, the first one 1"),
    ("<tr><td>a</td></tr>\n<tr/>", 5, "row has 0 columns, the first one 1"),
    ("<tr><td>a</td></tr>\n<tr>\n<td rowspan='2'>c</td></tr>", 6, "rowspan reaches 1 rows too far"),
    (
      "<thead><tr>\n<th rowspan='2'>a</th><th>b</th></tr></thead><tbody><tr><td>c</td></tr></tbody>", 5,
      "rowspan reaches 1 rows too far"
    ),
    (
      "<tr><td>a</td><td rowspan='2'>b</td></tr>\n<tr>\n<td colspan='2'>c</td></tr>", 6,
      "colspan overlaps a cell from above"
    ),
    ("<tr>\n<td colspan='0'>a</td></tr>", 5, "rowspan or colspan is out of range"),
    ("<tr><td colspan='1000000000'>a</td></tr>", 4, "rowspan or colspan is out of range"),
    ("<tr><td colspan='1000'>a</td><td/></tr>", 4, "rowspan or colspan is out of range"),
    ("<tr><td colspan='999'>a</td><td colspan='2'/></tr>", 4, "rowspan or colspan is out of range"),
    ("<tr><td rowspan='-1'>a</td></tr>", 4, "rowspan or colspan is out of range"),
    ("<tr><td rowspan='2x'>a</td></tr>", 4, "rowspan or colspan is out of range"),
    ("<tr><td rowspan=''>a</td></tr>", 4, "rowspan or colspan is out of range"),
    ("<tr><td colspan='99999999999999999999'>a</td></tr>", 4, "rowspan or colspan is out of range"),
  ]) func `a table that is no rectangle is refused`(rows: String, line: Int, message: String) throws {
    let table = try table(rows)
    let fault = #expect(throws: MarkupFault.self) { try table.grid() }
    #expect(fault == MarkupFault(kind: .table, message: message, line: line, document: "页.html"))
  }
}

/// The first marked table of a page around these rows.
private func table(_ rows: String) throws -> MarkedTable {
  let document = try document(page(rows: rows))
  guard let table = document.tables(namedBy: "data-csv").first else { throw NoTable() }
  return table
}

private struct NoTable: Error {}
