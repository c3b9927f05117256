// jixiao batch through the built tool: every unit told, none in the way of another, the same bytes however it is run.

import Foundation
import Glibc
import SelfEvaluation
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

  /// Of two folders with one code the first is done, the other told; whoever is faster.
  /// Neither the reports nor the lines may go among what was handed in.
  @Test func outputsInsideASubmissionAreRefused() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let root = folder.appending(path: "root")
      try Units.write(2, below: root)
      let unit = root.appending(path: "单位101")
      let before = try String(contentsOf: unit.appending(path: "unit.csv"), encoding: .utf8)
      let inside = try Units.batch(root, unit.appending(path: "out"), expecting: 64)
      #expect(inside.messages.contains("单位101”里面"), "\(inside.messages)")
      for place in ["unit.csv", "lines.ndjson"] {
        let lines = unit.appending(path: place).path
        let run = try Units.batch(root, folder.appending(path: "out"), "--ndjson", lines, expecting: 64)
        #expect(run.messages.contains("NDJSON文件") && run.messages.contains("单位101"), "\(run.messages)")
      }
      let list = try Units.batch(
        list: Array("root/单位101\n".utf8), in: folder, "-o", "out", "--ndjson", "root/单位101/unit.csv")
      #expect(list.status == 64, "\(list.messages)")
      #expect(try String(contentsOf: unit.appending(path: "unit.csv"), encoding: .utf8) == before)
      #expect(!FileManager.default.fileExists(atPath: unit.appending(path: "out").path))
      // The submission itself, however it is written; also where it is one of a list.
      try FileManager.default.createSymbolicLink(at: folder.appending(path: "link"), withDestinationURL: unit)
      for place in [unit.path, unit.path + "/", root.path + "/./单位101", folder.path + "/link"] {
        let run = try Tool.run("batch", root.path, "-o", place)
        #expect(run.status == 64 && run.messages.contains("就是填报目录"), "\(run.messages)")
      }
      for place in ["root/单位101", "link", "root/单位101/out"] {
        let run = try Units.batch(list: Array("root/单位102\nroot/单位101\n".utf8), in: folder, "-o", place)
        #expect(run.status == 64, "\(run.messages)")
      }
      // Nor a folder that holds some, which would be passed over with it; those kept with a report are no matter.
      let province = folder.appending(path: "province")
      try Units.write(1, to: province.appending(path: "city/a"))
      try Units.write(2, to: province.appending(path: "b"))
      let around = try Units.batch(province, province.appending(path: "city"), expecting: 64)
      #expect(around.messages.contains("包含填报目录“\(province.path)/city/a”"), "\(around.messages)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: province.path + "/city") == ["a"])
      let reports = province.appending(path: "reports")
      try Units.batch(province, reports)
      try Units.write(1, to: reports.appending(path: "U1001/填报"))
      try Units.batch(province, reports, "--resume")
      #expect(try unit.contents().count == Example.base.count)
      // Beside the units, and inside the folder of the reports, they may.
      try Units.batch(
        root, root.appending(path: "out"), "--ndjson", root.appending(path: "lines.ndjson").path)
    }
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

  /// Nothing is passed over silently: too deep is a failure, hidden is told.
  @Test func whatIsNotSearchedIsTold() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let (root, out) = (folder.appending(path: "in"), folder.appending(path: "out"))
      let levels = (1...31).map { "层\($0)" }.joined(separator: "/")
      try Units.write(1, to: root.appending(path: levels + "/单位"))
      try Units.write(2, to: root.appending(path: ".隐藏"))
      try Units.write(3, to: root.appending(path: "层1/.也隐藏"))
      try FileManager.default.createDirectory(
        at: root.appending(path: ".缓存"), withIntermediateDirectories: true)
      let run = try Units.batch(root, out)
      #expect(run.messages.contains("共 1 个单位：完成 1 个"), "\(run.messages)")
      #expect(
        run.messages.contains("注意：隐藏的文件夹没有找，其中 2 个是填报目录，如“\(root.path)/.隐藏”"), "\(run.messages)")
      try Units.write(4, to: root.appending(path: levels + "/层32/单位"))
      let file = folder.appending(path: "lines")
      let deep = try Units.batch(root, out, "--ndjson", file.path, expecting: 1)
      #expect(deep.messages.contains("层32/单位”：在第32层文件夹以下，没有再往下找"), "\(deep.messages)")
      #expect(try Units.lines(file).map { $0["failure"] as? String ?? "" } == ["", "unreadable"])
    }
  }

  /// One folder written in several ways is one folder.
  @Test func aFolderListedTwiceIsToldSo() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      try Units.write(1, to: folder.appending(path: "in/a"))
      let run = try Units.batch(list: Array("in/a\nin/a/\n./in/a\n".utf8), in: folder, "-o", "out")
      #expect(run.status == 1)
      #expect(run.messages.components(separatedBy: "这个文件夹列了两次，只做一次").count == 3, "\(run.messages)")
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

  /// Paths on standard input: blank lines, CRLF, a missing folder, NUL, and a line that is no path.
  @Test func takesAListOfFolders() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      try Units.write(2, below: folder.appending(path: "in"))
      let list =
        Array("in/单位102\r\n\n  \nin/没有\nin/\0x\n".utf8) + Array(repeating: 0x78, count: 9000)
        + Array("\nin/单位101".utf8)
      let run = try Units.batch(list: list, in: folder, "-o", "out", "--ndjson", "-", "-j", "2")
      #expect(run.status == 1, "\(run.messages)")
      let file = folder.appending(path: "lines")
      try run.outputBytes.write(to: file)
      let lines = try Units.lines(file)
      #expect(lines.map { $0["ok"] as? Bool } == [true, false, false, false, true])
      #expect(
        lines.map { $0["failure"] as? String ?? "" } == ["", "unreadable", "unreadable", "unreadable", ""])
      #expect(lines[0]["folder"] as? String == "in/单位102")
      #expect((lines[1]["reason"] as? String)?.contains("不存在") == true)
      #expect((lines[2]["reason"] as? String)?.contains("NUL") == true)
      let output = try #require(lines[0]["output"] as? String)
      #expect(output.split(separator: "/").map(\.count) == [2, 2, 5])
      #expect(FileManager.default.fileExists(atPath: folder.path + "/out/" + output + "/index.html"))
      let none = try Units.batch(list: [], in: folder, "-o", "out2", "--ndjson", "-")
      #expect(none.status == 0 && none.output.isEmpty)
    }
  }

  @Test func anUnreadableFolderIsALine() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let (root, out) = (folder.appending(path: "in"), folder.appending(path: "out"))
      try Units.write(2, below: root)
      // A folder in a file's place cannot be read by anybody, root included.
      let bad = root.appending(path: "单位100")
      try FileManager.default.createDirectory(
        at: bad.appending(path: "unit.csv"), withIntermediateDirectories: true)
      let file = folder.appending(path: "lines")
      let run = try Units.batch(root, out, "--ndjson", file.path, expecting: 1)
      let lines = try Units.lines(file)
      #expect(lines.map { $0["ok"] as? Bool } == [false, true, true])
      #expect(lines[0]["failure"] as? String == "unreadable")
      #expect(run.messages.contains("unit.csv”：是目录，不是普通文件"))
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
