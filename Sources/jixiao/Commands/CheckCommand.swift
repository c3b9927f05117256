// jixiao check: everything that is wrong with a submission, in one run.

import ArgumentParser
import SelfEvaluation

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查填报目录，列出全部问题、改法和催报清单；只有给出 -o 才写文件。")

  @OptionGroup var submission: SubmissionOptions
  @OptionGroup var templates: TemplateOptions

  @Option(help: ArgumentHelp("text（写到标准错误）、json、csv 或 html（写到标准输出）", valueName: "格式"))
  var format: Format = .text

  // Unconditional: a negative number, too, is the value and not an option.
  @Option(parsing: .unconditional, help: ArgumentHelp("最多列出多少条，错误优先", valueName: "条数"))
  var maxFindings: Int?

  @Flag(help: "在 -o 指定的文件夹里按项目各写一份问题清单（网页和CSV），另有首页和全部问题；屏幕上只列催报清单和条数")
  var byProject = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("问题清单写到这个文件；与 --by-project 同用时是文件夹", valueName: "文件或文件夹"))
  var output: String?

  @Flag(help: "文件夹里有别人的文件或改过的文件时，把旧文件夹改名为“名称.bak-N”后照写")
  var force = false

  @Flag(name: .shortAndLong, help: "不列提示，只列错误和警告")
  var quiet = false

  enum Format: String, ExpressibleByArgument { case text, json, csv, html }

  func validate() throws {
    if let maxFindings, maxFindings < 0 { throw ValidationError("--max-findings 不能小于0") }
    if byProject, output == nil { throw ValidationError("--by-project 要用 -o 写明放问题清单的文件夹") }
    if force, !byProject { throw ValidationError("--force 只与 --by-project 同用") }
  }

  func run() throws {
    let library = try templates.library()
    let options = try submission.reportOptions()
    let folder = try byProject ? output.map(outputFolder) : nil
    if let output, output != "-" || byProject {
      try OptionInputs(submission.settings, templates).keep(apartFrom: DiskPath(output))
    }
    if !byProject, let output, output != "-" {
      try OutputRefusal.check(DiskPath(output), against: DiskPath(submission.folder))
      try OutputRefusal.checkDocuments(DiskPath(output))
    }
    let (files, others) = try submission.files()
    let outcome = Pipeline.examine(files, others: others, options: options)
    let selection = FindingSelection(
      outcome.findings, leastGrave: quiet ? .warning : .note, most: maxFindings)
    if let folder { try publish(outcome, selection, options, library, to: folder) }
    let file = byProject ? nil : output
    if format == .text, file == nil {
      // The lists of the projects are for reading; here only who owes what, and how much there is.
      try FindingOutput.print(outcome, byProject ? FindingSelection([]) : selection)
    } else {
      try FileWriter.replace(DiskPath(file ?? "-"), try list(outcome, selection, options, library))
      try StandardError.write(FindingText.summary(outcome.findings) + "\n")
    }
    if let written = folder.map({ $0.path.appending("index.html".utf8).display }) ?? file, written != "-" {
      try StandardError.write("已写出：\(written)\n")
    }
    if outcome.report == nil { throw DataHasErrors() }
  }

  private func outputFolder(_ path: String) throws -> OutputFolder {
    try OutputFolder(at: DiskPath(path), apartFrom: [DiskPath(submission.folder)])
  }

  /// 问题清单 in the format asked for.
  private func list(
    _ outcome: Pipeline.Outcome, _ selection: FindingSelection, _ options: ReportOptions,
    _ library: TemplateLibrary
  ) throws -> [UInt8] {
    switch format {
    case .text: return Array(FindingOutput.text(outcome, selection).utf8)
    case .json: return FindingsJSON.bytes(outcome, selection)
    case .csv, .html:
      let production = try Pipeline.findingsList(
        outcome, selection, as: format == .csv ? .csv : .html, options: options, templates: library,
        schemas: try PageSchemas(library))
      guard production.faults.isEmpty, let document = production.documents.first else {
        throw OwnFault(production.faults)
      }
      return document.bytes
    }
  }

  private func publish(
    _ outcome: Pipeline.Outcome, _ selection: FindingSelection, _ options: ReportOptions,
    _ library: TemplateLibrary, to folder: OutputFolder
  ) throws {
    let production = try Pipeline.findingsFolder(
      outcome, selection, options: options, templates: library, schemas: try PageSchemas(library))
    guard production.faults.isEmpty else { throw OwnFault(production.faults) }
    try StandardError.write(try folder.publish(production, force: force).remarks)
  }
}
