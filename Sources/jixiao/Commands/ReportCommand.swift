// jixiao report: the whole output folder, all at once or not at all.

import ArgumentParser
import Dispatch
import SelfEvaluation

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "生成绩效自评（或半年运行监控）的全部文件，核验无误后一次写出。")

  @OptionGroup var submission: SubmissionOptions
  @OptionGroup var templates: TemplateOptions

  @Option(name: [.short, .long], help: ArgumentHelp("输出文件夹", valueName: "文件夹"))
  var output: String

  @Option(help: ArgumentHelp("CSV文件的编码：utf-8（带BOM）或 gb18030", valueName: "编码"))
  var csvEncoding: CSVEncodingName = .utf8

  @Option(help: ArgumentHelp("上年的输出文件夹或填报目录：名称一致的指标加列上年完成值和增减", valueName: "文件夹"))
  var previous: String?

  @Flag(help: "输出文件夹里有别人的文件或改过的文件时，把旧文件夹改名为“名称.bak-N”后照写")
  var force = false

  @Option(help: ArgumentHelp("问题的格式：text 或 json", valueName: "格式"))
  var format: Format = .text

  @Flag(name: .shortAndLong, help: "只说错误和结果")
  var quiet = false

  @Flag(name: .shortAndLong, help: "提示也列出")
  var verbose = false

  enum Format: String, ExpressibleByArgument { case text, json }

  enum CSVEncodingName: String, ExpressibleByArgument {
    case utf8 = "utf-8"
    case gb18030

    init?(argument: String) { self.init(rawValue: argument.lowercased()) }
  }

  func run() throws {
    let library = try templates.library()
    let schemas = try PageSchemas(library)
    let place = DiskPath(output).withoutTrailingSlashes
    try OptionInputs(submission.settings, templates, previous: previous).keep(apartFrom: place)
    let folder = try OutputFolder(at: place, apartFrom: [DiskPath(submission.folder)])
    var options = try submission.reportOptions()
    options.csvEncoding = csvEncoding == .gb18030 ? .gb18030 : .utf8BOM
    let (files, others) = try submission.files()
    if let previous { options.previous = try PreviousYear.read(previous, options) }
    let outcome = Pipeline.examine(files, others: others, options: options)
    switch format {
    case .json: try StandardOutput.write(FindingsJSON.bytes(outcome))
    case .text:
      let level: Severity = quiet ? .error : verbose ? .note : .warning
      try FindingOutput.print(outcome, FindingSelection(outcome.findings, leastGrave: level))
    }
    guard let report = outcome.report else {
      let reason =
        outcome.findings.contains { $0.severity == .error } ? "数据有错误" : "有警告，而 --fail-on-warning 把警告当作错误"
      try StandardError.write("没有写出报告：\(reason)；用 jixiao check 查看全部问题\n")
      throw DataHasErrors()
    }
    for remark in options.previous?.remarks(for: report.submission.unit) ?? [] {
      try StandardError.write("jixiao: \(remark)，比较时应当注意\n")
    }
    let production = try Pipeline.produce(report, templates: library, schemas: schemas) { count, body in
      DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }
    guard production.faults.isEmpty else { throw templates.fault(production.faults) }
    try Interruption.concluding {
      try say(report, try folder.publish(production, force: force))
    }
  }

  private func say(_ report: CheckedReport, _ publication: OutputFolder.Publication) throws {
    var text = publication.remarks
    if let total = report.headline?.total, let grade = report.headline?.grade {
      text += "得分 \(total.text)（规则得分 \(report.headline?.ruleTotal?.text ?? "—")），等级\(grade.rawValue)\n"
    }
    text += "已写出：\(DiskPath(output).appending("index.html".utf8).display)\n"
    try StandardError.write(text)
  }
}
