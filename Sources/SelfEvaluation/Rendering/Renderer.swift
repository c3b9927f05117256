// Stage 6: a checked report becomes documents.

/// The system cannot write CSV in the encoding asked for.
public struct RenderingFault: Error, Sendable, CustomStringConvertible {
  /// What failed; Chinese, without a full stop.
  public let description: String
}

public enum Renderer {
  /// Every document of the output folder but the manifest, in the order of FORMATS §3.
  /// - Throws: `TemplateFaults`, or a `RenderingFault` where the system has no table for GB18030.
  public static func render(_ report: CheckedReport, templates: TemplateLibrary) throws -> [Document] {
    let paths = OutputPaths(report)
    let facts = NarrativeFacts(report)
    let frame = PageFrame(report)
    var documents = [
      html(
        .index, OutputPaths.index,
        try templates.render(.index, IndexPage(facts: facts, paths: paths, frame: frame).values()))
    ]
    let rollUp = RollUpLayout(
      figures: report.unit.figures, period: report.period, names: SourceNames(texts: report.submission.texts),
      csv: OutputPaths.rollUp
    ).table()
    for card in facts.cards {
      guard let page = SheetPage(report, card, paths, frame) else { continue }
      let table = page.indicators
      let role: DocumentRole = card.sheet.isUnit ? .unitSheet : .projectSheet
      let project = card.sheet.isUnit ? nil : card.name
      documents.append(
        html(role, page.page, try templates.render(.sheet, page.values(table, rollUp)), project: project))
      documents.append(try csv(role, page.csv, table, report, project: project))
    }
    documents.append(
      html(
        .report, paths.report,
        try templates.render(.report, ReportPage(facts: facts, paths: paths, frame: frame).values())))
    documents += email(facts, paths, sheets: documents)
    return documents + (try data(report, paths, frame, rollUp, templates))
  }

  private static func data(
    _ report: CheckedReport, _ paths: OutputPaths, _ frame: PageFrame, _ rollUp: Table,
    _ templates: TemplateLibrary
  ) throws -> [Document] {
    let findings = FindingsPage(report, paths, frame)
    let table = findings.table
    let details = IndicatorLayout(
      report: report, names: SourceNames(texts: report.submission.texts), paths: paths
    ).table()
    let checks = findings.reconciliation
    return [
      try csv(.indicators, OutputPaths.indicators, details, report),
      try csv(.rollup, OutputPaths.rollUp, rollUp, report),
      try csv(.reconciliation, OutputPaths.reconciliation, checks, report),
      html(
        .findings, OutputPaths.findingsPage, try templates.render(.findings, findings.values(table, checks))),
      try csv(.findings, OutputPaths.findings, table, report),
    ]
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
    var bytes = table.csvBytes
    if encoding == .gb18030 {
      guard let encoded = GB18030.encode(Array(bytes.dropFirst(3))) else {
        throw RenderingFault(description: "系统没有GB18030编码表，无法写出 \(path)")
      }
      bytes = encoded
    }
    return Document(role: role, format: .csv, path: path, bytes: bytes, project: project, encoding: encoding)
  }
}
