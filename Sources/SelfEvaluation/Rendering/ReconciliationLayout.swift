// 勾稽校验: one row per cross-check.

struct ReconciliationLayout {
  let checks: [ReconciliationCheck]
  /// Path of the CSV twin relative to the page.
  let csv: String?

  func table() -> Table {
    Table(
      id: "reconciliation", caption: "勾稽校验", columns: ReconciliationLayout.columns,
      rows: checks.map { check in
        TableRow(
          id: check.id.lowercased(),
          [
            TableCell(check.id, isHeading: true), TableCell(check.title), TableCell(check.left),
            TableCell(check.right), TableCell(check.difference),
            TableCell(check.verdict.rawValue, tone: ReconciliationLayout.tone(check.verdict)),
            TableCell(check.basis),
          ])
      }, csv: csv)
  }

  private static let columns = [
    TableColumn("编号"), TableColumn("校验项"), TableColumn("左值", .value), TableColumn("右值", .value),
    TableColumn("差额", .number), TableColumn("结论"), TableColumn("依据"),
  ]

  private static func tone(_ verdict: Verdict) -> TableTone {
    switch verdict {
    case .agrees: .green
    case .differs: .yellow
    case .remark: .blue
    }
  }
}
