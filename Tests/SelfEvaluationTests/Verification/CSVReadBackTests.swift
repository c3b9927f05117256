// Our own documents may be larger than anything handed in: they are read back whole.

import Testing

@testable import SelfEvaluation

@Suite struct CSVReadBackTests {
  /// More rows, bytes and characters of a cell than a file of a submission may have.
  @Test func `the limits of submissions are not those of documents`() {
    var writer = CSVWriter()
    let long = String(repeating: "长", count: 70_000)
    let wide = String(repeating: "x", count: 800)
    for row in 0..<21_000 {
      writer.append(row == 0 ? long : wide)
      writer.endRow()
    }
    let bytes = writer.bytes
    #expect(bytes.count > TextDecoder.maximumSize)
    let file = FinishedFile(path: "数据/大.csv", role: .indicators, format: .csv, bytes: bytes)
    guard case .success(let rows) = CSVReadBack.rows(of: file) else {
      Issue.record("not read back")
      return
    }
    #expect(rows.count == 21_000 && rows[0] == [long] && rows[20_999] == [wide])
  }
}
