// How submissions are read and scored: the options that one report and a batch share.

import ArgumentParser
import SelfEvaluation

struct ReportSettings: ParsableArguments {
  @Option(help: ArgumentHelp("year 年度自评，half 半年运行监控", valueName: "期间"))
  var period: PeriodName = .year

  @Option(help: ArgumentHelp("评分办法：jiangsu、mof、hubei，或一个评分办法文件", valueName: "名称或文件"))
  var rubric = "jiangsu"

  @Option(help: ArgumentHelp("按此编码读取，不再自动判断", valueName: "编码"))
  var encoding: EncodingName?

  @Option(help: ArgumentHelp("报告日期，如 2024-01-15（默认取 SOURCE_DATE_EPOCH，否则今天）", valueName: "日期"))
  var date: String?

  @Flag(help: "有警告也按有错误处理")
  var failOnWarning = false

  enum PeriodName: String, ExpressibleByArgument { case year, half }

  enum EncodingName: String, ExpressibleByArgument, CaseIterable {
    case utf8 = "utf-8"
    case gb18030
    case gbk
    case cp936
    case utf16le = "utf-16le"
    case utf16be = "utf-16be"

    init?(argument: String) { self.init(rawValue: argument.lowercased()) }

    var encoding: TextEncoding {
      switch self {
      case .utf8: .utf8
      case .gb18030, .gbk: .gb18030
      case .cp936: .cp936
      case .utf16le: .utf16LE
      case .utf16be: .utf16BE
      }
    }
  }

  /// The options of a run as the core takes them.
  func reportOptions() throws -> ReportOptions {
    var options = ReportOptions(date: try ReportDate.day(from: date))
    options.period = period == .half ? .half : .year
    options.encoding = encoding?.encoding
    options.failOnWarning = failOnWarning
    if Pipeline.rubricNames.contains(rubric) {
      options.rubricName = rubric
    } else {
      let content: FileReader.Content
      do {
        content = try FileReader.read(DiskPath(rubric), limit: SubmissionFolder.fileLimit)
      } catch {
        guard error.isMissing, !rubric.contains("/"), !rubric.contains(".") else { throw error }
        throw UsageFault(
          message: "没有评分办法“\(rubric)”；内置的有\(Pipeline.rubricNames.joined(separator: "、"))，也可以给出评分办法文件的路径")
      }
      options.rubricFile = SourceFile(path: rubric, bytes: content.bytes)
    }
    return options
  }
}
