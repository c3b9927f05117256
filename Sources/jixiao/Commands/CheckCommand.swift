// jixiao check: everything that is wrong with a submission, in one run.

import ArgumentParser
import SelfEvaluation

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查填报目录，列出全部问题和改法，不写任何文件。")

  @OptionGroup var submission: SubmissionOptions

  @Option(help: ArgumentHelp("text、json、csv 或 html", valueName: "格式"))
  var format: Format = .text

  @Option(help: ArgumentHelp("最多列出多少条", valueName: "条数"))
  var maxFindings: Int?

  @Flag(name: .shortAndLong, help: "不列提示，只列错误和警告")
  var quiet = false

  enum Format: String, ExpressibleByArgument { case text, json, csv, html }

  func run() throws {
    let outcome = try submission.examine()
    try FindingOutput.print(outcome, leastGrave: quiet ? .warning : .note, most: maxFindings)
    if outcome.report == nil { throw DataHasErrors() }
  }
}
