import Testing

@testable import SelfEvaluation

@Suite("Ingestion: CSV")
struct CSVReaderTests {
  static func read(_ content: String, _ delimiter: CSVDelimiter = .comma) -> (
    cells: [[String]], codes: [Code]
  ) {
    let (rows, findings) = CSVReader.read(.of(content), index: 0, delimiter: delimiter)
    return (rows.map { $0.cells.map(\.text) }, findings.map(\.code))
  }

  @Test(
    "rows and cells",
    arguments: [
      ("a,b\r\nc,d\ne,f\rg,h", [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]]),
      ("a,\"b\"\"c\",\"\"\n", [["a", "b\"c", ""]]),
      ("\"甲\r\n乙\",\"丙,丁\"\r\n", [["甲\r\n乙", "丙,丁"]]),
      ("a,\n,b\n,\n\nc", [["a", ""], ["", "b"], ["", ""], [""], ["c"]]),
      ("\"\"\"\"", [["\""]]),
      ("a,", [["a", ""]]),
      ("\n", [[""]]),
      ("", []),
      (" \"a\" ", [[" \"a\" "]]),
    ] as [(String, [[String]])])
  func cells(content: String, expected: [[String]]) {
    #expect(Self.read(content).cells == expected)
  }

  @Test("tabs")
  func tabs() {
    #expect(Self.read("a\t\"b\tc\"\td,e\n", .tab).cells == [["a", "b\tc", "d,e"]])
  }

  @Test(
    "wrong quotes are found, and reading goes on in the next line",
    arguments: [
      ("a,b\"c,d\n1,2,3", [["a", "b\"c", "d"], ["1", "2", "3"]], Code.strayQuote, 1, 4),
      ("a,\"b\"c,d\n1,2,3", [["a", "\"b\"c", "d"], ["1", "2", "3"]], .strayQuote, 1, 6),
      (
        "x\n甲,\"乙,丙\n1,2,3\n4,5,6", [["x"], ["甲", "\"乙", "丙"], ["1", "2", "3"], ["4", "5", "6"]],
        .unterminatedQuote, 2, 3
      ),
      // The quote left open in line 1 seems to close at the opening one of line 3.
      ("甲,\"乙\n1,2\n3,\"四,五\"\n", [["甲", "\"乙"], ["1", "2"], ["3", "四,五"]], .unterminatedQuote, 1, 3),
      ("a,\"", [["a", "\""]], .unterminatedQuote, 1, 3),
    ] as [(String, [[String]], Code, Int, Int)])
  func wrongQuotes(content: String, expected: [[String]], code: Code, line: Int, column: Int) {
    let text = SourceText.of(content)
    let (rows, findings) = CSVReader.read(text, index: 0, delimiter: .comma)
    #expect(rows.map { $0.cells.map(\.text) } == expected)
    #expect(findings.map(\.code) == [code])
    guard case .cell(let origin) = findings.first?.place else {
      Issue.record("no place")
      return
    }
    #expect(text.location(of: origin).line == line)
    #expect(text.location(of: origin).column == column)
  }

  @Test("all breaches of a file come in one run")
  func allAtOnce() {
    let codes = Self.read("a\"b,c\n\"d\"e,f\n\"g,h\ni\"j,k\n").codes
    #expect(codes == [.strayQuote, .strayQuote, .unterminatedQuote, .strayQuote])
  }

  @Test("thousands of quotes left open take no longer than the file is long, and are counted")
  func manyQuotes() {
    let (rows, findings) = CSVReader.read(
      .of(String(repeating: "\"甲,乙\n", count: 19_999)), index: 0, delimiter: .comma)
    #expect(rows.count >= 10_000)
    #expect(findings.count == 101)
  }

  @Test("limits of rows, columns and cells")
  func limits() {
    let limits = CSVReader.Limits(rows: 3, columns: 2, cellLength: 4)
    func codes(_ content: String) -> [Code] {
      CSVReader.read(.of(content), index: 0, delimiter: .comma, limits: limits).findings.map(\.code)
    }
    #expect(codes("1\n2\n3\n") == [])
    #expect(codes("1\n2\n3\n4\n5") == [.limitExceeded])
    #expect(codes("1,2\n1,2,3\n1,2,3,4") == [.limitExceeded])
    #expect(codes("甲乙丙丁,\"一二三四\"") == [])
    #expect(codes("甲乙丙丁戊,1\n") == [.cellTooLong])
    #expect(CSVReader.Limits().rows == 20_000)
  }

  @Test(
    "the delimiter",
    arguments: [
      ("a,b\n", CSVDelimiter.comma), ("a\tb\n", .tab), ("a\tb,c\n", .comma), ("标题\n\na\tb\n1,5\t2\n", .tab),
      ("\"甲\t乙\"\n", .comma), ("", .comma), ("\"甲,乙\"\t丙\n", .tab),
    ])
  func delimiter(content: String, expected: CSVDelimiter) {
    #expect(CSVReader.delimiter(of: .of(content)) == expected)
  }

  @Test("a heading decides against a title row with a separator in it")
  func delimiterByHeading() {
    let text = SourceText.of("一, 二\t\n项\t内容\n")
    #expect(CSVReader.delimiter(of: text) == .comma)
    #expect(CSVReader.delimiter(of: text) { $0.cells.first?.text == "项" && $0.cells.count == 2 } == .tab)
  }

  @Test(
    "ragged rows against a heading of three columns",
    arguments: [
      ("1,2,3", nil), ("1,2,", nil), ("1,2,3,,", nil), ("1,2,3,\u{3000},", nil), (",", nil), ("", nil),
      ("1,2", "本行只有 2 列，标题行有 3 列"), ("1,2,3,,四", "本行有 5 列，标题行只有 3 列，多出的“四”"),
    ] as [(String, String?)])
  func ragged(content: String, message: String?) {
    let row = CSVReader.read(.of(content + "\n"), index: 0, delimiter: .comma).rows.first
    let finding = row?.raggedness(expected: 3)
    #expect((finding == nil) == (message == nil))
    if let message {
      #expect(finding?.code == .raggedRow)
      #expect(finding?.message.hasPrefix(message) == true)
    }
  }

  @Test("blank rows, quoted cells and guards")
  func flags() {
    let rows = CSVReader.read(
      .of("'-说明,\"'=1+1\",'abc,''\n\u{3000},\t \n"), index: 0, delimiter: .comma
    ).rows
    #expect(rows.map(\.isBlank) == [false, true])
    #expect(rows.first?.cells.map(\.isQuoted) == [false, true, false, false])
    #expect(rows.first?.cells.map(\.unguarded) == ["-说明", "=1+1", "'abc", "'"])
    #expect(rows.last?.line == 2)
  }
}
