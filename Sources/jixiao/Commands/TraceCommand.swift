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
      throw UsageFault(message: VisibleText.shown(unknown(in: outcome)))
    }
    try StandardOutput.write(text)
    if outcome.report == nil {
      try StandardError.write(
        "填报数据有错误，以上推导可能不完整；用 jixiao check 查看：\(FindingText.summary(outcome.findings))\n")
      throw DataHasErrors()
    }
  }

  /// What there is instead: other sheets with such an indicator, or one of a similar name.
  private func unknown(in outcome: Pipeline.Outcome) -> String {
    if let project, !TraceText.hasSheet(project, in: outcome) {
      return "没有项目“\(project)”；有\(outcome.submission.sheets.map(\.name).joined(separator: "、"))"
    }
    let lacking = "\(project.map { "“\($0)”中" } ?? "")没有三级指标“\(indicator)”"
    let others = TraceText.sheets(with: indicator, in: outcome)
    if !others.isEmpty {
      let rest = others.count > 10 ? "等\(others.count)张表" : ""
      return "\(lacking)；有这个指标的是\(others.prefix(10).map { "“\($0)”" }.joined(separator: "、"))\(rest)"
    }
    let nearest = TraceText.nearest(to: indicator, sheet: project, in: outcome)
    return lacking + (nearest.map { "；名称最接近的是“\($0)”" } ?? "")
  }
}
