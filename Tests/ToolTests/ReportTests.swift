// jixiao report and verify on the real sample, through the built tool.

import Foundation
import SelfEvaluation
import Testing

@Suite struct ReportTests {
  static let sample = Tool.sample("jsmi-2023")

  private struct Listed: Decodable {
    struct File: Decodable {
      let role: String
      let path: String
      let sha256: String
    }
    let score: String?
    let ruleScore: String?
    let grade: String?
    let period: String
    let documents: [File]
  }

  private func manifest(_ folder: URL) throws -> Listed {
    try JSONDecoder().decode(Listed.self, from: Data(contentsOf: folder.appending(path: "manifest.json")))
  }

  /// Rows of a CSV file without quotes that matter here: split by the tool's own reader would prove nothing.
  private func rows(_ file: URL) throws -> [[String]] {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self).replacing("\u{FEFF}", with: "")
    return text.split(separator: "\r\n").map { line in
      var cells: [String] = [""]
      var quoted = false
      for character in line {
        switch character {
        case "\"": quoted.toggle()
        case "," where !quoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }

  @Test func writesTheWholeFolder() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let out = folder.appending(path: "报告")
      let run = try Tool.run("report", Self.sample, "-o", out.path, "--date", "2024-01-15", "-q")
      #expect(run.status == 0, "\(run.messages)")
      let listed = try manifest(out)
      #expect(listed.score == "94.80")
      #expect(listed.ruleScore == "94.30")
      #expect(listed.grade == "优")
      let files = try out.contents()
      #expect(Set(files.keys) == Set(listed.documents.map(\.path) + ["manifest.json"]))
      for document in listed.documents {
        #expect(Digest.sha256(Array(try #require(files[document.path]))) == document.sha256)
      }
      let roles = Set(listed.documents.map(\.role))
      #expect(
        roles.isSuperset(of: [
          "index", "unit-sheet", "project-sheet", "report", "indicators", "rollup", "reconciliation",
          "findings",
        ]))

      let details = try rows(out.appending(path: "数据/指标明细.csv"))
      #expect(details.count == 325)
      let sheets = details.dropFirst().map { $0[0] }
      let counts = Dictionary(grouping: sheets) { $0 }.mapValues(\.count)
      #expect(counts["部门整体"] == 70)
      #expect(counts.values.sorted() == [25, 29, 29, 29, 31, 35, 37, 39, 70])
      let weight = try #require(details[0].firstIndex(of: "分值"))
      for (name, rows) in Dictionary(grouping: details.dropFirst(), by: { $0[0] }) {
        let total = try rows.reduce(Decimal(0)) { try $0 + #require(Decimal(string: $1[weight])) }
        #expect(total == 100, "\(name)")
      }
      #expect(String(decoding: try #require(files["部门整体绩效自评价表.html"]), as: UTF8.self).contains("37900.04"))
      #expect(String(decoding: try #require(files["部门整体绩效自评价表.html"]), as: UTF8.self).contains("30159.20"))

      let again = try Tool.run("verify", out.path)
      #expect(again.status == 0, "\(again.messages)")
    }
  }

  /// One changed cell is named by sheet, row and column, also where the manifest's hash was changed with it.
  @Test(arguments: [
    ("部门整体绩效自评价表.csv", "28932台", "28933台", "第53行", "实际完成值"),
    ("部门整体绩效自评价表.html", "28932台", "28933台", "第53行", "实际完成值"),
    ("数据/指标明细.csv", "105.08%", "105.18%", "行", "完成率"), ("数据/汇总溯源.csv", "28932", "28933", "行", "汇总值"),
    ("数据/勾稽校验.csv", "27500台", "27600台", "行", "右值"), ("项目/04-科研项目经费.html", "583.35", "583.45", "行", "全年执行数"),
  ])
  func verifyNamesAChangedCell(_ path: String, _ old: String, _ new: String, _ row: String, _ column: String)
    throws
  {
    try TemporaryFolder.with { (folder: URL) throws in
      let out = folder.appending(path: "out")
      #expect(try Tool.run("report", Self.sample, "-o", out.path, "--date", "2024-01-15", "-q").status == 0)
      let file = out.appending(path: path)
      let bytes = try Data(contentsOf: file)
      let range = try #require(bytes.firstRange(of: Data(old.utf8)))
      let changed = bytes[..<range.lowerBound] + Data(new.utf8) + bytes[range.upperBound...]
      try changed.write(to: file)
      let first = try Tool.run("verify", out.path)
      #expect(first.status == 1)
      #expect(
        first.messages.contains("E711") && first.messages.contains(column) && first.messages.contains(row))

      let manifest = out.appending(path: "manifest.json")
      let text = String(decoding: try Data(contentsOf: manifest), as: UTF8.self)
        .replacing(Digest.sha256(Array(bytes)), with: Digest.sha256(Array(changed)))
      try Data(text.utf8).write(to: manifest)
      let second = try Tool.run("verify", out.path)
      #expect(second.status == 1)
      #expect(!second.messages.contains("E711"))
      #expect(
        second.messages.contains("E714") && second.messages.contains(column) && second.messages.contains(row))
    }
  }

  /// The same submission in four encodings: every document the same bytes.
  @Test func encodingDoesNotMatter() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      var documents: [[String: Data]] = []
      for encoding in [TextEncoding.utf8, .utf8BOM, .gb18030, .utf16LE] {
        let copy = folder.appending(path: encoding.rawValue)
        try Recoded.copy(Self.sample, to: copy, as: encoding)
        let out = folder.appending(path: "out-\(encoding.rawValue)")
        let run = try Tool.run("report", copy.path, "-o", out.path, "--date", "2024-01-15", "-q")
        #expect(run.status == 0, "\(run.messages)")
        documents.append(try out.contents().filter { $0.key != "manifest.json" })
      }
      #expect(documents.allSatisfy { $0 == documents[0] })
      #expect(documents[0].count > 20)
    }
  }

  @Test func sameInputSameBytes() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let outs = ["a", "b"].map { folder.appending(path: $0) }
      for (out, zone) in zip(outs, ["Asia/Shanghai", "America/New_York"]) {
        _ = try Tool.run(
          ["report", Self.sample, "-o", out.path, "-q"],
          environment: ["SOURCE_DATE_EPOCH": "1705276800", "TZ": zone, "LC_ALL": "C"])
      }
      #expect(try outs[0].contents() == outs[1].contents())
    }
  }

  @Test func gb18030OutputIsVerifiedToo() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let out = folder.appending(path: "out")
      #expect(
        try Tool.run("report", Self.sample, "-o", out.path, "--csv-encoding", "gb18030", "-q").status == 0)
      #expect(try Tool.run("verify", out.path).status == 0)
      #expect(
        String(validating: try Data(contentsOf: out.appending(path: "数据/指标明细.csv")), as: UTF8.self) == nil)
    }
  }

  @Test func halfYearHasLightsAndNoScores() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      // A submission that has no full-year actuals yet.
      let copy = folder.appending(path: "in")
      try Recoded.copy(Self.sample, to: copy, as: .utf8, emptying: ["全年完成值", "自评得分"])
      let out = folder.appending(path: "out")
      let run = try Tool.run(
        "report", copy.path, "-o", out.path, "--period", "half", "--date", "2023-07-10", "-q")
      #expect(run.status == 0, "\(run.messages)")
      let listed = try manifest(out)
      #expect(
        listed.score == nil && listed.ruleScore == nil && listed.grade == nil && listed.period == "half")
      let details = try rows(out.appending(path: "数据/指标明细.csv"))
      let light = try #require(details[0].firstIndex(of: "亮灯"))
      let score = try #require(details[0].firstIndex(of: "得分"))
      let name = try #require(details[0].firstIndex(of: "三级指标"))
      #expect(details.dropFirst().allSatisfy { $0[score].isEmpty })
      #expect(details.first { $0[name] == "通过项目验收数" }?[light].contains("未到期") == true)
      #expect(Set(details.dropFirst().map { $0[light] }).isSuperset(of: ["红灯", "黄灯", "绿灯", "蓝灯"]))
      #expect(FileManager.default.fileExists(atPath: out.appending(path: "部门整体绩效运行监控表.html").path))
      // The year-end report of the same folder is refused: the actuals are missing.
      let year = try Tool.run("report", copy.path, "-o", folder.appending(path: "year").path, "-q")
      #expect(year.status == 1 && year.messages.contains("E247"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "year").path))
    }
  }

  @Test func anOlderReportStaysWhenARunFails() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let out = folder.appending(path: "out")
      #expect(try Tool.run("report", Self.sample, "-o", out.path, "--date", "2024-01-15", "-q").status == 0)
      let before = try out.contents()
      #expect(try Tool.run("report", Tool.sample("ten-mistakes"), "-o", out.path, "-q").status == 1)
      #expect(try out.contents() == before)
      // Somebody's signed scan is never lost.
      try Data("扫描件".utf8).write(to: out.appending(path: "签字页.pdf"))
      let refused = try Tool.run("report", Self.sample, "-o", out.path, "--date", "2024-01-16", "-q")
      #expect(refused.status == 74 && refused.messages.contains("签字页.pdf"))
      let forced = try Tool.run(
        "report", Self.sample, "-o", out.path, "--date", "2024-01-16", "-q", "--force")
      #expect(forced.status == 0)
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: "out.bak-1/签字页.pdf").path))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["out", "out.bak-1"])
    }
  }
}
