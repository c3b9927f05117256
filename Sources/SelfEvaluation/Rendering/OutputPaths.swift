// Where each document stands in the output folder (FORMATS §3).

/// The paths of one report's documents.
public struct OutputPaths: Sendable {
  static let index = "index.html"
  static let findingsPage = "问题清单.html"
  static let findings = "数据/问题清单.csv"
  static let indicators = "数据/指标明细.csv"
  static let rollUp = "数据/汇总溯源.csv"
  static let reconciliation = "数据/勾稽校验.csv"

  let period: Period
  /// What is written: pages link to nothing else.
  let roles: Set<DocumentRole>
  /// What the row ids of the unit's own sheet begin with.
  static let unitCode = "unit"

  private let stems: [ByteKey: String]
  private let codes: [ByteKey: String]

  init(_ report: CheckedReport, roles: Set<DocumentRole> = Set(DocumentRole.ofReport)) {
    (period, self.roles) = (report.period, roles)
    var stems: [ByteKey: String] = [:]
    var codes: [ByteKey: String] = [:]
    if report.unit.card != nil { stems[ByteKey(Sheet.unitName)] = OutputPaths.unitTitle(report.period) }
    for (index, card) in report.projects.enumerated() {
      stems[ByteKey(card.name)] = OutputPaths.projectStem(index, card.name)
      codes[ByteKey(card.name)] = index < 9 ? "p0\(index + 1)" : "p\(index + 1)"
    }
    (self.stems, self.codes) = (stems, codes)
  }

  /// `项目/04-科研项目经费`, for the project at an index from 0.
  static func projectStem(_ index: Int, _ project: String) -> String {
    let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
    // With `.html` the whole name stays within 80 bytes; the number keeps twins apart.
    let name = FileName.safe(project, limit: 80 - number.utf8.count - "-.html".utf8.count)
    return "项目/\(number)-\(name)"
  }

  /// The report's file.
  var report: String { OutputPaths.reportTitle(period) + ".html" }

  /// A sheet's page or CSV file; nil for a name that is no sheet.
  func sheet(_ name: String, _ format: DocumentFormat) -> String? {
    stems[ByteKey(name)].map { "\($0).\(format.rawValue)" }
  }

  /// The same where that document is written, so that a page may link to it.
  func linked(_ name: String, _ format: DocumentFormat) -> String? {
    roles.contains(name == Sheet.unitName ? .unitSheet : .projectSheet) ? sheet(name, format) : nil
  }

  /// What a sheet's row ids begin with: `unit`, or `p04` for the project whose files begin with `04-`.
  func code(_ card: Scorecard) -> String { codes[ByteKey(card.name)] ?? OutputPaths.unitCode }

  static func unitTitle(_ period: Period) -> String { period == .half ? "部门整体绩效运行监控表" : "部门整体绩效自评价表" }
  static func projectTitle(_ period: Period) -> String { period == .half ? "项目绩效运行监控表" : "项目绩效自评价表" }
  static func reportTitle(_ period: Period) -> String { period == .half ? "绩效运行监控报告" : "绩效自评价报告" }
}
