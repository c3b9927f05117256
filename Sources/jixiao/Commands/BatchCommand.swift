// jixiao batch: many submission folders in one run.

import ArgumentParser
import Glibc
import SelfEvaluation

struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "为许多单位各生成一个报告文件夹，并为每个单位写一行NDJSON，供 merge 汇总。",
    discussion: """
      填报目录是含有 unit.csv 或 targets.csv 的文件夹；其下不再找，符号链接不跟随；\
      隐藏的文件夹（名称以“.”开头）不找，其中有填报目录的会说明；最深找到第\(SubmissionTree.depthLimit)层，再往下的文件夹作为失败列出。\
      一个单位有错误不影响其余，各在NDJSON中占一行。
      单位的文件夹以单位编码命名（没有编码的，以填报目录的名称命名）；同名的只做先列出的一个，其余作为失败列出。
      退出状态：0 全部完成；1 有单位失败；70 有单位因本程序自身的错误失败；74 无法写出，提前停止；130/143 被中断。
      """)

  @Argument(help: ArgumentHelp("放填报目录的文件夹；- 则从标准输入逐行读取填报目录的路径", valueName: "文件夹或-"))
  var root: String

  @Option(name: [.short, .long], help: ArgumentHelp("输出文件夹，各单位的文件夹放在其中", valueName: "文件夹"))
  var output: String

  @Option(
    name: [.customShort("j"), .long], parsing: .unconditional,
    help: ArgumentHelp("同时处理几个单位（默认：处理器核数）", valueName: "个数"))
  var jobs: Int?

  @Option(help: ArgumentHelp("只做 n 份中的第 i 份；按填报目录的路径划分，与先后和其余目录无关", valueName: "i/n"))
  var shard: Shard?

  @Option(
    help: ArgumentHelp(
      "只生成这些种类的文件，以逗号相隔：\(DocumentRole.ofReport.map(\.rawValue).joined(separator: "、"))", valueName: "种类,…"))
  var only: String?

  @Flag(help: "填报内容、选项和版本都没有变化、原有文件也完好的单位不再生成")
  var resume = false

  @Flag(help: "逐个文件写到磁盘后再继续（默认：全部完成后统一写到磁盘）")
  var durable = false

  @Option(help: ArgumentHelp("把每个单位一行的NDJSON写到这个文件（结束时一次就位），- 为标准输出", valueName: "文件"))
  var ndjson: String?

  @Option(
    help: ArgumentHelp(
      "flat 各单位直接放在输出文件夹；sharded 分放在 ab/cd/ 下；auto 则超过1000个单位或从标准输入读取时分放", valueName: "方式"))
  var layout: Layout = .auto

  @OptionGroup var settings: ReportSettings
  @OptionGroup var templates: TemplateOptions

  @Option(help: ArgumentHelp("CSV文件的编码：utf-8（带BOM）或 gb18030", valueName: "编码"))
  var csvEncoding: ReportCommand.CSVEncodingName = .utf8

  @Flag(help: "单位的文件夹里有别人的文件或改过的文件时，把旧文件夹改名为“名称.bak-N”后照写")
  var force = false

  @Flag(name: .shortAndLong, help: "不列失败的单位，只说结果")
  var quiet = false

  enum Layout: String, ExpressibleByArgument { case auto, flat, sharded }

  /// More units than this in one folder are unwieldy.
  private static let flatLimit = 1000

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("-j 应在1到1024之间") }
  }

  func run() throws {
    let library = try templates.library()
    let schemas = try PageSchemas(library)
    var options = try settings.reportOptions()
    options.csvEncoding = csvEncoding == .gb18030 ? .gb18030 : .utf8BOM
    let roles = try self.roles()
    let out = DiskPath(output).withoutTrailingSlashes
    try refuse(out)
    try OptionInputs(settings, templates).keep(apartFrom: out)
    if let ndjson, ndjson != "-" { try refuseLines(ndjson) }
    let (source, isLarge) = try folders(
      passingOver: try FileStatus.entry(out.bytes, following: true, shown: out))
    try NewFolder.make(out)
    let folder = try Descriptor.folder(out.bytes, following: true, shown: out)
    let work = UnitWork(
      options: options, templates: library, schemas: schemas, templateDigest: library.digest, roles: roles,
      output: out, isSharded: layout == .sharded || layout == .auto && isLarge, force: force,
      resume: resume, durability: durable ? .eachFile : .none)
    try Interruption.deferring {
      let lines = try ndjson.map(LineSinks.open)
      var summary = BatchSummary(total: source.count(), isQuiet: quiet)
      let leader = Leader(work, workers: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), source: source)
      { folder, report in
        try lines?.write(report.line)
        try summary.add(folder, report)
      }
      var early: (any Error)?
      do { try leader.run() } catch { early = error }
      // What is finished stays, whatever ended the run.
      if !durable { try FileSystem.syncWhole(folder.number, shown: out) }
      do { try lines?.finish() } catch { early = early ?? error }
      try StandardError.write(summary.text(isQuiet: quiet))
      if let early { throw BatchEnd(early, finished: summary.written + summary.kept) }
      if summary.hasFault { throw BatchEnd.fault }
      if summary.failed > 0 { throw DataHasErrors() }
    }
  }

  /// The folders to do, and whether there are many.
  private func folders(passingOver output: FileStatus?) throws -> (FolderSource, isLarge: Bool) {
    guard root != "-" else { return (FolderSource(standardInputFor: shard), true) }
    let tree = try SubmissionTree(of: DiskPath(root), passingOver: output)
    if tree.holdsOutput { try refuseAround() }
    if let (count, first) = tree.hidden {
      try StandardError.write("注意：隐藏的文件夹没有找，其中 \(count) 个是填报目录，如“\(first.display)”；要做的，改成不以“.”开头的名称\n")
    }
    guard tree.count > 0 else {
      throw DiskFault(DiskPath(root), .read, because: "其中没有填报目录（含有 unit.csv 或 targets.csv 的文件夹）")
    }
    return (
      FolderSource(tree, below: DiskPath(root), shard: shard), tree.count > BatchCommand.flatLimit
    )
  }

  /// OUT may lie inside ROOT, where it is passed over; it may not be ROOT, a report, or a submission or inside one.
  private func refuse(_ output: DiskPath) throws {
    // Of a list on standard input nothing is known yet but that OUT and the folder it stands in are none of it.
    let place = try FileSystem.resolved(output) ?? output
    let root = root == "-" ? place.parent : DiskPath(root)
    if let target = try FileStatus.entry(output.bytes, following: true, shown: output),
      let source = try FileStatus.entry(root.bytes, following: true, shown: root), target.isSame(as: source)
    {
      throw OutputRefusal.isInput(output: output.display, input: root.display)
    }
    let manifest = output.appending(Manifest.path.utf8)
    if try FileStatus.entry(manifest.bytes, following: true, shown: manifest) != nil {
      throw UsageFault(message: "输出文件夹“\(output.display)”是一份报告，请另选一个放各单位文件夹的地方")
    }
    if let submission = try SubmissionTree.submission(around: place, below: root) {
      if submission.bytes == place.bytes {
        throw OutputRefusal.isInput(output: output.display, input: submission.display)
      }
      throw OutputRefusal.isInsideInput(output: output.display, input: submission.display)
    }
  }

  /// OUT inside ROOT may hold reports, but no submissions: they would be passed over with it. Those that people keep in a
  /// report's folder are theirs.
  private func refuseAround() throws {
    let inside = try SubmissionTree(of: DiskPath(output), passingOver: nil, passesReports: true)
    guard let first = (0..<inside.count).first(where: { inside.faults[$0] == nil }) else { return }
    let submission = DiskPath(output).withoutTrailingSlashes.appending(inside.path(first))
    throw OutputRefusal.isAroundInput(output: output, input: submission.display)
  }

  /// The lines may not go among the files of a submission, where they would take the place of one, nor over a document
  /// of a finished folder.
  private func refuseLines(_ name: String) throws {
    let (path, folder) = (DiskPath(name), DiskPath(name).parent)
    try OutputRefusal.checkDocuments(path)
    guard try FileStatus.entry(folder.bytes, following: true, shown: folder)?.kind == .folder
    else {
      return
    }
    let around = root == "-" ? folder : DiskPath(root)
    guard let submission = try SubmissionTree.submission(around: path, below: around) else { return }
    throw UsageFault(
      message: "NDJSON文件“\(path.display)”在填报目录“\(submission.display)”里面，请写到它外面")
  }

  private func roles() throws -> Set<DocumentRole> {
    guard let only else { return Set(DocumentRole.ofReport) }
    let names = only.split(separator: ",").map { String($0) }
    let roles = try names.map { name in
      guard let role = DocumentRole.ofReport.first(where: { $0.rawValue == name }) else {
        throw UsageFault(
          message: "没有文件种类“\(name)”；有\(DocumentRole.ofReport.map(\.rawValue).joined(separator: "、"))")
      }
      return role
    }
    guard !roles.isEmpty else { throw UsageFault(message: "--only 没有写文件种类") }
    return Set(roles)
  }
}

/// A batch that ended before its last unit, or with a fault of our own.
struct BatchEnd: Error {
  let message: String
  let status: Int32

  static let fault = BatchEnd(message: "有单位因本程序自身的错误没有完成，见NDJSON中 failure 为 fault 的行", status: 70)

  private init(message: String, status: Int32) { (self.message, self.status) = (message, status) }

  init(_ error: any Error, finished: Int) {
    let rest = "；已完成的 \(finished) 个单位保持完整，加 --resume 可以接着做"
    switch error {
    case EarlyEnd.signal(let signal): self.init(message: "已按要求中断\(rest)", status: 128 + signal)
    case EarlyEnd.output(let reason): self.init(message: "\(reason)，提前停止\(rest)", status: 74)
    case let fault as DiskFault: self.init(message: "\(fault.message)，提前停止\(rest)", status: 74)
    default:
      let failure = Failure(error)
      self.init(message: failure.text, status: failure.status)
    }
  }
}
