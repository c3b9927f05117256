// Samples byte for byte through the built tool. `make record` rewrites the golden files; recording fails the run once.

import Foundation
import Testing

@Suite struct GoldenTests {
  static let folder = Tool.root.appending(path: "Tests/ToolTests/Golden")

  /// What is kept: the files for programs, which hold every figure, and what the terminal says.
  private static func produced() throws -> [String: Data] {
    var files: [String: Data] = [:]
    try TemporaryFolder.with { (folder: URL) throws in
      for (period, date) in [("year", "2024-01-15"), ("half", "2023-07-10")] {
        let out = folder.appending(path: period)
        let run = try Tool.run(
          "report", Tool.sample("jsmi-2023"), "-o", out.path, "--period", period, "--date", date, "-q")
        try #require(run.status == 0, "\(run.messages)")
        for (path, data) in try out.contents() where path.hasSuffix(".csv") && !path.hasPrefix("项目/") {
          files["jsmi-2023-\(period)/\(path)"] = data
        }
      }
      let check = try Tool.run("check", Tool.sample("jsmi-2023"))
      files["jsmi-2023-check.txt"] = Data(check.messages.utf8)
      let mistakes = try Tool.run("check", Tool.sample("ten-mistakes"))
      files["ten-mistakes-check.txt"] = Data(mistakes.messages.utf8)
      let trace = try Tool.run("trace", Tool.sample("jsmi-2023"), "计量器具强制检定台件数")
      files["jsmi-2023-trace.txt"] = trace.outputBytes
    }
    return files
  }

  @Test func outputIsAsRecorded() throws {
    let produced = try Self.produced()
    let kept = try Self.folder.contents()
    guard ProcessInfo.processInfo.environment["JIXIAO_RECORD"] == nil else {
      for stale in Set(kept.keys).subtracting(produced.keys) {
        try FileManager.default.removeItem(at: Self.folder.appending(path: stale))
      }
      for (path, data) in produced {
        let file = Self.folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
      }
      if kept != produced { Issue.record("金样已重写，请核对差异后再次运行测试") }
      return
    }
    #expect(Set(kept.keys) == Set(produced.keys), "用 make record 重写金样")
    for (path, data) in produced.sorted(by: { $0.key < $1.key }) where kept[path] != data {
      Issue.record("\(path) 与金样不同：\(firstDifference(kept[path] ?? Data(), data))；核对后用 make record 重写")
    }
  }

  private func firstDifference(_ kept: Data, _ produced: Data) -> String {
    let lines = [kept, produced].map {
      String(decoding: $0, as: UTF8.self).split(whereSeparator: \.isNewline)
    }
    for (number, pair) in zip(lines[0], lines[1]).enumerated() where pair.0 != pair.1 {
      return "第\(number + 1)行，原为“\(pair.0)”，现为“\(pair.1)”"
    }
    return "行数 \(lines[0].count) 与 \(lines[1].count)"
  }
}
