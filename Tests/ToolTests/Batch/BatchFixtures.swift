// Small units on disk for the tests of batch and merge.

import Foundation
import SelfEvaluation
import Testing

enum Units {
  /// Writes a unit's submission folder: the small sound one, with a code and a name of its own.
  static func write(
    _ number: Int, to folder: URL, code: String? = nil, breaking: Bool = false
  ) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in Example.base {
      var text = String(decoding: file.bytes, as: UTF8.self)
      text = text.replacing("示例检验所", with: "第\(number)检验所").replacing("28600台", with: "\(28600 + number)台")
      if file.path == "unit.csv", code != "" { text += "单位编码,\(code ?? "U\(1000 + number)")\n" }
      if breaking { text = text.replacing("92%", with: "约92%") }
      try Data(text.utf8).write(to: folder.appending(path: file.path))
    }
  }

  /// Folders `a`, `b`, … of so many sound units below `root`.
  static func write(_ count: Int, below root: URL) throws {
    for number in 1...count { try write(number, to: root.appending(path: "单位\(100 + number)")) }
  }

  /// The lines of a file of NDJSON.
  static func lines(_ file: URL) throws -> [[String: Any]] {
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.isEmpty || text.hasSuffix("\n"))
    return try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  /// Runs batch with a fixed date.
  @discardableResult
  static func batch(
    _ root: URL, _ out: URL, _ more: String..., expecting status: Int32 = 0
  ) throws -> Tool.Run {
    let run = try Tool.run(["batch", root.path, "-o", out.path, "--date", "2024-01-15"] + more)
    #expect(run.status == status, "\(run.messages)")
    return run
  }

  /// The same with a list on standard input.
  static func batch(list: [UInt8], in folder: URL, _ arguments: String...) throws -> Tool.Run {
    let input = folder.appending(path: "list-\(UUID().uuidString)")
    try Data(list).write(to: input)
    let script = "cd '\(folder.path)' && exec \"$0\" \"$@\" < '\(input.path)'"
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      ["-c", script, Tool.executable.path, "batch", "-", "--date", "2024-01-15"] + arguments
    let files = ["out", "err"].map { folder.appending(path: "\($0)-\(UUID().uuidString)") }
    for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    let output = try files[0].bytes()
    return Tool.Run(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      messages: String(decoding: try files[1].bytes(), as: UTF8.self), outputBytes: output)
  }
}
