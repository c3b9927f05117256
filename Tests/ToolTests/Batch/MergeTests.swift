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
}
