// 首页: the indicators somebody should look at, with links to their rows; what the page's filters work on.

struct AttentionLayout {
  let facts: NarrativeFacts
  let paths: OutputPaths
  private var report: CheckedReport { facts.report }

  /// A difference between reported and rule score worth telling (FORMATS §2): above 0.05.
  private static let noticeable = Points(hundredths: 5)

  init(facts: NarrativeFacts, paths: OutputPaths) { (self.facts, self.paths) = (facts, paths) }

  func table() -> Table {
    let warned = report.findings.filter { $0.severity == .warning && $0.acknowledgement == nil }
    return Table(
      id: "attention", caption: report.period == .half ? "亮红灯、黄灯和有问题的指标" : "未完成、超额、不适用、得分有差异和有问题的指标",
      columns: columns, rows: zip(facts.cards, facts.places).flatMap { rows($0, $1, warned) }, csv: nil)
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

  private func rows(_ card: Scorecard, _ places: [PlacedIndicator], _ warned: [Finding]) -> [TableRow] {
    let half = facts.isHalf
    let page = paths.linked(card.name, .html).map { Href.relative(from: OutputPaths.index, to: $0) }
    let code = paths.code(card)
    let warned = warned.compactMap { finding in
      finding.sheet.map { $0.isSameBytes(card.name) } == true ? finding.indicator : nil
    }
    return places.compactMap { place in
      let row = place.row
      let name = row.indicator.name
      let open = warned.count { $0.isSameBytes(name) }
      let difference = difference(row)
      let isNotable = half ? (row.signal?.light ?? .green) <= .yellow : place.outcome != .met
      guard isNotable || open > 0 || difference != nil else { return nil }
      let state =
        half
        ? TableCell(row.signal?.word ?? "不适用", tone: row.signal.map { TableTone($0.light) })
        : TableCell(place.outcome.word, tone: AttentionLayout.tone(place.outcome))
      let points = half ? [] : [card.weightText(row), row.score?.text ?? "", difference ?? ""]
      return TableRow(
        [
          TableCell(card.name),
          TableCell(
            name, isHeading: true,
            link: page.map { $0 + "#" + SheetLayout.rowID(code, row.indicator.ordinal) }),
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
