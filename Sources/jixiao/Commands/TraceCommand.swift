// jixiao trace: how one figure came about.

import ArgumentParser
import SelfEvaluation

struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "说明一个数是怎么来的：公式、来源的文件和行号、分值与得分的推导。")

  @OptionGroup var submission: SubmissionOptions

  @Argument(help: ArgumentHelp("三级指标的名称", valueName: "指标"))
  var indicator: String

  @Option(help: ArgumentHelp("只看这个项目（或“部门整体”）", valueName: "项目"))
  var project: String?

  func run() throws {
    let outcome = try submission.examine()
    guard let text = TraceText.text(indicator, sheet: project, of: outcome) else {
      if let project, !TraceText.hasSheet(project, in: outcome) {
        throw UsageFault(
          message: "没有项目“\(project)”；有\(outcome.submission.sheets.map(\.name).joined(separator: "、"))")
      }
      let place = project.map { "“\($0)”中" } ?? ""
      let nearest = TraceText.nearest(to: indicator, in: outcome).map { "；名称最接近的是“\($0)”" } ?? ""
      throw UsageFault(message: "\(place)没有三级指标“\(indicator)”\(nearest)")
    }
    try StandardOutput.write(text)
    if outcome.report == nil {
      try StandardError.write(
        "填报数据有错误，以上推导可能不完整；用 jixiao check 查看：\(FindingText.summary(outcome.findings))\n")
      throw DataHasErrors()
    }
  }
}
