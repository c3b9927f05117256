// jixiao batch through the built tool: every unit told, none in the way of another, the same bytes however it is run.

import Foundation
import Testing

@Suite struct BatchTests {
  /// Four sound units and a broken one: four reports, five lines, status 1.
  @Test func aBrokenUnitStopsNoOther() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let (root, out) = (folder.appending(path: "in"), folder.appending(path: "out"))
      try Units.write(4, below: root)
      try Units.write(5, to: root.appending(path: "单位1025"), breaking: true)
      let file = folder.appending(path: "lines.ndjson")
      let run = try Units.batch(root, out, "--ndjson", file.path, "-j", "2", expecting: 1)
      let lines = try Units.lines(file)
      #expect(lines.map { $0["id"] as? String } == ["U1001", "U1002", "U1005", "U1003", "U1004"])
      #expect(lines.map { $0["ok"] as? Bool } == [true, true, false, true, true])
      let findings = try #require(lines[2]["findings"] as? [[String: Any]])
      let actuals = try String(contentsOf: root.appending(path: "单位1025/actuals.csv"), encoding: .utf8)
      let row = try #require(actuals.split(separator: "\n").firstIndex { $0.contains("约92%") }) + 1
      #expect(findings.contains { $0["code"] as? String == "E212" && $0["line"] as? Int == row })
      #expect(run.messages.contains("失败：\(root.path)/单位1025：数据有错误：错误 1 条"))
      #expect(run.messages.contains("actuals.csv:\(row):") && run.messages.contains("共 5 个单位：完成 4 个，失败 1 个"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: out.path).sorted() == [
          "U1001", "U1002", "U1003", "U1004",
        ])
      for id in ["U1001", "U1004"] {
        let verified = try Tool.run("verify", out.appending(path: id).path)
        #expect(verified.status == 0, "\(verified.messages)")
      }
    }
  }

  /// A unit's folder holds what `report` writes, and the record of the batch.
  @Test func theDocumentsAreThoseOfReport() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let (root, out) = (folder.appending(path: "in"), folder.appending(path: "out"))
      try Units.write(1, below: root)
      try Units.batch(root, out)
      let single = folder.appending(path: "single")
      #expect(
        try Tool.run(
          "report", root.appending(path: "单位101").path, "-o", single.path, "--date", "2024-01-15", "-q"
        ).status == 0)
      var files = try out.appending(path: "U1001").contents()
      #expect(files.removeValue(forKey: "数据/批量记录.json") != nil)
      files["manifest.json"] = nil
      var expected = try single.contents()
      expected["manifest.json"] = nil
      #expect(files == expected)
    }
  }

  /// One worker or three, the shards of a run or the whole: the same lines and the same folders.
  @Test func workersAndShardsDecideNothing() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let root = folder.appending(path: "in")
      try Units.write(9, below: root)
      try Units.write(77, to: root.appending(path: "单位105b"), code: "U1005")
      try Units.write(78, to: root.appending(path: "单位199"), breaking: true)
      var results: [(lines: [String], files: [String: Data])] = []
      for jobs in ["1", "3"] {
        let (out, file) = (folder.appending(path: "o\(jobs)"), folder.appending(path: "l\(jobs)"))
        try Units.batch(root, out, "-j", jobs, "--ndjson", file.path, expecting: 1)
        results.append((try lines(file), try out.contents()))
      }
      #expect(results[0].lines == results[1].lines && results[0].files == results[1].files)
      #expect(results[0].lines.count == 11)

      try FileManager.default.removeItem(at: root.appending(path: "单位105b"))
      let (whole, shards) = (folder.appending(path: "whole"), folder.appending(path: "shards"))
      let file = folder.appending(path: "whole.ndjson")
      try Units.batch(root, whole, "--ndjson", file.path, expecting: 1)
      var union: [String] = []
      for shard in 1...3 {
        let file = folder.appending(path: "shard\(shard)")
        let run = try Tool.run(
          "batch", root.path, "-o", shards.path, "--date", "2024-01-15", "--shard", "\(shard)/3", "--ndjson",
          file.path)
        #expect([0, 1].contains(run.status), "\(run.messages)")
        union += try lines(file)
      }
      let all = try lines(file)
      #expect(union.sorted() == all.sorted())
      #expect(try shards.contents() == whole.contents())
    }
  }

  private func lines(_ file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test func twinsAreRefusedByName() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let (root, out) = (folder.appending(path: "in"), folder.appending(path: "out"))
      for (name, number) in [("a", 1), ("b", 2), ("c", 3)] {
        try Units.write(number, to: root.appending(path: name), code: number == 3 ? "" : "同码")
      }
      try Units.write(4, to: root.appending(path: "z/c"), code: "")
      let file = folder.appending(path: "lines")
      let run = try Units.batch(root, out, "--ndjson", file.path, "-j", "4", expecting: 1)
      let lines = try Units.lines(file)
      #expect(lines.map { $0["ok"] as? Bool } == [true, false, true, false])
      #expect(lines[1]["failure"] as? String == "twin")
      #expect((lines[1]["reason"] as? String)?.contains("“\(root.path)/a”") == true)
      #expect((lines[3]["reason"] as? String)?.contains("填写单位编码") == true)
      #expect(run.messages.contains("\(root.path)/b") && run.messages.contains("“同码”已是"))
      let page = try String(contentsOf: out.appending(path: "同码/index.html"), encoding: .utf8)
      #expect(page.contains("第1检验所") && !page.contains("第2检验所"))
    }
  }

  /// Resumed: what has not changed is not touched, what has is, and the lines are those of an undisturbed run.
  @Test func resumeTouchesNothingUnchanged() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let (root, out) = (folder.appending(path: "in"), folder.appending(path: "out"))
      let files = (0...3).map { folder.appending(path: "lines\($0)") }
      try Units.write(5, below: root)
      try Units.batch(root, out, "--ndjson", files[0].path)
      let before = try inodes(out)
      // People may put something beside it; one document is lost, one damaged, one unit handed in anew.
      try Data("签字".utf8).write(to: out.appending(path: "U1001/签字.txt"))
      try FileManager.default.removeItem(at: out.appending(path: "U1002/index.html"))
      try Units.write(33, to: root.appending(path: "单位103"), code: "U1003")
      let run = try Units.batch(root, out, "--resume", "--ndjson", files[1].path)
      #expect(run.messages.contains("完成 5 个（其中 3 个没有变化"))
      let after = try inodes(out)
      for id in ["U1001", "U1004", "U1005"] { #expect(before[id] == after[id]) }
      for id in ["U1002", "U1003"] { #expect(before[id] != after[id]) }
      try Units.batch(root, folder.appending(path: "fresh"), "--ndjson", files[2].path)
      #expect(try Data(contentsOf: files[1]) == Data(contentsOf: files[2]))
      // Other options are other reports.
      let half = try Units.batch(root, out, "--resume", "--period", "half", "--force")
      #expect(!half.messages.contains("没有变化"))
    }
  }

  /// A manifest that was changed by hand is no proof that nothing has changed, and is somebody's like a changed page.
  @Test func resumeDoesNotTrustWhatIsNotSealed() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let (root, out) = (folder.appending(path: "in"), folder.appending(path: "out"))
      try Units.write(2, below: root)
      try Units.batch(root, out)
      let manifest = out.appending(path: "U1001/manifest.json")
      let text = try String(contentsOf: manifest, encoding: .utf8)
      try Data(text.replacing("\"year\": 2023", with: "\"year\": 2022").utf8).write(to: manifest)
      #expect(try Data(contentsOf: manifest) != Data(text.utf8))
      let changed = try Data(contentsOf: manifest)
      let run = try Units.batch(root, out, "--resume", expecting: 1)
      #expect(run.messages.contains("manifest.json（生成后改过）"), "\(run.messages)")
      #expect(run.messages.contains("完成 1 个（其中 1 个没有变化"), "\(run.messages)")
      #expect(try Data(contentsOf: manifest) == changed)
      try Units.batch(root, out, "--resume", "--force")
      #expect(try Data(contentsOf: manifest) == Data(text.utf8))
    }
  }

  private func inodes(_ out: URL) throws -> [String: Int] {
    var inodes: [String: Int] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: out.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: out.appending(path: name).path)
      inodes[name] = attributes[.systemFileNumber] as? Int
    }
    return inodes
  }

  /// Only some roles: nothing else is written, no link dangles, and the folder verifies.
  @Test(arguments: [
    ("unit-sheet,indicators", ["部门整体绩效自评价表.html", "部门整体绩效自评价表.csv", "数据/指标明细.csv"]),
    ("index", ["index.html"]), ("findings", ["问题清单.html", "数据/问题清单.csv"]),
    ("email", ["邮件/摘要.html", "邮件/摘要.eml"]), ("report", ["绩效自评价报告.html"]),
    (
      "index,project-sheet,reconciliation",
      [
        "index.html", "项目/01-强制检定经费.html", "项目/01-强制检定经费.csv", "项目/02-能力提升经费.html",
        "项目/02-能力提升经费.csv", "数据/勾稽校验.csv",
      ]
    ),
  ])
  func onlySomeRoles(_ roles: String, _ paths: [String]) throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let (root, out) = (folder.appending(path: "in"), folder.appending(path: "out"))
      try Units.write(1, below: root)
      try Units.batch(root, out, "--only", roles)
      let unit = out.appending(path: "U1001")
      #expect(Set(try unit.contents().keys) == Set(paths + ["manifest.json", "数据/批量记录.json"]))
      let verified = try Tool.run("verify", unit.path)
      #expect(verified.status == 0, "\(verified.messages)")
      #expect(try Tool.run("batch", root.path, "-o", out.path, "--only", "sheet").status == 64)
    }
  }

  /// People's files in one unit's folder: that unit is told, the others are done.
  @Test func foreignFilesStopOneUnit() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let (root, out) = (folder.appending(path: "in"), folder.appending(path: "out"))
      try Units.write(2, below: root)
      try Units.batch(root, out)
      try Data("签字".utf8).write(to: out.appending(path: "U1001/签字.txt"))
      let file = folder.appending(path: "lines")
      try Units.batch(root, out, "--ndjson", file.path, expecting: 1)
      #expect(try Units.lines(file).map { $0["failure"] as? String ?? "" } == ["output", ""])
      let forced = try Units.batch(root, out, "--force")
      #expect(forced.messages.contains("旧文件夹保留为"))
      #expect(FileManager.default.fileExists(atPath: out.path + "/U1001.bak-1/签字.txt"))
    }
  }

  @Test func placesAndUses() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let root = folder.appending(path: "in")
      try Units.write(1, below: root)
      #expect(try Tool.run("batch", root.path, "-o", root.path).status == 64)
      #expect(try Tool.run("batch", folder.path + "/没有", "-o", folder.path + "/o").status == 74)
      let empty = folder.appending(path: "空")
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
      #expect(try Tool.run("batch", empty.path, "-o", folder.path + "/o").status == 74)
      for shard in ["0/2", "3/2", "a/b", "1"] {
        #expect(try Tool.run("batch", root.path, "-o", folder.path + "/o", "--shard", shard).status == 64)
      }
      // OUT inside ROOT is passed over.
      try Units.batch(root, root.appending(path: "out"))
      let again = try Units.batch(root, root.appending(path: "out"))
      #expect(again.messages.contains("共 1 个单位"))
    }
  }
}
