// jixiao forms: one fill-in file per project.

import ArgumentParser
import SelfEvaluation

struct FormsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms", abstract: "为每个项目生成填报表（指标值已列出、完成值空白），填好后放进 actuals 文件夹。")

  @OptionGroup var submission: SubmissionOptions

  @Option(name: [.short, .long], help: ArgumentHelp("放填报表的文件夹", valueName: "文件夹"))
  var output: String

  func run() throws {
    let outcome = try submission.examine()
    let targetFaults = outcome.findings.filter {
      $0.severity == .error && FormFiles.concernsTargets($0, outcome)
    }
    for fault in targetFaults { try StandardError.write(FindingText.text(fault, outcome.submission.texts)) }
    guard targetFaults.isEmpty else { throw DataHasErrors() }
    let files = FormFiles.forms(outcome, period: submission.period == .half ? .half : .year)
    guard !files.isEmpty else { throw UsageFault(message: "“\(submission.folder)”中没有绩效目标，无从生成填报表") }
    try NewFolder.write(files, to: DiskPath(output))
    try StandardOutput.write("已生成 \(files.count) 个填报表：\(output)\n")
  }
}
