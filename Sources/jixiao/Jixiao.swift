// The command-line tool: arguments, files, exit statuses. What it says about data is worded in the core.

import ArgumentParser
import SelfEvaluation

/// `jixiao` and its commands (FORMATS §4).
struct Jixiao: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jixiao",
    abstract: "把部门交来的绩效目标和完成值变成核对无误的绩效自评报告。",
    discussion: """
      填报目录是一个放着CSV文件的文件夹（unit.csv、projects.csv、budget.csv、targets.csv、actuals.csv 等）。
      退出状态：0 完成；1 数据有错误；64 用法错误；70 本程序自身的错误；74 读写失败；130/143 被中断。
      """,
    version: "jixiao \(ToolVersion.current)",
    subcommands: [
      ReportCommand.self, CheckCommand.self, InitCommand.self, FormsCommand.self, RollUpPlanCommand.self,
      TraceCommand.self, ExplainCommand.self, VerifyCommand.self, EmailCommand.self,
      BatchCommand.self, MergeCommand.self,
    ])
}

extension Jixiao {
  /// A first word that is no command: said as such, where argument parsing would call it a surplus argument.
  static func refuseUnknownCommand(_ arguments: [String]) throws {
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help" else { return }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !names.contains(word) else { return }
    throw UsageFault(message: "没有命令“\(word)”；有\(names.joined(separator: "、"))")
  }
}

@main
enum Main {
  static func main() {
    do {
      try StandardStreams.occupy()
      Interruption.install()
      try Jixiao.refuseUnknownCommand(Array(CommandLine.arguments.dropFirst()))
      var command = try Jixiao.parseAsRoot()
      try command.run()
    } catch {
      Exit.now(Failure(error))
    }
  }
}
