// Many documents in one run: memory stays where it is, and tasks do not meet.

import Foundation
import Testing

@testable import Markup

struct EnduranceTests {
  static let rows = (1...200).map { number in
    "<tr><td id='r\(number)'>指标\(number)<!-- x --></td><td>\(number).50</td></tr>\n"
  }.joined()
  static let valid = Array(page(rows: rows).utf8)
  static let invalid = Array(page(rows: rows + "<tr><td>甲</td><td>乙</td></tr>").utf8)
  static let broken = Array(page(rows: rows + "<tr>").utf8)
  static let subset = Array(page(rows, documentType: "<!DOCTYPE html [<!ENTITY a 'b'>]>").utf8)

  /// One document of each kind, through everything this module does.
  static func round(_ schema: Schema) throws {
    let sound = try Document(parsing: valid, name: "valid")
    #expect(sound.validate(against: schema) == [])
    let grid = try sound.tables(namedBy: "data-csv").first?.grid()
    #expect(grid?.count == 200)
    #expect(try sound.ids().count == 200)
    #expect(sound.references().isEmpty)
    let wrong = try Document(parsing: invalid, name: "invalid")
    let faults = wrong.validate(against: schema)
    #expect(!faults.isEmpty && faults.allSatisfy { $0.document == "invalid" })
    #expect(throws: MarkupFault.self) { _ = try Document(parsing: broken, name: "broken") }
    #expect(throws: MarkupFault.self) { _ = try Document(parsing: subset, name: "subset") }
    #expect(throws: MarkupFault.self) { _ = try Schema(relaxNG: valid, name: "none") }
  }

  #if os(Linux)
    /// One tree kept per round would be 100 MB (25,000 pages) in the end. Other tests run in the same process: what they
    /// hold grows once, what is lost grows every time. The address sanitizer holds back what is freed, and reports what
    /// is lost itself.
    @Test(.disabled(if: dlsym(nil, "__asan_init") != nil, "the sanitizer looks for leaks itself"))
    func `a thousand rounds leave no memory behind`() throws {
      let schema = try compiledSheetSchema()
      for _ in 0..<100 { try Self.round(schema) }
      var growth: [Int] = []
      while growth.count < 3, growth.last ?? .max >= 12_000 {
        let before = try residentPages()
        for _ in 0..<1_000 { try Self.round(schema) }
        growth.append(try residentPages() - before)
      }
      #expect(try #require(growth.last) < 12_000, "\(growth) pages")
    }

    private func residentPages() throws -> Int {
      let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
      return try #require(Int(fields[1]))
    }
  #endif

  @Test func `tasks share a schema`() async throws {
    let schema = try compiledSheetSchema()
    try await withThrowingTaskGroup { group in
      for _ in 0..<2 {
        group.addTask { for _ in 0..<100 { try Self.round(schema) } }
      }
      try await group.waitForAll()
    }
  }
}
