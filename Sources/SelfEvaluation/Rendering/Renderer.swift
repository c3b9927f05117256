// Stage 6: a checked report becomes documents.

/// The system cannot write CSV in the encoding asked for.
public struct RenderingFault: Error, Sendable, CustomStringConvertible {
  /// What failed; Chinese, without a full stop.
  public let description: String
}

/// The stage between a checked report and its documents.
public enum Renderer {
  /// Every document of the output folder but the manifest, in the order of FORMATS §3; of some roles only where `roles`
  /// says so: what is not asked for is not rendered, and no page links to it.
  /// - Throws: `TemplateFaults`, or a `RenderingFault` where the system has no table for GB18030.
  public static func render(
    _ report: CheckedReport, templates: TemplateLibrary, roles: Set<DocumentRole> = Set(DocumentRole.ofReport)
  ) throws -> [Document] {
    let paths = OutputPaths(report, roles: roles)
    let facts = NarrativeFacts(report)
    let frame = PageFrame(report, paths)
    // For the unit's page and the CSV file, laid out once, and only where one of them is made.
    lazy var rollUp = RollUpLayout(
      figures: report.unit.figures, period: report.period, names: SourceNames(texts: report.submission.texts),
      csv: OutputPaths.rollUp
    ).table()
    var documents: [Document] = []
    if roles.contains(.index) {
      let page = IndexPage(facts: facts, paths: paths, frame: frame)
      documents.append(html(.index, OutputPaths.index, try templates.render(.index, page.values())))
    }
    // The mail carries the sheet of the headline, written or not.
    let attached = roles.contains(.email) ? report.headline?.name : nil
    var sheets: [Document] = []
    for card in facts.cards {
      let role: DocumentRole = card.sheet.isUnit ? .unitSheet : .projectSheet
      guard roles.contains(role) || card.name == attached, let page = SheetPage(report, card, paths, frame)
      else {
        continue
      }
      let table = page.indicators
      let project = card.sheet.isUnit ? nil : card.name
      sheets.append(
        html(
          role, page.page, try templates.render(.sheet, page.values(table) { rollUp }), project: project))
      sheets.append(try csv(role, page.csv, table, report, project: project))
    }
    documents += sheets.filter { roles.contains($0.role) }
    if roles.contains(.report) {
      let page = ReportPage(facts: facts, paths: paths, frame: frame)
      documents.append(html(.report, paths.report, try templates.render(.report, page.values())))
    }
    if roles.contains(.email) { documents += email(facts, paths, sheets: sheets) }
    return documents + (try data(report, paths, frame, templates) { rollUp })
  }

  private static func data(
    _ report: CheckedReport, _ paths: OutputPaths, _ frame: PageFrame, _ templates: TemplateLibrary,
    rollUp: () -> Table
  ) throws -> [Document] {
    var documents: [Document] = []
    if paths.roles.contains(.indicators) {
      let layout = IndicatorLayout(
        report: report, names: SourceNames(texts: report.submission.texts), paths: paths)
      documents.append(try csv(.indicators, OutputPaths.indicators, layout.table(), report))
    }
    if paths.roles.contains(.rollup) {
      documents.append(try csv(.rollup, OutputPaths.rollUp, rollUp(), report))
    }
    guard !paths.roles.isDisjoint(with: [.reconciliation, .findings]) else { return documents }
    let findings = FindingsPage(report, paths, frame)
    let checks = findings.reconciliation
    if paths.roles.contains(.reconciliation) {
      documents.append(try csv(.reconciliation, OutputPaths.reconciliation, checks, report))
    }
    if paths.roles.contains(.findings) {
      let table = findings.table
      documents.append(
        html(
          .findings, OutputPaths.findingsPage, try templates.render(.findings, findings.values(table, checks))
        ))
      documents.append(try csv(.findings, OutputPaths.findings, table, report))
    }
    return documents
  }

  static func html(
    _ role: DocumentRole, _ path: String, _ bytes: [UInt8], project: String? = nil
  ) -> Document {
    Document(role: role, format: .html, path: path, bytes: bytes, project: project, encoding: .utf8)
  }

  private static func csv(
    _ role: DocumentRole, _ path: String, _ table: Table, _ report: CheckedReport, project: String? = nil
  ) throws -> Document {
    try csv(role, path, table, report.options.csvEncoding, project: project)
  }

  static func csv(
    _ role: DocumentRole, _ path: String, _ table: Table, _ encoding: TextEncoding, project: String? = nil
  ) throws -> Document {
    try csv(role, path, table.csvBytes, encoding, project: project)
  }

  /// Finished CSV of UTF-8 with byte-order mark, brought into its encoding.
  static func csv(
    _ role: DocumentRole, _ path: String, _ finished: [UInt8], _ encoding: TextEncoding,
    project: String? = nil
  ) throws -> Document {
    var bytes = finished
    if encoding == .gb18030 {
      guard let encoded = GB18030.encode(Array(bytes.dropFirst(3))) else {
        throw RenderingFault(description: "系统没有GB18030编码表，无法写出 \(path)")
      }
      bytes = encoded
    }
    return Document(role: role, format: .csv, path: path, bytes: bytes, project: project, encoding: encoding)
  }
}
