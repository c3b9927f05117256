// jixiao merge: the overview of many units from the lines batch wrote.

import ArgumentParser
import Glibc
import SelfEvaluation

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "把 batch 写的NDJSON汇成许多单位的汇总表（网页和CSV）：名次、得分、执行、亮灯、同名指标汇总及来源。",
    discussion: """
      行的先后和分在几个文件里都不影响结果。重复的单位、损坏的行、不同年度或版本的行都不接受，逐个指出文件和行号，什么也不写。
      没有结果的单位列在汇总表里，不影响退出状态。
      """)

  @Argument(help: ArgumentHelp("batch 写的NDJSON文件，可以多个；- 为标准输入", valueName: "文件"))
  var files: [String]

  @Option(name: [.short, .long], help: ArgumentHelp("放汇总表的文件夹", valueName: "文件夹"))
  var output: String

  @Option(help: ArgumentHelp("汇总表日期，如 2024-01-15（默认取 SOURCE_DATE_EPOCH，否则今天）", valueName: "日期"))
  var date: String?

  @Option(help: ArgumentHelp("CSV文件的编码：utf-8（带BOM）或 gb18030", valueName: "编码"))
  var csvEncoding: ReportCommand.CSVEncodingName = .utf8

  @OptionGroup var templates: TemplateOptions

  @Flag(help: "输出文件夹里有别人的文件或改过的文件时，把旧文件夹改名为“名称.bak-N”后照写")
  var force = false

  @Flag(name: .shortAndLong, help: "只说错误")
  var quiet = false

  /// The longest line: a unit of many thousand indicators stays far below it.
  private static let lineLimit = 64 << 20
  /// Faults told one by one.
  private static let faultLimit = 50

  func run() throws {
    let library = try templates.library()
    let schemas = try PageSchemas(library)
    let day = try ReportDate.day(from: date)
    if let read = templates.templates {
      try OutputRefusal.check(DiskPath(output), against: DiskPath(read), called: "模板文件夹")
    }
    let folder = try OutputFolder(at: DiskPath(output), apartFrom: [])
    var reader = OverviewReader()
    for file in files { try read(file, into: &reader) }
    guard !reader.isEmpty else { throw UsageFault(message: "没有读到一行结果") }
    guard let overview = reader.overview() else {
      try StandardError.write(
        reader.faults.prefix(MergeCommand.faultLimit).map { "\($0)\n" }.joined()
          + (reader.faults.count > MergeCommand.faultLimit
            ? "（另有\(reader.faults.count - MergeCommand.faultLimit)处未列出）\n" : "")
          + "没有写出汇总表：有\(reader.faults.count)行不能接受\n")
      throw DataHasErrors()
    }
    let production = try Pipeline.produce(
      overview, date: day, csvEncoding: csvEncoding == .gb18030 ? .gb18030 : .utf8BOM, templates: library,
      schemas: schemas)
    guard production.faults.isEmpty else { throw templates.fault(production.faults) }
    try Interruption.concluding {
      try say(overview, try folder.publish(production, force: force))
    }
  }

  private func read(_ file: String, into reader: inout OverviewReader) throws {
    guard file != "-" else {
      return try read(
        LineReader(STDIN_FILENO, limit: MergeCommand.lineLimit, shown: DiskPath("标准输入")), "标准输入",
        into: &reader)
    }
    let path = DiskPath(file)
    let opened = try Descriptor(path.bytes, O_RDONLY, shown: path)
    let status = try opened.status()
    guard status.kind != .folder else { throw DiskFault(path, .read, EISDIR) }
    try read(
      LineReader(opened.number, limit: MergeCommand.lineLimit, shown: path), path.display, into: &reader)
  }

  private func read(_ source: LineReader, _ name: String, into reader: inout OverviewReader) throws {
    var source = source
    var number = 0
    while true {
      number += 1
      switch try source.waitForNext() {
      case .line(let line):
        if line.contains(where: { $0 != UInt8(ascii: " ") }) { reader.add(line, at: "\(name):\(number)") }
      case .tooLong:
        throw DiskFault(
          DiskPath(name), .read, because: "第\(number)行超过\(MergeCommand.lineLimit >> 20) MiB，不是一行结果")
      case .waiting, .end: return
      }
    }
  }

  private func say(_ overview: Overview, _ publication: OutputFolder.Publication) throws {
    var text = publication.remarks
    if !quiet {
      let rest = overview.failedCount > 0 ? "，其中\(overview.failedCount)个没有结果，列在汇总表中" : ""
      text += "汇总\(overview.count)个单位\(rest)\n已写出：\(DiskPath(output).appending("汇总表.html".utf8).display)\n"
    }
    if !text.isEmpty { try StandardError.write(text) }
  }
}
