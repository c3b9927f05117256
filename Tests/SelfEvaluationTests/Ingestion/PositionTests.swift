import Testing

@testable import SelfEvaluation

@Suite("Ingestion: positions and excerpts")
struct PositionTests {
  /// The excerpt of a cell of a file.
  static func excerpt(_ content: String, row: Int, cell: Int) throws -> (Location, String, String) {
    let text = SourceText.of(content)
    let rows = CSVReader.read(text, index: 0, delimiter: .comma).rows
    let origin = try #require(rows.dropFirst(row).first?.cells.dropFirst(cell).first?.origin)
    let (line, caret) = text.excerpt(of: origin)
    #expect(text.excerptLine(of: origin) == line)
    return (text.location(of: origin), line, caret)
  }

  @Test(
    "line, column and caret",
    arguments: [
      ("项目,值\r\n科研,≥90%\r\n", 1, 1, 2, 4, "科研,≥90%", "     ^^^^"),
      ("a\tb,c\n", 0, 1, 1, 5, "a b,c", "    ^"),
      ("\"甲\r\n乙\",丙\r\n丁,戊", 0, 0, 1, 1, "\"甲", "^^^"),
      ("\"甲\r\n乙\",丙\r\n丁,戊", 0, 1, 2, 4, "乙\",丙", "    ^^"),
      ("\"甲\r\n乙\",丙\r\n丁,戊", 1, 1, 3, 3, "丁,戊", "   ^^"),
      ("甲,,乙\n", 0, 1, 1, 3, "甲,,乙", "   ^"),
      ("甲,", 0, 1, 1, 3, "甲,", "   ^"),
      ("e\u{301}e,（x）\n", 0, 1, 1, 5, "e\u{301}e,（x）", "   ^^^^^"),
      ("a\u{0}\u{202E},b\n", 0, 1, 1, 5, "a␀⟨U+202E⟩,b", "           ^"),
      ("\n\r\na\r𠮷,👍", 3, 1, 4, 3, "𠮷,👍", "   ^^"),
    ] as [(String, Int, Int, Int, Int, String, String)])
  func positions(
    content: String, row: Int, cell: Int, line: Int, column: Int, shown: String, caret: String
  ) throws {
    let (location, excerpt, marks) = try Self.excerpt(content, row: row, cell: cell)
    #expect(location.line == line)
    #expect(location.column == column)
    #expect(location.path == "targets.csv")
    #expect(excerpt == shown)
    #expect(marks == caret)
  }

  @Test("long lines are shortened around the cell", arguments: [30, 300, 3_000])
  func shortened(length: Int) throws {
    let long = String(repeating: "绩", count: length)
    let (location, line, caret) = try Self.excerpt("\(long),≥9O%,\(long)\n", row: 0, cell: 1)
    #expect(location.column == length + 2)
    #expect(location.width == 4)
    #expect(DisplayWidth.of(line) <= 102)
    let before = DisplayWidth.of(String(line.prefix { $0 != "≥" }))
    #expect(caret == String(repeating: " ", count: before) + "^^^^")
    if length > 30 { #expect(line.hasPrefix("…") && line.hasSuffix("…")) }
  }

  @Test("a cell longer than the line allows is cut")
  func longCell() throws {
    let (_, line, caret) = try Self.excerpt("甲,\(String(repeating: "效", count: 5_000))\n", row: 0, cell: 1)
    #expect(line.hasPrefix("甲,效") && line.hasSuffix("效…"))
    #expect(DisplayWidth.of(caret) <= DisplayWidth.of(line))
  }

  @Test("the bytes of every origin are the cell as it stands", arguments: 0..<50 as Range<UInt64>)
  func originsPointAtCells(seed: UInt64) {
    var generator = IngestionSeed(seed)
    let rows = (0..<8).map { _ in (0..<3).map { _ in generator.hostileCell() } }
    let text = SourceText(
      path: "a.csv", encoding: .utf8, text: Array(CSVWriter.write(rows: rows).dropFirst(3)))
    for row in CSVReader.read(text, index: 0, delimiter: .comma).rows {
      for cell in row.cells {
        let bytes = text.text[Int(cell.origin.offset)...].prefix(Int(cell.origin.length))
        let alone = SourceText(path: "b.csv", encoding: .utf8, text: Array(bytes))
        let again = CSVReader.read(alone, index: 0, delimiter: .comma).rows.first?.cells.first
        #expect((again?.text ?? "").scalars == cell.text.scalars)
        #expect(text.excerpt(of: cell.origin).caret.contains("^"))
      }
    }
  }

  @Test(
    "display width",
    arguments: [
      ("abc", 3), ("绩效", 4), ("（），。", 8), ("“”", 2), ("e\u{301}", 1), ("𠮷", 2), ("👍", 2), ("\u{200B}", 0),
      ("ｱ", 1),
      ("한", 2), ("≥％", 3),
    ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }
}
