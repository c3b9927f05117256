// jixiao batch through the built tool: which folders it looks for, lists and refuses.

import Foundation
import SelfEvaluation
import Testing

@Suite struct BatchPlacesTests {
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
}
