// The documents of a report in parts that know nothing of each other, so that several can be made at once.

/// One report on its way to documents.
struct Rendering: Sendable {
  /// What is rendered in one go.
  enum Part {
    case index
    /// A sheet with its CSV twin; behind that of the headline the mail, which carries it.
    case sheet(Scorecard)
    case report
    /// The mail where no sheet stands for the whole.
    case mail
    /// 数据 and the page of the findings.
    case data
  }

  private let report: CheckedReport
  private let templates: TemplateLibrary
  private let paths: OutputPaths
  private let facts: NarrativeFacts
  private let frame: PageFrame
  /// 汇总溯源, for the unit's page and the CSV file; nil where neither is made.
  private let rollUp: Table?

  init(_ report: CheckedReport, _ templates: TemplateLibrary, _ roles: Set<DocumentRole>) {
    (self.report, self.templates) = (report, templates)
    paths = OutputPaths(report, roles: roles)
    facts = NarrativeFacts(report)
    frame = PageFrame(report, paths)
    let isShown = !roles.isDisjoint(with: [.rollup, .unitSheet, .email])
    rollUp =
      isShown
      ? RollUpLayout(
        figures: report.unit.figures, period: report.period,
        names: SourceNames(texts: report.submission.texts), csv: OutputPaths.rollUp
      ).table() : nil
  }

  /// The parts of the roles asked for, in the order of FORMATS §3.
  var parts: [Part] {
    let roles = paths.roles
    var parts: [Part] = []
    if roles.contains(.index) { parts.append(.index) }
    for card in facts.cards where roles.contains(role(of: card)) || isAttached(card) {
      parts.append(.sheet(card))
    }
    if roles.contains(.report) { parts.append(.report) }
    if roles.contains(.email), report.headline == nil { parts.append(.mail) }
    if !roles.isDisjoint(with: DocumentRole.data) { parts.append(.data) }
    return parts
  }

  private func role(of card: Scorecard) -> DocumentRole { card.sheet.isUnit ? .unitSheet : .projectSheet }

  /// Whether the mail carries the sheet, written or not.
  private func isAttached(_ card: Scorecard) -> Bool {
    paths.roles.contains(.email) && card.name == report.headline?.name
  }

  func documents(of part: Part) throws -> [Document] {
    switch part {
    case .index:
      let page = IndexPage(facts: facts, paths: paths, frame: frame)
      return [Renderer.html(.index, OutputPaths.index, try templates.render(.index, page.values()))]
    case .sheet(let card):
      let sheets = try sheet(card)
      return sheets.filter { paths.roles.contains($0.role) }
        + (isAttached(card) ? Renderer.email(facts, paths, sheets: sheets) : [])
    case .report:
      let page = ReportPage(facts: facts, paths: paths, frame: frame)
      return [Renderer.html(.report, paths.report, try templates.render(.report, page.values()))]
    case .mail: return Renderer.email(facts, paths, sheets: [])
    case .data: return try data()
    }
  }

  private func sheet(_ card: Scorecard) throws -> [Document] {
    guard let page = SheetPage(report, card, paths, frame) else { return [] }
    let table = page.indicators
    let project = card.sheet.isUnit ? nil : card.name
    let values = page.values(table, rollUp: rollUp)
    return [
      Renderer.html(role(of: card), page.page, try templates.render(.sheet, values), project: project),
      try csv(role(of: card), page.csv, table, project: project),
    ]
  }

  private func data() throws -> [Document] {
    let roles = paths.roles
    var documents: [Document] = []
    if roles.contains(.indicators) {
      let layout = IndicatorLayout(
        report: report, names: SourceNames(texts: report.submission.texts), paths: paths)
      documents.append(try csv(.indicators, OutputPaths.indicators, layout.table()))
    }
    if roles.contains(.rollup), let rollUp {
      documents.append(try csv(.rollup, OutputPaths.rollUp, rollUp))
    }
    guard !roles.isDisjoint(with: [.reconciliation, .findings]) else { return documents }
    let findings = FindingsPage(report, paths, frame)
    let checks = findings.reconciliation
    if roles.contains(.reconciliation) {
      documents.append(try csv(.reconciliation, OutputPaths.reconciliation, checks))
    }
    if roles.contains(.findings) {
      let table = findings.table
      documents.append(
        Renderer.html(
          .findings, OutputPaths.findingsPage, try templates.render(.findings, findings.values(table, checks))
        ))
      documents.append(try csv(.findings, OutputPaths.findings, table))
    }
    return documents
  }

  private func csv(
    _ role: DocumentRole, _ path: String, _ table: Table, project: String? = nil
  ) throws -> Document {
    try Renderer.csv(role, path, table, report.options.csvEncoding, project: project)
  }
}
