// jixiao merge through the built tool.

import Foundation
import Testing

@Suite struct MergeTests {
  private func lines(_ folder: URL, _ count: Int) throws -> URL {
    let root = folder.appending(path: "in")
    try Units.write(count, below: root)
    try Units.write(90, to: root.appending(path: "单位190"), breaking: true)
    let file = folder.appending(path: "all.ndjson")
    try Units.batch(root, folder.appending(path: "out"), "--ndjson", file.path, expecting: 1)
    return file
  }

  /// The whole file, or its lines turned round and cut in two, one by standard input: the same bytes; and they verify.
  @Test func partitionsMakeTheSameBytes() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let file = try lines(folder, 5)
      let whole = folder.appending(path: "whole")
      let run = try Tool.run("merge", file.path, "-o", whole.path, "--date", "2024-02-01")
      #expect(run.status == 0 && run.messages.contains("汇总6个单位，其中1个没有结果"), "\(run.messages)")
      let turned = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").reversed()
      let parts = [turned.prefix(2), turned.dropFirst(2)].enumerated().map { index, part in
        (folder.appending(path: "p\(index)"), part.joined(separator: "\n"))
      }
      for (file, text) in parts { try Data(text.utf8).write(to: file) }
      let cut = folder.appending(path: "cut")
      #expect(
        try Tool.run("merge", parts[0].0.path, parts[1].0.path, "-o", cut.path, "--date", "2024-02-01").status
          == 0)
      #expect(try whole.contents() == cut.contents())
      let verified = try Tool.run("verify", whole.path)
      #expect(verified.status == 0, "\(verified.messages)")
      // A changed cell is found.
      let csv = whole.appending(path: "汇总表.csv")
      let text = try String(contentsOf: csv, encoding: .utf8)
      try Data(text.replacing("U1001", with: "U9999").utf8).write(to: csv)
      #expect(try Tool.run("verify", whole.path).status == 1)
      // And not overwritten.
      #expect(try Tool.run("merge", file.path, "-o", whole.path, "--date", "2024-02-01").status == 74)
    }
  }

  @Test func duplicatesAndDamageAreNamed() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let file = try lines(folder, 2)
      let out = folder.appending(path: "merged")
      let twice = try Tool.run("merge", file.path, file.path, "-o", out.path)
      #expect(twice.status == 1)
      #expect(
        twice.messages.contains("\(file.path):1: “第1检验所”（单位编码 U1001）重复，\(file.path):1 已有"),
        "\(twice.messages)")
      let text = try String(contentsOf: file, encoding: .utf8)
      let damaged = folder.appending(path: "damaged")
      try Data((text.prefix(5000) + "\n" + text).utf8).write(to: damaged)
      let run = try Tool.run("merge", damaged.path, "-o", out.path)
      #expect(run.status == 1 && run.messages.contains("\(damaged.path):"), "\(run.messages)")
      #expect(!FileManager.default.fileExists(atPath: out.path))
      #expect(try Tool.run("merge", folder.path + "/没有", "-o", out.path).status == 74)
      #expect(try Tool.run("merge", "/dev/null", "-o", out.path).status == 64)
    }
  }

  /// Lines of two runs by one rubric file under two names; a unit's own rubric.csv is told; impossible figures are
  /// refused with their line.
  @Test func rubricsAreComparedByContent() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      var files: [String] = []
      let rules = "项,值\n名称,本办法\n等级/优,85\n"
      for (number, name) in ["甲办法.csv", "乙办法.csv"].enumerated() {
        let rubric = folder.appending(path: name)
        try Data(rules.utf8).write(to: rubric)
        let root = folder.appending(path: "in\(number)")
        try Units.write(number, to: root.appending(path: "单位"))
        files.append(folder.appending(path: "\(number).ndjson").path)
        try Units.batch(
          root, folder.appending(path: "out\(number)"), "--rubric", rubric.path, "--ndjson", files[number])
      }
      let same = folder.appending(path: "same")
      let run = try Tool.run(["merge"] + files + ["-o", same.path])
      #expect(run.status == 0, "\(run.messages)")
      let page = try #require(try same.contents()["汇总表.html"])
      #expect(!String(decoding: page, as: UTF8.self).contains("评分办法的内容不一"))

      let text = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
      let range = try #require(text[1].range(of: "\"rubricDigest\":\""))
      let other = text[1].replacingCharacters(
        in: range.upperBound..<text[1].index(range.upperBound, offsetBy: 64),
        with: String(repeating: "f", count: 64))
      let mixed = folder.appending(path: "mixed")
      try Data((text[0] + other).utf8).write(to: mixed)
      let refused = try Tool.run("merge", mixed.path, "-o", folder.appending(path: "none").path)
      #expect(
        refused.status == 1 && refused.messages.contains("\(mixed.path):2: ")
          && refused.messages.contains("评分办法"), "\(refused.messages)")
      try Data(
        (text[0] + other.replacing("乙办法", with: "甲办法").replacing("\"score\":", with: "\"score\":9")).utf8
      ).write(to: mixed)
      let impossible = try Tool.run("merge", mixed.path, "-o", folder.appending(path: "none").path)
      #expect(
        impossible.status == 1 && impossible.messages.contains("\(mixed.path):2: “score”的值“9"),
        "\(impossible.messages)")
      try Data((text[0] + other.replacing("乙办法", with: "甲办法")).utf8).write(to: mixed)
      let told = folder.appending(path: "told")
      #expect(try Tool.run("merge", mixed.path, "-o", told.path).status == 0)
      let note = String(decoding: try #require(try told.contents()["汇总表.html"]), as: UTF8.self)
      #expect(note.contains("各单位评分办法的内容不一：“第1检验所”所用的与多数单位不同"))
      #expect(try Tool.run("verify", told.path).status == 0)
    }
  }
}
