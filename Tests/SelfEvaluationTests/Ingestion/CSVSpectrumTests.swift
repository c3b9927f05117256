import Foundation
import Testing

@testable import SelfEvaluation

/// The folder of foreign test files, if there is one on this machine.
private let corpora = ProcessInfo.processInfo.environment["JIXIAO_CORPORA"]

@Suite("Ingestion: csv-spectrum", .enabled(if: corpora != nil, "no corpora: JIXIAO_CORPORA is not set"))
struct CSVSpectrumTests {
  @Test(
    "reads as its JSON",
    arguments: [
      "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
      "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ])
  func spectrum(name: String) throws {
    let folder = URL(filePath: try #require(corpora)).appending(path: "csv-spectrum")
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "csvs/\(name).csv")))
    let json = try Data(contentsOf: folder.appending(path: "json/\(name).json"))
    let expected = try JSONDecoder().decode([[String: String]].self, from: json)

    let text = try #require(TextDecoder.decode(.of(bytes), index: 0).text)
    let (rows, findings) = CSVReader.read(text, index: 0, delimiter: CSVReader.delimiter(of: text))
    let heading = try #require(rows.first).cells.map(\.text)
    let read = rows.dropFirst().map { row in
      Dictionary(uniqueKeysWithValues: zip(heading, row.cells.map(\.text)))
    }
    #expect(Array(read) == expected)
    #expect(findings == [])
  }

  @Test("naughty strings and formula payloads survive writing and reading, and never begin a cell")
  func payloads() throws {
    let folder = URL(filePath: try #require(corpora))
    let naughty = try JSONDecoder().decode(
      [String].self, from: Data(contentsOf: folder.appending(path: "blns/blns.json")))
    let payloads = try String(
      contentsOf: folder.appending(path: "csv-injection/Intruder/csv-payload.txt"), encoding: .utf8)
    let cells = naughty + payloads.split(whereSeparator: \.isNewline).map(String.init)
    let bytes = CSVWriter.write(rows: cells.map { [$0, "末"] })
    let text = SourceText(path: "a.csv", encoding: .utf8, text: Array(bytes.dropFirst(3)))
    let (rows, findings) = CSVReader.read(text, index: 0, delimiter: .comma)
    #expect(findings == [])
    #expect(rows.compactMap { $0.cells.first?.unguarded.scalars } == cells.map(\.scalars))
    #expect(!rows.contains { $0.cells.first?.text.hasPrefix("=") == true })
  }
}
