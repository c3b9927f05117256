// jixiao explain: what a finding's code means.

import ArgumentParser
import SelfEvaluation

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "解释一个问题编码：是什么、为什么、怎么改，并举例。")

  @Argument(help: ArgumentHelp("问题编码，如 E205", valueName: "编码"))
  var code: String

  func run() throws {
    guard let known = Code(rawValue: code.uppercased()) else {
      throw UsageFault(message: "没有编码“\(code)”；编码形如 E205、W308、N217")
    }
    try StandardOutput.write(RuleBook.explanation(of: known))
  }
}
