// The other commands, their exit statuses and their words.

import Foundation
import SelfEvaluation
import Testing

@Suite struct CommandTests {
  /// Ten mistakes in three files, all in one run, each at its cell.
  @Test func findsAllTenMistakes() throws {
    let run = try Tool.run("check", Tool.sample("ten-mistakes"))
    #expect(run.status == 1)
    let heads = run.messages.split(separator: "\n").filter { $0.contains(": 错误[") || $0.contains(": 警告[") }
      .map { $0.prefix { $0 != "]" } + "]" }
    #expect(
      heads == [
        "actuals.csv:3:19: 错误[E211]", "actuals.csv:5:18: 错误[E106]", "actuals.csv:6:8: 错误[E227]",
        "actuals.csv:7:19: 错误[E209]", "actuals.csv:7:26: 错误[E105]", "rollup.csv:2:19: 错误[E402]",
        "rollup.csv:3:25: 错误[E407]", "targets.csv:5:16: 错误[E302]", "targets.csv:6:34: 错误[E205]",
        "targets.csv:10:18: 错误[E228]",
      ])
    try TemporaryFolder.with { (folder: URL) throws in
      let out = folder.appending(path: "out")
      #expect(try Tool.run("report", Tool.sample("ten-mistakes"), "-o", out.path).status == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test func traceTellsWhereAFigureComesFrom() throws {
    let run = try Tool.run("trace", Tool.sample("jsmi-2023"), "计量器具强制检定台件数")
    #expect(run.status == 0)
    for part in [
      "≥28000台（targets.csv:53）", "求和", "27320 + 1612 = 28932台", "actuals/计量监督管理业务经费.csv:", "27320", "1612",
      "项目目标汇总：27500",
      "目标差额 500", "得分：",
    ] { #expect(run.output.contains(part), "\(part)") }
    let unknown = try Tool.run("trace", Tool.sample("jsmi-2023"), "计量器具强制检定台数")
    #expect(unknown.status == 64 && unknown.messages.contains("计量器具强制检定台件数"))
  }

  @Test func explainTellsAboutACode() throws {
    let run = try Tool.run("explain", "e205")
    #expect(run.status == 0 && run.output.contains("E205") && run.output.contains("为什么"))
    #expect(try Tool.run("explain", "E999").status == 64)
  }

  /// What a terminal or a spreadsheet would hide or obey is marked by trace, and left out of files for filling in:
  /// those name the same indicators all the same.
  @Test func nothingHidesInWhatIsPrinted() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let copy = folder.appending(path: "in")
      try Recoded.copy(Tool.sample("jsmi-2023"), to: copy, as: .utf8)
      for name in ["targets.csv", "rollup.csv"] {
        let file = copy.appending(path: name)
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacing("计量器具强制检定台件数", with: "计量\u{202E}器具\u{2028}强制检定台\u{FFF9}件数").utf8).write(
          to: file)
      }
      let hidden: Set<Unicode.Scalar> = ["\u{202E}", "\u{2028}", "\u{FFF9}", "\u{1B}"]
      let trace = try Tool.run("trace", copy.path, "计量器具强制检定台件数")
      #expect(trace.status == 0 && trace.output.contains("⟨U+202E⟩") && trace.output.contains("⟨U+FFF9⟩"))
      #expect(trace.output.unicodeScalars.allSatisfy { !hidden.contains($0) })
      let plan = try Tool.run("rollup-plan", copy.path)
      #expect(plan.status == 0 && plan.output.contains("\n计量器具强制检定台件数,"))
      #expect(plan.output.unicodeScalars.allSatisfy { !hidden.contains($0) })
      let forms = folder.appending(path: "forms")
      #expect(try Tool.run("forms", copy.path, "-o", forms.path).status == 0)
      let form = try String(contentsOf: forms.appending(path: "计量监督管理业务经费.csv"), encoding: .utf8)
      #expect(form.contains("计量器具强制检定台件数") && form.unicodeScalars.allSatisfy { !hidden.contains($0) })
    }
  }

  /// The printed plan put into the folder gives the same report.
  @Test func theRollUpPlanIsReady() throws {
    let plan = try Tool.run("rollup-plan", Tool.sample("jsmi-2023"))
    #expect(plan.status == 0 && plan.outputBytes.starts(with: [0xEF, 0xBB, 0xBF]))
    try TemporaryFolder.with { (folder: URL) throws in
      let copy = folder.appending(path: "in")
      try Recoded.copy(Tool.sample("jsmi-2023"), to: copy, as: .utf8)
      try plan.outputBytes.write(to: copy.appending(path: "rollup.csv"))
      let outs = ["a", "b"].map { folder.appending(path: $0) }
      #expect(
        try Tool.run("report", Tool.sample("jsmi-2023"), "-o", outs[0].path, "--date", "2024-01-15", "-q")
          .status == 0)
      let second = try Tool.run("report", copy.path, "-o", outs[1].path, "--date", "2024-01-15", "-q")
      #expect(second.status == 0, "\(second.messages)")
      let name = "部门整体绩效自评价表.csv"
      #expect(try outs[0].contents()[name] == outs[1].contents()[name])
    }
  }

  /// init → forms → actuals: what the forms bring back is read.
  @Test func formsGoOutAndComeBack() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let forms = folder.appending(path: "forms")
      let run = try Tool.run("forms", Tool.sample("jsmi-2023"), "-o", forms.path)
      #expect(run.status == 0, "\(run.messages)")
      let files = try forms.contents()
      #expect(files.count == 9)
      #expect(files.values.allSatisfy { $0.starts(with: [0xEF, 0xBB, 0xBF]) })
      // Nothing of people's is overwritten.
      #expect(try Tool.run("forms", Tool.sample("jsmi-2023"), "-o", forms.path).status == 74)
      let fresh = folder.appending(path: "new")
      #expect(try Tool.run("init", fresh.path).status == 0)
      #expect(
        try fresh.contents().keys.sorted() == [
          "acknowledged.csv", "actuals.csv", "budget.csv", "projects.csv", "rollup.csv", "targets.csv",
          "unit.csv",
        ])
      #expect(try Tool.run("init", fresh.path).status == 74)
    }
  }

  @Test(
    arguments: [
      (["nonsense"], 64), (["report"], 64), (["report", "a"], 64), (["check", "--period", "month", "a"], 64),
      (["--help"], 0),
      (["--version"], 0), (["check", "/nonexistent"], 74),
      (["report", "/nonexistent", "-o", "/tmp/never"], 74),
      (["verify", "/nonexistent"], 74), (["--generate-completion-script", "bash"], 0),
    ] as [([String], Int32)])
  func exitStatuses(_ arguments: [String], _ status: Int32) throws {
    let run = try Tool.run(arguments)
    #expect(run.status == status, "\(run.messages)\(run.output.prefix(300))")
  }

  /// Help and usage errors are Chinese; only names of commands, options and files are not.
  @Test(arguments: [
    ["--help"], ["report", "--help"], ["check"], ["trace", "--bogus"], ["report", "a", "b", "-o", "c"],
    ["check", "a", "b", "c"], ["check", "a", "--encoding", "foo"], ["check", "a", "--formt", "text"],
    ["check", "a", "--quiet=3"], ["check", "a", "-qoX"], ["check", "a", "-="], ["check", "a", "-中"],
    ["check", "a", "--format"], ["check", "a", "--period", "month"],
    ["email", "a", "--from", "b", "--timeout", "x"],
    ["--generate-completion-script", "foo"], ["--generate-completion-script"], ["help", "foo"],
  ])
  func speaksChinese(_ arguments: [String]) throws {
    let run = try Tool.run(arguments, environment: ["SHELL": "/bin/none"])
    let text = run.output + run.messages
    #expect(!text.contains("'"), "\(text)")
    for english in [
      "USAGE", "OVERVIEW", "OPTIONS", "Error", "Missing", "Unknown", "Unexpected", "unexpected", "Show",
      "help information", "default", "Please", "Can't", "Invalid", "invalid", "Did you", "does not",
      "specified",
      " or", " in ", "value",
    ] {
      #expect(!text.contains(english), "\(english): \(text)")
    }
  }

  /// A shell reads the script: its quotation marks are not put into Chinese.
  @Test func theCompletionScriptIsOne() throws {
    for shell in ["bash", "zsh", "fish"] {
      let script = try Tool.run("--generate-completion-script", shell)
      #expect(script.status == 0 && script.output.contains("'") && !script.output.contains("“”"))
      guard shell == "bash" else { continue }
      try TemporaryFolder.with { (folder: URL) throws in
        let file = folder.appending(path: "jixiao.bash")
        try script.outputBytes.write(to: file)
        let bash = Process()
        (bash.executableURL, bash.arguments) = (URL(filePath: "/bin/bash"), ["-n", file.path])
        try bash.run()
        bash.waitUntilExit()
        #expect(bash.terminationStatus == 0)
      }
    }
  }

  @Test(
    arguments: [
      (["check", "a", "b", "c"], "2个多余的参数：“b”、“c”\n"),
      (["check", "a", "--formt", "text"], "没有选项“--formt”；是否想写“--format”？\n"),
      (["check", "a", "--quiet=3"], "选项“--quiet”不带取值，却写了“3”\n"),
      (["check", "a", "-oX"], "没有选项“-oX”\n   或者缺少取值：“-o <文件或文件夹>”，见“-oX”\n"),
      (["check", "a", "--encoding", "foo"], "取值“foo”不能用于“--encoding <编码>”；可取：\n  - utf-8\n"),
      (["--generate-completion-script", "foo"], "没有这种命令行的补全脚本：“foo”\n请写明命令行"),
      (["email", "a", "--from", "b@c.cn", "--to", "b@c.cn", "--timeout", "-5"], "--timeout 须在1到3600秒之间\n"),
      (["report", "a", "-o", "b", "--date", "9999-12-31"], "日期“9999-12-31”的年份应在1900至2199之间\n"),
      (["report", "a", "-o", "b", "--date", "2024-02-30"], "没有“2024-02-30”这一天\n"),
      (["report", "a", "-o", "b", "--date", "2024年"], "日期“2024年”不是形如 2024-01-15 的日期\n"),
    ] as [([String], String)])
  func saysWhatIsWrong(_ arguments: [String], _ words: String) throws {
    let run = try Tool.run(arguments)
    #expect(run.status == 64 && run.messages.contains(words), "\(run.messages)")
  }

  /// An empty path is no folder, least of all the current one.
  @Test(arguments: [
    ["verify", ""], ["check", ""],
    ["report", Tool.sample("jsmi-2023"), "-o", "/tmp/never", "--previous", ""],
    ["email", "", "--from", "a@b.cn", "--to", "a@b.cn"],
  ])
  func anEmptyPathIsNoFolder(_ arguments: [String]) throws {
    let run = try Tool.run(arguments)
    #expect(run.status == 74 && run.messages == "jixiao: 无法打开“”：不存在\n", "\(run.messages)")
  }

  @Test func aFolderInAMissingOneIsNotMade() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let place = folder.appending(path: "没有/新").path
      for arguments in [
        ["init", place + "/"], ["forms", Tool.sample("jsmi-2023"), "-o", place],
        ["batch", Tool.root.appending(path: "Samples").path, "-o", place],
      ] {
        let run = try Tool.run(arguments)
        #expect(run.status == 74 && run.messages.contains("/没有”不存在，请先建立"), "\(run.messages)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test func outputInsideTheSubmissionIsRefused() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let copy = folder.appending(path: "in")
      try Recoded.copy(Tool.sample("jsmi-2023"), to: copy, as: .utf8)
      for out in [copy, copy.appending(path: "out"), folder] {
        #expect(try Tool.run("report", copy.path, "-o", out.path, "-q").status == 64)
      }
    }
  }
}
