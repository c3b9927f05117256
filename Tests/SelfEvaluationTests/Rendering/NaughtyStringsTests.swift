// Text that breaks programs, in every column that takes text: the report is valid or the text is refused, no text
// becomes markup, and no cell of a CSV file can be run by a spreadsheet.

import Foundation
import Markup
import Testing

@testable import SelfEvaluation

/// The folder of foreign test files, if there is one on this machine.
private let corpora = ProcessInfo.processInfo.environment["JIXIAO_CORPORA"]

@Suite("Rendering: naughty strings", .enabled(if: corpora != nil, "no corpora: JIXIAO_CORPORA is not set"))
struct NaughtyStringsTests {
  let strings: [String]
  let templates: TemplateLibrary
  let schemas: PageSchemas

  init() throws {
    let folder = URL(filePath: try #require(corpora))
    let naughty = try JSONDecoder().decode(
      [String].self, from: Data(contentsOf: folder.appending(path: "blns/blns.json")))
    let payloads = try String(
      contentsOf: folder.appending(path: "csv-injection/Intruder/csv-payload.txt"), encoding: .utf8)
    strings = naughty + payloads.split(whereSeparator: \.isNewline).map(String.init)
    templates = try TemplateLibrary()
    schemas = try PageSchemas(templates)
  }

  private static let facts = [
    "主管部门", "项目类型", "项目级次", "实施单位", "项目负责人", "联系电话", "邮箱", "立项必要性", "实施可行性", "项目实施内容", "中长期目标",
    "年度目标", "存在问题", "改进措施",
  ]

  /// A submission of one project for each text, which stands in every text column of its rows.
  private func files(_ texts: [String]) -> [SourceFile] {
    func text(_ rows: [[String]]) -> [UInt8] { CSVWriter.write(rows: rows) }
    let names = texts.indices.map { "项目\($0)" }
    let unit =
      [["项", "内容"], ["单位名称", "示例检验所"], ["年度", "2023"], ["数据性质", texts[0]], ["主管部门", texts[0]]]
      + ["单位主要职能", "机构设置及人员配置", "中长期目标", "自评组织情况", "主要成效", "存在问题", "改进措施", "结果应用"].map { [$0, texts[0]] }
      + texts.map { ["年度目标", $0] }
    let projects =
      [["项目名称"] + Self.facts] + zip(names, texts).map { [$0] + Array(repeating: $1, count: Self.facts.count) }
    let budget =
      [["项目名称", "收支", "资金名称", "全年预算数", "全年执行数"]] + zip(names, texts).map { [$0, "支出", $1, "100", "90"] }
    let targets =
      [["项目名称", "一级指标", "二级指标", "重点工作", "三级指标", "全年指标值"], ["部门整体", "履职", "履职完成", texts[0], "完成件数", "≥1件"]]
      + zip(names, texts).map { [$0, "产出", $1, $1, $1, "≥10件"] }
    let actuals =
      [
        ["项目名称", "二级指标", "三级指标", "全年完成值", "偏差原因", "改进措施", "佐证材料", "全年预计完成值"],
        ["部门整体", "", "完成件数", "1件", texts[0], texts[0], texts[0], texts[0]],
      ] + zip(names, texts).map { [$0, "", $1, "9件", $1, $1, $1, $1] }
    let acknowledged =
      [["编码", "位置", "说明"]] + names.map { ["W324", $0, texts[0]] }
    let rollUp = [
      ["单位指标", "汇总方式", "项目名称", "项目指标", "权数", "说明"], ["完成件数", "自报", "", "", "", texts[0]],
    ]
    return [
      ("acknowledged.csv", acknowledged), ("actuals.csv", actuals), ("budget.csv", budget),
      ("projects.csv", projects), ("rollup.csv", rollUp), ("targets.csv", targets), ("unit.csv", unit),
    ].map { SourceFile(path: $0.0, bytes: text($0.1)) }
  }

  /// What a text is as a cell: trimmed, its invisible characters shown.
  private func shown(_ text: String) -> String { PageText.visible(Folding.trimmed(text)) }

  /// Every text either has a finding of its own that refuses it, or stands on the pages and in the CSV files as what
  /// it is: the same elements as with plain words, the same text read back.
  @Test func standAsTextOrAreRefused() throws {
    let options = try Repository.options()
    var accepted: [String] = []
    var refused = 0
    for text in strings {
      let outcome = Pipeline.examine(files([text]), options: options)
      if outcome.report == nil {
        refused += 1
        #expect(outcome.findings.contains { $0.severity == .error && !$0.message.isEmpty })
      } else {
        accepted.append(text)
      }
    }
    #expect(accepted.count > 450, "\(accepted.count) accepted, \(refused) refused")
    for start in stride(from: 0, to: accepted.count, by: 40) {
      try check(Array(accepted[start..<min(start + 40, accepted.count)]), options)
    }
    print(
      "naughty strings: \(strings.count), on valid pages \(accepted.count), refused with a finding \(refused)"
    )
  }

  private func check(_ texts: [String], _ options: ReportOptions) throws {
    let documents = try produce(files(texts), options)
    let plain = try produce(files(texts.indices.map { "平常文字\($0)" }), options)
    for (document, other) in zip(documents, plain) {
      #expect(document.path == other.path)
      guard document.format == .html else { continue }
      let page = try Markup.Document(parsing: document.bytes, name: document.path)
      #expect(!page.tables(namedBy: "id").isEmpty || document.role == .report || document.role == .email)
      if document.role == .projectSheet {
        #expect(elements(document) == elements(other), "\(document.path)")
      }
      // What runs or fetches on a page is what the shell has, character for character.
      #expect(active(document) == active(other), "\(document.path)")
    }
    let rows = try cells(documents.at(OutputPaths.indicators))
    let heading = try #require(rows.first)
    for name in ["三级指标", "重点工作", "偏差原因", "改进措施"] {
      let column = try #require(heading.firstIndex(of: name))
      let read = rows.dropFirst().filter { $0[0] != Sheet.unitName }.map { $0[column] }
      #expect(read.count == texts.count)
      for (cell, text) in zip(read, texts) {
        #expect(cell.isSameBytes(shown(text)), "\(name): \(cell) for \(text)")
      }
    }
    for document in documents where document.format == .csv { try checkCells(document.bytes, document.path) }
    let outcome = Pipeline.examine(files(texts), options: options)
    for (name, bytes) in FormFiles.forms(outcome, period: .year) { try checkCells(bytes, name) }
    if let plan = outcome.plan { try checkCells(RollUpPlanFile.bytes(plan), "rollup.csv") }
    let folder = try Pipeline.findingsFolder(
      outcome, FindingSelection(outcome.findings), options: options, templates: templates, schemas: schemas)
    #expect(folder.faults == [])
    for document in folder.documents where document.format == .csv {
      try checkCells(document.bytes, document.path)
    }
  }

  private func produce(_ files: [SourceFile], _ options: ReportOptions) throws -> [SelfEvaluation.Document] {
    let report = try #require(Pipeline.examine(files, options: options).report)
    let production = try Pipeline.produce(report, templates: templates, schemas: schemas)
    #expect(production.faults == [])
    return production.documents
  }

  /// The names of a page's elements in order, line breaks inside text aside.
  private func elements(_ document: SelfEvaluation.Document) -> [String] {
    // By bytes, as markup is read: a combining mark before `<` or behind `>` is one character with it for Swift.
    document.bytes.split(separator: UInt8(ascii: "<")).dropFirst().map { part in
      String(
        decoding: part.prefix { "/!".utf8.contains($0) || 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 },
        as: UTF8.self)
    }.filter { $0 != "br/" }
  }

  /// The elements that run or fetch something, with what stands in them up to the next element.
  private func active(_ document: SelfEvaluation.Document) -> [Substring] {
    String(decoding: document.bytes, as: UTF8.self).split(separator: "<").filter { part in
      ["script", "img", "iframe", "object", "link"].contains { part.hasPrefix($0) }
    }
  }

  /// No cell, as a spreadsheet would see it, begins like a formula, unless it is a plain number.
  private func checkCells(_ bytes: [UInt8], _ path: String) throws {
    let text = try #require(TextDecoder.decode(SourceFile(path: path, bytes: bytes), index: 0).text)
    for row in CSVReader.read(text, index: 0, delimiter: .comma).rows {
      for cell in row.cells {
        guard let first = cell.text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
          continue
        }
        #expect(cell.text.wholeMatch(of: /[+-][0-9]+(\.[0-9]+)?[%‰]?/) != nil, "\(path): \(cell.text)")
      }
    }
  }
}
