// 问题清单 as a page: of a report, of a check that ended before one could be made, or of one project.

struct FindingsPage {
  let frame: PageFrame
  let findings: [Finding]
  let texts: [SourceText]
  var title = "问题清单"
  /// Where it stands in the output folder.
  var page = OutputPaths.findingsPage
  /// Path of the CSV twin in the output folder; nil where there is none.
  var csv: String?
  /// What stands behind the summary, such as how many are not listed.
  var remark = ""
  var outstanding: [Outstanding] = []
  /// 勾稽校验; none where there is no report.
  var checks: [ReconciliationCheck] = []
  /// Whether 勾稽校验 has a file of its own.
  var hasReconciliation = true
  /// The page of a sheet in the output folder, where there is one.
  var sheetPage: (String) -> String? = { _ in nil }

  init(_ report: CheckedReport, _ paths: OutputPaths, _ frame: PageFrame) {
    (self.frame, findings, texts) = (frame, report.findings, report.submission.texts)
    csv = OutputPaths.findings
    checks = report.unit.reconciliation
    hasReconciliation = paths.roles.contains(.reconciliation)
    sheetPage = { paths.linked($0, .html) }
  }

  init(frame: PageFrame, findings: [Finding], texts: [SourceText]) {
    (self.frame, self.findings, self.texts) = (frame, findings, texts)
  }

  /// The table, for both twins.
  var table: Table {
    FindingsLayout(
      findings: findings, texts: texts, csv: csv.map { Href.path(from: page, to: $0) },
      link: { name in sheetPage(name).map { Href.relative(from: page, to: $0) } }
    ).table()
  }

  /// 勾稽校验, for both twins.
  var reconciliation: Table {
    let csv = hasReconciliation ? Href.path(from: page, to: OutputPaths.reconciliation) : nil
    return ReconciliationLayout(checks: checks, csv: csv).table()
  }

  func values() -> PageValues { values(table, reconciliation) }

  /// The values, with the tables laid out before.
  func values(_ table: Table, _ reconciliation: Table) -> PageValues {
    var values = frame.values(title: title, page: page)
    values["summary"] = .text(FindingsLayout.summary(findings) + remark)
    if !outstanding.isEmpty {
      values["outstanding"] = .markup(MarkupText(OutstandingLayout(entries: outstanding).table()))
    }
    values["table"] = .markup(MarkupText(table))
    values["csv"] = csv.map { .text(Href.relative(from: page, to: $0)) }
    if !checks.isEmpty { values["reconciliation"] = .markup(MarkupText(reconciliation)) }
    return values
  }
}
