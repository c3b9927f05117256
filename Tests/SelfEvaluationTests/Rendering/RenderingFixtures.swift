// What the tests of rendering share: reports of the small example and of the sample, and a look at finished pages.

import Foundation
import Markup
import Testing

@testable import SelfEvaluation

/// The report of some files; fails the test with its findings where there is none.
func report(
  _ files: [SourceFile] = Example.base, _ period: Period = .year, rubric: String = "jiangsu",
  csv: TextEncoding = .utf8BOM
) throws -> CheckedReport {
  var options = try Repository.options(period)
  (options.rubricName, options.csvEncoding) = (rubric, csv)
  let outcome = Pipeline.examine(files, options: options)
  let errors = outcome.findings.filter { $0.severity == .error }.map { "\($0.code.rawValue) \($0.message)" }
  return try #require(outcome.report, "\(errors)")
}

/// The real sample.
func sample() throws -> [SourceFile] { try Repository.sample("jsmi-2023") }

extension [SelfEvaluation.Document] {
  /// The document at a path.
  func at(_ path: String) throws -> SelfEvaluation.Document {
    try #require(first { $0.path == path }, "\(path) not among \(map(\.path))")
  }

  /// The text of the document at a path.
  func text(_ path: String) throws -> String { String(decoding: try at(path).bytes, as: UTF8.self) }
}

/// The cells of a finished CSV file, guards taken off.
func cells(_ document: SelfEvaluation.Document) throws -> [[String]] {
  let file = SourceFile(path: document.path, bytes: document.bytes)
  let text = try #require(TextDecoder.decode(file, index: 0).text)
  return CSVReader.read(text, index: 0, delimiter: .comma).rows.map { $0.cells.map(\.unguarded) }
}

/// Proves every page well-formed and valid, its ids unique, its links arriving, its tables equal to their CSV twins.
func prove(_ documents: [SelfEvaluation.Document], _ templates: TemplateLibrary) throws {
  let paths = Set(documents.map(\.path))
  for document in documents where document.format == .html {
    let page = try Markup.Document(parsing: document.bytes, name: document.path)
    let kind = PageKind(document.role)
    let schema = try #require(
      kind.map(templates.schema) ?? (document.role == .email ? templates.mailSchema : nil))
    #expect(page.validate(against: try Schema(relaxNG: schema.bytes, name: schema.name)) == [])
    let ids = try page.ids()
    for reference in page.references() {
      let parts = reference.href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      if parts[0].isEmpty {
        #expect(ids[parts.last ?? ""] != nil, "\(document.path): \(reference)")
      } else {
        let path = resolved(parts[0].removingPercentEncoding ?? "", from: document.path)
        #expect(paths.contains(path), "\(document.path): \(reference)")
      }
    }
    for table in page.tables(namedBy: "data-csv") {
      let twin = try cells(try documents.at(resolved(table.name, from: document.path)))
      let grid = try table.grid().map { $0.map(\.text) }
      #expect(grid.count == twin.count, "\(document.path) \(table.name)")
      for (row, other) in zip(grid, twin) {
        #expect(row.count == other.count)
        for (cell, text) in zip(row, other) where !cell.isSameBytes(text) {
          #expect(CSVForm.value(cell).isSameBytes(text), "\(document.path) \(table.name)")
        }
      }
    }
  }
}

/// A relative path from a page, inside the output folder.
private func resolved(_ path: String, from page: String) -> String {
  var parts = page.split(separator: "/").dropLast().map(String.init)
  for part in path.split(separator: "/").map(String.init) {
    if part == ".." { parts.removeLast() } else { parts.append(part) }
  }
  return parts.joined(separator: "/")
}
