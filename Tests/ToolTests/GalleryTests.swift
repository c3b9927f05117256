// Samples/errors: a folder for every code with an example, and what the built tool says about it.

import Foundation
import SelfEvaluation
import Testing

@Suite struct GalleryTests {
  static let folder = Tool.root.appending(path: "Samples/errors")
  /// Larger files are made when the test runs, not stored.
  static let limit = 16 << 10

  /// Every file of the gallery is as the rules and the tool make it; what they do not make is stale.
  @Test func isUpToDate() throws {
    let wanted = try gallery()
    if ProcessInfo.processInfo.environment["JIXIAO_RECORD"] == "1" {
      if FileManager.default.fileExists(atPath: Self.folder.path) {
        guard try Self.folder.contents() != wanted else { return }
        try FileManager.default.removeItem(at: Self.folder)
      }
      for (path, data) in wanted {
        let file = Self.folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
      }
      Issue.record("Samples/errors 已重写，去掉 JIXIAO_RECORD 再测一遍")
      return
    }
    let found = try Self.folder.contents()
    let advice = "用 JIXIAO_RECORD=1 swift test --filter Gallery 重写"
    for path in Set(wanted.keys).union(found.keys).sorted() {
      guard let expected = wanted[path] else {
        Issue.record("Samples/errors/\(path) 已无对应的规则；\(advice)")
        continue
      }
      #expect(
        found[path].map { String(decoding: $0, as: UTF8.self) } == String(decoding: expected, as: UTF8.self),
        "Samples/errors/\(path) 已过时；\(advice)")
    }
  }

  private func gallery() throws -> [String: Data] {
    var files: [String: Data] = [:]
    var rows: [String] = []
    for rule in RuleBook.rules {
      guard let example = rule.firing else {
        rows.append("| \(rule.code.rawValue) | \(rule.title) | — | \(rule.unexampled) |")
        continue
      }
      let name = Self.name(of: rule.code)
      let large = example.files.filter { $0.bytes.count > Self.limit }.map(\.path)
      for file in example.files where !large.contains(file.path) {
        files["\(name)/\(file.path)"] = Data(file.bytes)
      }
      for other in example.others { files["\(name)/\(other)"] = Data() }
      let expected = try golden(example)
      #expect(expected.contains("[\(rule.code.rawValue)]"), "\(name)")
      files["\(name)/expected.txt"] = Data(expected.utf8)
      let half = example.period == .half ? "加 `--period half`" : ""
      let missing = large.isEmpty ? "" : "\(large.joined(separator: "、")) 过大，测试时生成，未存"
      let remark = [half, missing].filter { !$0.isEmpty }.joined(separator: "；")
      rows.append("| \(rule.code.rawValue) | \(rule.title) | [\(name)](\(name)/expected.txt) | \(remark) |")
    }
    files["README.md"] = Data((Self.introduction + rows).map { $0 + "\n" }.joined().utf8)
    return files
  }

  private static let introduction = [
    "# 问题样例", "",
    "每个编码一个填报目录，`expected.txt` 是 `jixiao check 目录` 的全部输出。目录和输出都由规则的例子生成，"
      + "测试逐个核对，多余的也算错；`JIXIAO_RECORD=1 swift test --filter Gallery` 重写。不要手改。", "",
    "规则的道理和改法见 `jixiao explain 编码`。", "", "| 编码 | 问题 | 样例 | 说明 |", "|---|---|---|---|",
  ]

  /// What the tool prints for an example.
  private func golden(_ example: Example) throws -> String {
    try TemporaryFolder.with { (folder: URL) throws in
      for file in example.files {
        let url = folder.appending(path: file.path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
      for other in example.others { try Data().write(to: folder.appending(path: other)) }
      let run = try Tool.run(
        ["check", folder.path] + (example.period == .half ? ["--period", "half"] : []))
      #expect(run.status == (run.messages.contains(": 错误[") ? 1 : 0))
      #expect(run.output.isEmpty)
      return run.messages
    }
  }

  /// `E205-unreadable-target`, from the code's name in the program.
  static func name(of code: Code) -> String {
    let words = String(describing: code).reduce(into: "") { text, letter in
      text += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
    }
    return "\(code.rawValue)-\(words)"
  }
}
