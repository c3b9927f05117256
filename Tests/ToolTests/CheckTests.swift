// jixiao check: its formats, what goes where, and a list for each project.

import Foundation
import SelfEvaluation
import Testing

@Suite struct CheckTests {
  static let mistakes = Tool.sample("ten-mistakes")

  private struct Listed: Decodable {
    struct Counts: Decodable {
      let error: Int
      let warning: Int
      let note: Int
      let acknowledged: Int
    }
    struct Owed: Decodable {
      let project: String
      let missing: [String]
      let of: Int
    }
    struct Entry: Decodable {
      let code: String
      let severity: String
      let file: String?
      let line: Int?
      let excerpt: String?
      let remedy: String
      let acknowledgement: String?
    }
    let counts: Counts
    let outstanding: [Owed]
    let omitted: Int
    let findings: [Entry]
  }

  private func json(_ run: Tool.Run) throws -> Listed {
    try JSONDecoder().decode(Listed.self, from: run.outputBytes)
  }

  /// Findings on standard output and nothing else; on standard error only how many there are.
  @Test(arguments: ["json", "csv", "html"]) func formatsGoToStandardOutput(_ format: String) throws {
    let run = try Tool.run("check", Self.mistakes, "--format", format, "--date", "2024-01-15")
    #expect(run.status == 1)
    #expect(run.messages == "错误 10 条，警告 0 条，提示 0 条\n")
    for part in ["E302", "≥28OOO台"] { #expect(run.output.contains(part), "\(part)") }
    switch format {
    case "json":
      let listed = try json(run)
      #expect(listed.findings.count == 10 && listed.counts.error == 10 && listed.omitted == 0)
      #expect(listed.findings.allSatisfy { $0.line != nil && $0.excerpt != nil && !$0.remedy.isEmpty })
    case "csv":
      #expect(run.outputBytes.starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(run.output.split(separator: "\r\n").count == 11)
      #expect(run.output.contains("\r\n错误,E205,targets.csv,6,34,强制检定经费,强制检定台件数,"))
    default: #expect(run.output.hasPrefix("<!DOCTYPE html>") && run.output.contains("原文"))
    }
    let again = try Tool.run("check", Self.mistakes, "--format", format, "--date", "2024-01-15")
    #expect(again.outputBytes == run.outputBytes)
  }

  @Test func textGoesToStandardError() throws {
    let run = try Tool.run("check", Self.mistakes)
    #expect(run.output.isEmpty && run.messages.hasSuffix("错误 10 条，警告 0 条，提示 0 条\n"))
  }

  @Test func noMoreThanAskedFor() throws {
    let text = try Tool.run("check", Self.mistakes, "--max-findings", "3")
    #expect(text.messages.split(separator: "\n").count { $0.contains(": 错误[") } == 3)
    #expect(text.messages.contains("（另有 7 条未列出）"))
    let listed = try json(try Tool.run("check", Self.mistakes, "--max-findings", "3", "--format", "json"))
    #expect(listed.findings.count == 3 && listed.omitted == 7 && listed.counts.error == 10)
    let csv = try Tool.run("check", Self.mistakes, "--max-findings", "3", "--format", "csv")
    #expect(csv.output.split(separator: "\r\n").count == 4)
    let page = try Tool.run("check", Self.mistakes, "--max-findings", "3", "--format", "html")
    #expect(page.output.contains("（另有 7 条未列出）"))
    let sample = try json(
      try Tool.run("check", Tool.sample("jsmi-2023"), "--max-findings", "34", "--format", "json"))
    #expect(sample.findings.allSatisfy { $0.severity == "warning" } && sample.findings.count == 34)
    let negative = try Tool.run("check", Self.mistakes, "--max-findings", "-1")
    #expect(negative.status == 64 && negative.messages.contains("--max-findings 不能小于0"))
  }

  @Test func warningsCanBeMadeToCount() throws {
    let sample = Tool.sample("jsmi-2023")
    #expect(try Tool.run("check", sample).status == 0)
    #expect(try Tool.run("check", sample, "--fail-on-warning").status == 1)
    #expect(try Tool.run("check", sample, "--fail-on-warning", "--format", "json").status == 1)
  }

  /// What is explained stays listed with its reason, does not count as a warning, and errors cannot be explained.
  @Test func explainedFindingsStayListed() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      for file in try #require(RuleBook.rule(.farAboveTarget)?.firing).files {
        try Data(file.bytes).write(to: folder.appending(path: file.path))
      }
      let notes = folder.appending(path: "acknowledged.csv")
      try Data("编码,位置,说明\nW309,强制检定经费/强制检定台件数,年中扩大了检定范围\n".utf8).write(to: notes)
      let run = try Tool.run("check", folder.path, "--format", "json", "--fail-on-warning")
      let listed = try json(run)
      #expect(listed.counts.acknowledged >= 1)
      #expect(
        listed.findings.contains { $0.code == "W309" && $0.acknowledgement == "年中扩大了检定范围" })
      #expect(try Tool.run("check", folder.path).messages.contains("已说明：年中扩大了检定范围"))
      try Data("编码,位置,说明\nE230,强制检定经费/强制检定台件数,以后再报\n".utf8).write(to: notes)
      let actuals = folder.appending(path: "actuals.csv")
      let text = try String(contentsOf: actuals, encoding: .utf8)
      try Data(text.replacing("36401台", with: "").utf8).write(to: actuals)
      let waved = try Tool.run("check", folder.path)
      #expect(waved.status == 1 && waved.messages.contains("E230 是错误，不能用说明代替改正"))
    }
  }

  @Test func writesOneFileWhereAsked() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      for format in ["text", "json", "csv", "html"] {
        let file = folder.appending(path: "问题." + format)
        let run = try Tool.run("check", Self.mistakes, "--format", format, "-o", file.path)
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.messages == "错误 10 条，警告 0 条，提示 0 条\n已写出：\(file.path)\n")
        #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self).contains("E302"))
      }
      // Not into the submission itself.
      let copy = folder.appending(path: "in")
      try Recoded.copy(Self.mistakes, to: copy, as: .utf8)
      let before = try copy.contents()
      let inside = copy.appending(path: "actuals.csv").path
      #expect(try Tool.run("check", copy.path, "--format", "csv", "-o", inside).status == 64)
      #expect(try copy.contents() == before)
    }
  }

  @Test func givesEachProjectItsOwnList() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let out = folder.appending(path: "清单")
      let run = try Tool.run("check", Self.mistakes, "--by-project", "-o", out.path)
      #expect(run.status == 1 && run.output.isEmpty)
      let files = try out.contents()
      let stems = ["部门整体", "项目/01-强制检定经费", "项目/02-能力提升经费", "其他问题"]
      #expect(
        Set(files.keys)
          == Set(
            stems.flatMap { [$0 + ".html", $0 + ".csv"] } + [
              "index.html", "manifest.json", "问题清单.html", "数据/问题清单.csv",
            ]))
      func text(_ path: String) throws -> String {
        String(decoding: try #require(files[path]), as: UTF8.self)
      }
      // Sorted by file and line; the ragged row, which could not be read, is its project's too.
      let rows = try text("项目/01-强制检定经费.csv").split(separator: "\r\n").dropFirst()
      #expect(
        rows.map { $0.split(separator: ",").prefix(4).joined(separator: ":") } == [
          "错误:E211:actuals.csv:3", "错误:E106:actuals.csv:5", "错误:E402:rollup.csv:2", "错误:E302:targets.csv:5",
          "错误:E205:targets.csv:6",
        ])
      let page = try text("项目/01-强制检定经费.html")
      #expect(page.contains("强制检定经费,立项依据充分性,充分,95%,,立项批复") && page.contains("达成”“部分达成”或"))
      #expect(!page.contains("E209"))
      #expect(try Tool.run("verify", out.path).status == 0)
      // Again over its own folder; not over what people put there.
      #expect(try Tool.run("check", Self.mistakes, "--by-project", "-o", out.path).status == 1)
      try Data("x".utf8).write(to: out.appending(path: "回执.txt"))
      #expect(try Tool.run("check", Self.mistakes, "--by-project", "-o", out.path).status == 74)
      #expect(try Data(contentsOf: out.appending(path: "回执.txt")) == Data("x".utf8))
      let forced = try Tool.run("check", Self.mistakes, "--by-project", "-o", out.path, "--force")
      #expect(forced.status == 1 && forced.messages.contains("清单.bak-1"))
      #expect(try Tool.run("check", Self.mistakes, "--by-project").status == 64)
    }
  }

  @Test func tellsWhoHasNotHandedIn() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      for file in try #require(RuleBook.rule(.projectNotHandedIn)?.firing).files {
        try Data(file.bytes).write(to: folder.appending(path: file.path))
      }
      let text = try Tool.run("check", folder.path)
      #expect(text.messages.contains("催报清单：1 张表没有交齐完成值\n  能力提升经费：6 个指标全都没有交\n"))
      #expect(text.messages.split(separator: "\n").count { $0.contains("错误[") } == 1)
      let listed = try json(try Tool.run("check", folder.path, "--format", "json"))
      #expect(listed.outstanding.map(\.project) == ["能力提升经费"])
      #expect(listed.outstanding.first?.missing.count == 6 && listed.outstanding.first?.of == 6)
      let page = try Tool.run("check", folder.path, "--format", "html")
      #expect(page.output.contains("<caption>催报清单</caption>"))
      let out = folder.deletingLastPathComponent().appending(path: folder.lastPathComponent + "-out")
      defer { try? FileManager.default.removeItem(at: out) }
      #expect(try Tool.run("check", folder.path, "--by-project", "-o", out.path).status == 1)
      let files = try out.contents()
      for (path, owes) in [
        ("index.html", true), ("项目/02-能力提升经费.html", true), ("项目/01-强制检定经费.html", false),
      ] {
        let text = String(decoding: try #require(files[path]), as: UTF8.self)
        #expect(text.contains("催报清单") == owes, "\(path)")
      }
    }
  }
}
