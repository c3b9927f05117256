// Templates/README.md says what templates and rubrics may name: it is kept in step with the program here.

import Foundation
import Testing

@testable import SelfEvaluation

struct TemplateReadmeTests {
  let lines: [String]

  init() throws {
    let text = try String(contentsOf: Repository.root.appending(path: "Templates/README.md"), encoding: .utf8)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// A name as its row of the table; names inside a list stand behind it.
  private func rows(_ names: [TemplateName], prefix: String = "") -> [String] {
    names.flatMap { name -> [String] in
      let presence = [name.isRequired ? "必须" : "可选", name.isOptional ? "可为空" : ""].filter { !$0.isEmpty }
      let row = { (kind: String) in
        "| `\(prefix)\(name.name)` | \(kind) | \(presence.joined(separator: "，")) | \(name.meaning) |"
      }
      guard case .list(let items) = name.kind else { return [row("标记")] }
      return [row("列表")] + rows(items, prefix: "\(name.name) › ")
    }
  }

  @Test func `every name of every page has its row, and no other has`() {
    let frame = PageKind.index.names.prefix { $0.name != "results" }
    var expected = rows(Array(frame))
    for page in PageKind.allCases { expected += rows(Array(page.names.dropFirst(frame.count))) }
    let written = lines.filter { $0.hasPrefix("| `") && ($0.contains("| 标记 |") || $0.contains("| 列表 |")) }
    #expect(written == expected, "这些行应为：\n\(expected.joined(separator: "\n"))")
  }

  @Test func `every file has its row`() {
    for file in TemplateLibrary.fileNames {
      #expect(lines.contains { $0.hasPrefix("| `\(file)` |") }, "\(file)")
    }
  }

  @Test func `every item of a rubric has its row`() {
    let items = RubricReader.items + RubricReader.families.map { $0 + "…" }
    let written = lines.filter { $0.hasPrefix("| `") }.compactMap {
      $0.split(separator: "`").dropFirst().first
    }
    for item in items { #expect(written.contains(Substring(item)), "\(item)") }
  }
}
