// jixiao rollup-plan: the roll-up mapping in use.

import ArgumentParser
import SelfEvaluation

struct RollUpPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollup-plan", abstract: "以CSV列出正在使用的汇总关系，可直接存为 rollup.csv。")

  @OptionGroup var submission: SubmissionOptions

  func run() throws {
    let outcome = try submission.examine()
    guard let plan = outcome.plan else {
      try StandardError.write("“\(submission.folder)”的绩效目标中没有部门整体的指标，无从汇总\n")
      throw DataHasErrors()
    }
    try StandardOutput.write(RollUpPlanFile.bytes(plan))
    let faults = outcome.findings.filter { $0.severity == .error && $0.code.rawValue.hasPrefix("E4") }
    guard faults.isEmpty else {
      for fault in faults { try StandardError.write(FindingText.text(fault, outcome.submission.texts)) }
      throw DataHasErrors()
    }
  }
}
