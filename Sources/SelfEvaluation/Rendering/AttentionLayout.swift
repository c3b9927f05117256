// 首页: the indicators somebody should look at, with links to their rows; what the page's filters work on.

struct AttentionLayout {
  let report: CheckedReport
  let paths: OutputPaths

  /// A difference between reported and rule score worth telling (FORMATS §2): above 0.05.
  private static let noticeable = Points(hundredths: 5)

  func table() -> Table {
    Table(
      id: "attention", caption: report.period == .half ? "亮红灯、黄灯和有问题的指标" : "未完成、超额、不适用、得分有差异和有问题的指标",
      columns: columns, rows: report.cards.flatMap(rows), csv: nil)
  }

  private var columns: [TableColumn] {
    [
      TableColumn("表"), TableColumn("三级指标"), TableColumn("指标值", .value), TableColumn("完成值", .value),
      TableColumn("情况"),
    ]
      + (report.period == .half
        ? [] : [TableColumn("分值", .number), TableColumn("得分", .number), TableColumn("得分差异", .number)])
      + [TableColumn("问题", .number)]
  }

  private func rows(_ card: Scorecard) -> [TableRow] {
    let half = report.period == .half
    let page = paths.linked(card.name, .html).map { Href.relative(from: OutputPaths.index, to: $0) }
    return card.rows.compactMap { row in
      let name = row.indicator.name
      let open = report.findings.count {
        $0.sheet == card.name && $0.indicator == name && $0.severity == .warning && $0.acknowledgement == nil
      }
      let difference = difference(row)
      let isNotable = half ? (row.signal?.light ?? .green) <= .yellow : row.outcome != .met
      guard isNotable || open > 0 || difference != nil else { return nil }
      let state =
        half
        ? TableCell(row.signal?.word ?? "不适用", tone: row.signal.map { TableTone($0.light) })
        : TableCell(row.outcome.word, tone: AttentionLayout.tone(row.outcome))
      let points = half ? [] : [card.weightText(row), row.score?.text ?? "", difference ?? ""]
      return TableRow(
        [
          TableCell(card.name),
          TableCell(
            name, isHeading: true,
            link: page.map { $0 + "#" + SheetLayout.rowID(paths.code(card), row.indicator.ordinal) }),
          TableCell(row.target?.text ?? ""), TableCell(row.achievement?.text ?? ""), state,
        ] + (points + [open > 0 ? "\(open)" : ""]).map { TableCell($0) })
    }
  }

  /// 自评得分 less 规则得分, where they part.
  private func difference(_ row: ScoredIndicator) -> String? {
    guard !row.isNotApplicable, let own = row.reported, let rule = row.ruleScore else { return nil }
    let size = own > rule ? own - rule : rule - own
    return size > AttentionLayout.noticeable ? (own - rule).text : nil
  }

  private static func tone(_ outcome: CompletionKind) -> TableTone? {
    switch outcome {
    case .met: .green
    case .far: .blue
    case .unmet: .red
    case .inapplicable: nil
    }
  }
}
