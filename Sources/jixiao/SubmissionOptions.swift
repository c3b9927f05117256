// What most commands need: the submission folder and how to read it.

import ArgumentParser
import SelfEvaluation

struct SubmissionOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("填报目录", valueName: "填报目录"))
  var folder: String

  @OptionGroup var settings: ReportSettings

  var period: ReportSettings.PeriodName { settings.period }

  /// The options of a run as the core takes them.
  func reportOptions() throws -> ReportOptions { try settings.reportOptions() }

  /// The files of the folder as values, and the names of what else lies there.
  func files() throws -> (files: [SourceFile], others: [String]) {
    try SubmissionOptions.sources(of: DiskPath(folder))
  }

  /// The same of any folder.
  static func sources(of folder: DiskPath) throws -> (files: [SourceFile], others: [String]) {
    let content = try SubmissionFolder.read(folder)
    if let first = content.files.first(where: {
      $0.exceedsLimit && $0.bytes.count <= SubmissionFolder.fileLimit
    }) {
      throw DiskFault(
        folder, .read,
        because: "全部CSV文件合计超过\(SubmissionFolder.totalLimit >> 20) MiB（读到“\(first.displayName)”为止），请核对是否放错了文件")
    }
    let files = content.files.map { SourceFile(path: TextDecoder.displayName($0.name), bytes: $0.bytes) }
    return (files, content.ignored.map(TextDecoder.displayName))
  }

  /// Reads the folder and examines it.
  func examine() throws -> Pipeline.Outcome {
    let (files, others) = try files()
    return Pipeline.examine(files, others: others, options: try reportOptions())
  }
}
