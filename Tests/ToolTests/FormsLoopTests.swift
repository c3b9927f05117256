// The forms loop as its page tells it: every command of that section of README.zh-CN.md, with what it prints.

import Foundation
import SelfEvaluation
import Testing

@Suite struct FormsLoopTests {
  static let folder = Tool.root.appending(path: "Samples/forms-loop")

  /// Each block of commands is run line by line in a copy of the folder; what is printed must be what stands there.
  @Test func theTranscriptIsTrue() throws {
    let page = Tool.root.appending(path: "README.zh-CN.md")
    let whole = try String(contentsOf: page, encoding: .utf8)
    let start = try #require(whole.range(of: "\n## 填报往返\n"))
    let end = try #require(whole.range(of: "<!-- 填报往返到此为止。 -->"))
    let text = String(whole[start.lowerBound..<end.lowerBound])
    #expect(text.split(separator: "\n").count { $0.hasPrefix("$ ") } > 8)
    let found = try TemporaryFolder.with { (folder: URL) throws -> String in
      let copy = folder.appending(path: "往返")
      try FileManager.default.copyItem(at: Self.folder, to: copy)
      return try transcript(text, in: copy)
    }
    if ProcessInfo.processInfo.environment["JIXIAO_RECORD"] == "1", found != text {
      try Data((whole[..<start.lowerBound] + found + whole[end.lowerBound...]).utf8).write(to: page)
      Issue.record("README.zh-CN.md 的“填报往返”已重写，去掉 JIXIAO_RECORD 再测一遍")
      return
    }
    #expect(found == text, "命令的输出变了；用 JIXIAO_RECORD=1 swift test --filter FormsLoop 重写")
  }

  /// The page with the output of every command put in anew.
  private func transcript(_ text: String, in folder: URL) throws -> String {
    var lines: [String] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") { isInside = line == "```console" }
      guard isInside, !line.hasPrefix("```") else {
        lines.append(line)
        continue
      }
      guard line.hasPrefix("$ ") else { continue }
      lines.append(line)
      lines += try run(String(line.dropFirst(2)), in: folder)
    }
    return lines.joined(separator: "\n")
  }

  /// What a shell prints for a command, both streams together, and its status where that is not 0.
  private func run(_ command: String, in folder: URL) throws -> [String] {
    let output = folder.appending(path: ".output")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    let handle = try FileHandle(forWritingTo: output)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": Tool.executable.deletingLastPathComponent().path + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8",
    ]
    (process.standardOutput, process.standardError) = (handle, handle)
    try process.run()
    process.waitUntilExit()
    var lines = String(decoding: try output.bytes(), as: UTF8.self).split(separator: "\n").map(
      String.init)
    if process.terminationStatus != 0 { lines.append("［退出状态 \(process.terminationStatus)］") }
    return lines
  }

  static let office = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// LibreOffice opens every form and saves it with the same cells: no formula run, no target turned into a date.
  @Test(.enabled(if: office != nil, "LibreOffice is not installed")) func formsOpenCleanlyInAnOffice() throws
  {
    try TemporaryFolder.with { (folder: URL) throws in
      let forms = folder.appending(path: "forms")
      #expect(try Tool.run("forms", Tool.sample("jsmi-2023"), "-o", forms.path).status == 0)
      let names = try forms.contents().keys.sorted()
      // Excel's own wording of the same import: comma, quotes, UTF-8, from the first line.
      let process = Process()
      process.executableURL = URL(filePath: try #require(Self.office))
      process.arguments =
        [
          "--headless", "-env:UserInstallation=file://\(folder.path)/profile", "--infilter=CSV:44,34,76,1",
          "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir",
          folder.appending(path: "saved").path,
        ] + names.map { forms.appending(path: $0).path }
      (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
      try process.run()
      process.waitUntilExit()
      let saved = try folder.appending(path: "saved").contents()
      #expect(saved.keys.sorted() == names)
      for (name, before) in try forms.contents() {
        let after = try #require(saved[name])
        #expect(cells(after) == cells(before), "\(name)")
      }
      // Put back as they are, nothing counts as changed or damaged, and everybody still owes his figures.
      let copy = folder.appending(path: "in")
      try Recoded.copy(Tool.sample("jsmi-2023"), to: copy, as: .utf8)
      try FileManager.default.removeItem(at: copy.appending(path: "actuals"))
      try FileManager.default.copyItem(
        at: folder.appending(path: "saved"), to: copy.appending(path: "actuals"))
      let run = try Tool.run("check", copy.path)
      #expect(!run.messages.contains("W245") && !run.messages.contains("W249"))
      #expect(run.messages.contains("催报清单：9 张表没有交齐完成值"))
    }
  }

  /// The cells of a CSV file without quoted line breaks; quotes are taken off.
  private func cells(_ data: Data) -> [[String]] {
    let text = String(decoding: data, as: UTF8.self).replacing("\u{FEFF}", with: "")
    return text.split(whereSeparator: \.isNewline).map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }
}
