// Links that somebody laid where the tool writes, and streams that take nothing.

import Foundation
import Testing

@Suite struct TrapTests {
  private let mail = ["--to", "a@b.cn", "--from", "c@d.cn"]

  @Test(arguments: ["邮件/摘要.eml", "邮件"])
  func mailIsNotWrittenThroughALink(entry: String) throws {
    try TemporaryFolder.with { folder in
      let out = folder.appending(path: "out")
      let made = try Tool.run(
        "report", Tool.sample("jsmi-2023"), "-o", out.path, "--date", "2024-01-15", "-q")
      try #require(made.status == 0)
      let outside = folder.appending(path: "外面")
      try FileManager.default.moveItem(at: out.appending(path: entry), to: outside)
      try FileManager.default.createSymbolicLink(
        at: out.appending(path: entry), withDestinationURL: outside)
      let message = entry.hasSuffix(".eml") ? outside : outside.appending(path: "摘要.eml")
      let before = try Data(contentsOf: message)
      let run = try Tool.run(["email", out.path] + mail)
      #expect(run.status == 74)
      #expect(run.messages.contains("：经由符号链接通到别处，不是本工具写的；先重新生成报告\n"))
      #expect(try Data(contentsOf: message) == before)
    }
  }

  @Test(arguments: [(["init", "--templates"], "rubrics"), (["init"], "actuals")])
  func newFilesGoIntoRealFoldersOnly(command: [String], name: String) throws {
    try TemporaryFolder.with { folder in
      let (new, outside) = (folder.appending(path: "新"), folder.appending(path: "外面"))
      for place in [new, outside] {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
      }
      try FileManager.default.createSymbolicLink(
        at: new.appending(path: name), withDestinationURL: outside)
      let run = try Tool.run(command + [new.path])
      #expect(run.status == 74)
      #expect(run.messages == "jixiao: 无法写入“\(new.path)/\(name)”：已经存在，而不是目录\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: new.path) == [name])
    }
  }

  @Test(arguments: [["--help"], ["--version"], ["report", "--help"]])
  func helpThatCannotBeWrittenIsAFault(arguments: [String]) throws {
    let process = Process()
    process.executableURL = Tool.executable
    process.arguments = arguments
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    let messages = Pipe()
    process.standardError = messages
    try process.run()
    let text = try messages.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(String(decoding: text, as: UTF8.self) == "jixiao: 无法写入“标准输出”：空间不足\n")
  }
}
