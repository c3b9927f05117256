import Testing

@testable import SelfEvaluation

@Suite("Rendering: CSV")
struct CSVWriterTests {
  @Test("byte-order mark, CRLF, quotes only where needed")
  func bytes() {
    let rows = [["项", "内容"], ["a b", "甲,乙"], ["\"", "一\n二"], ["", ""]]
    let expected = "\u{FEFF}项,内容\r\na b,\"甲,乙\"\r\n\"\"\"\",\"一\n二\"\r\n,\r\n"
    #expect(CSVWriter.write(rows: rows) == Array(expected.utf8))
    #expect(CSVWriter.write(rows: []) == [0xEF, 0xBB, 0xBF])
  }

  @Test(
    "guards",
    arguments: [
      ("=100%", "'=100%"), ("=1+1", "'=1+1"), ("＝0次", "'＝0次"), ("+甲", "'+甲"), ("-", "'-"),
      ("@SUM(1)", "'@SUM(1)"),
      ("\t甲", "'\t甲"), ("\r", "'\r"), ("\r\n甲", "'\r\n甲"), ("\n", "'\n"), ("'甲", "''甲"), ("'", "''"),
      ("－5", "'－5"),
      ("-5.2%", "-5.2%"), ("+3", "+3"), ("-12", "-12"), ("-0.5‰", "-0.5‰"), ("-5.", "'-5."), ("-.5", "'-.5"),
      ("-5.2%%", "'-5.2%%"), ("+1+1", "'+1+1"), ("=\u{301}1", "'=\u{301}1"), ("甲=乙", "甲=乙"), ("", ""),
      ("≥90%", "≥90%"),
      ("等于100%", "等于100%"), ("-12万元", "'-12万元"), ("-１", "'-１"),
    ])
  func guards(text: String, guarded: String) {
    #expect(CSVGuard.guarded(text).scalars == guarded.scalars)
    #expect(CSVGuard.unguarded(guarded).scalars == text.scalars)
  }

  @Test("columns without free text are written as they are")
  func unguardedColumns() {
    let bytes = CSVWriter.write(rows: [["-a", "-b"]], unguardedColumns: [1])
    #expect(bytes == Array("\u{FEFF}'-a,-b\r\n".utf8))
  }

  @Test("what is written reads as it was, whatever it is", arguments: 0..<300 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = IngestionSeed(seed)
    let width = Int.random(in: 1...5, using: &generator)
    let rows =
      [(0..<width).map { "列\($0)" }]
      + (0..<6).map { _ in (0..<width).map { _ in generator.hostileCell() } }
    let bytes = CSVWriter.write(rows: rows)
    let text = try #require(TextDecoder.decode(.of(bytes), index: 0).text)
    #expect(text.encoding == .utf8BOM)
    #expect(CSVReader.delimiter(of: text) == .comma)
    let (read, findings) = CSVReader.read(text, index: 0, delimiter: .comma)
    #expect(findings == [])
    #expect(read.map { $0.cells.map(\.unguarded.scalars) } == rows.map { $0.map(\.scalars) })
    for row in rows {
      for cell in row { #expect(CSVGuard.unguarded(CSVGuard.guarded(cell)).scalars == cell.scalars) }
    }
  }
}
