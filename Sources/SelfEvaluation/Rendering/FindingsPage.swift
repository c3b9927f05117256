// 问题清单 as a page; of a report, or of a check that ended before one could be made.

struct FindingsPage {
  let frame: PageFrame
  let findings: [Finding]
  let texts: [SourceText]
  /// Path of the CSV twin in the output folder; nil where there is none.
  let csv: String?
  var paths: OutputPaths?
  /// 勾稽校验; none where there is no report.
  var checks: [ReconciliationCheck] = []

  init(_ report: CheckedReport, _ paths: OutputPaths) {
    (frame, findings, texts) = (PageFrame(report), report.findings, report.submission.texts)
    (csv, self.paths) = (OutputPaths.findings, paths)
    checks = report.unit.reconciliation
  }

  init(frame: PageFrame, findings: [Finding], texts: [SourceText]) {
    (self.frame, self.findings, self.texts, csv) = (frame, findings, texts, nil)
  }

  /// The table, for both twins.
  var table: Table {
    FindingsLayout(
      findings: findings, texts: texts, csv: csv.map { Href.path(from: OutputPaths.findingsPage, to: $0) },
      link: { name in paths?.sheet(name, .html).map { Href.relative(from: OutputPaths.findingsPage, to: $0) }
      }
    ).table()
  }

  func values() -> PageValues {
    var values = frame.values(title: "问题清单", page: OutputPaths.findingsPage)
    values["summary"] = .text(FindingsLayout.summary(findings))
    values["table"] = .markup(MarkupText(table))
    values["csv"] = csv.map { .text(Href.relative(from: OutputPaths.findingsPage, to: $0)) }
    if !checks.isEmpty {
      let csv = Href.path(from: OutputPaths.findingsPage, to: OutputPaths.reconciliation)
      values["reconciliation"] = .markup(MarkupText(ReconciliationLayout(checks: checks, csv: csv).table()))
    }
    return values
  }
}
