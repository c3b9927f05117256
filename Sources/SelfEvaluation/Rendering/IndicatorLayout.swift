// 指标明细: one tidy row per indicator of every sheet, for programs and for checking each figure again.

struct IndicatorLayout {
  let report: CheckedReport
  let names: SourceNames
  let paths: OutputPaths

  func table() -> Table {
    Table(
      id: "details", caption: "指标明细",
      columns: IndicatorLayout.columns + (report.options.previous == nil ? [] : PreviousFigures.columns),
      rows: report.cards.flatMap(rows),
      csv: nil)
  }

  private static let columns = [
    TableColumn("表"), TableColumn("序号", .number), TableColumn("一级指标"), TableColumn("二级指标"),
    TableColumn("重点工作"),
    TableColumn("三级指标"), TableColumn("比较方式"), TableColumn("目标值"), TableColumn("计量单位"), TableColumn("完成值"),
    TableColumn("完成率"), TableColumn("分值", .number), TableColumn("规则得分", .number),
    TableColumn("自评得分", .number),
    TableColumn("得分", .number), TableColumn("亮灯"), TableColumn("偏差原因"), TableColumn("改进措施"),
    TableColumn("来源"),
    TableColumn("完成值来源"), TableColumn("编号"),
  ]

  private func rows(_ card: Scorecard) -> [TableRow] {
    let code = paths.code(card)
    var rows = card.rows.map { row in TableRow(cells(texts(row, card), last(row, card, code))) }
    if card.period == .year, let extra = card.executionRow {
      rows.append(TableRow(cells(texts(extra, card), last(nil, card, code))))
    }
    return rows
  }

  private func cells(_ texts: [String], _ last: [String]) -> [TableCell] {
    var cells: [TableCell] = []
    cells.reserveCapacity(texts.count + last.count)
    for text in texts { cells.append(TableCell(text)) }
    for text in last { cells.append(TableCell(text)) }
    return cells
  }

  /// The columns after those of the contract: 编号, which is the row's id on the sheet's page, and last year's figures.
  private func last(_ row: ScoredIndicator?, _ card: Scorecard, _ code: String) -> [String] {
    [SheetLayout.rowID(code, row?.indicator.ordinal ?? card.rows.count + 1)]
      + (report.options.previous?.cells(of: row, on: card) ?? [])
  }

  private func texts(_ row: ScoredIndicator, _ card: Scorecard) -> [String] {
    let indicator = row.indicator
    let half = card.period == .half
    return [
      card.name, String(indicator.ordinal), indicator.levelOne, indicator.levelTwo, indicator.keyTask,
      indicator.name,
      row.target?.target.kind ?? "", row.target.map(IndicatorLayout.bare) ?? "",
      row.target?.target.measure?.text ?? "", row.achievement.map(IndicatorLayout.bare) ?? "",
      Completion.text(row.completion, row.target?.target), half ? "" : card.weightText(row),
      row.isNotApplicable ? "" : row.ruleScore?.text ?? "",
      row.isNotApplicable ? "" : row.reported?.text ?? "",
      row.score?.text ?? "", row.signal?.word ?? "", row.reason, row.measure, names.place(indicator.origin),
      names.source(row.achievement?.source),
    ]
  }

  /// The row a rubric adds; its number is the one after the sheet's last.
  private func texts(_ extra: ExecutionRow, _ card: Scorecard) -> [String] {
    let rate = extra.rate?.text ?? ""
    let score = extra.score?.text ?? ""
    return [
      card.name, String(card.rows.count + 1), WeightAllotter.executionRate, "", "",
      WeightAllotter.executionRate,
      Comparator.atLeast.rawValue, "100", "%", rate.isEmpty ? "不适用" : rate,
      extra.rate.map { $0.rounded(to: 2) + "%" } ?? "", extra.weight.text, score, "", score, "", "", "", "",
      "计算",
    ]
  }

  /// A bare number in the target's unit, a date, or the words as written.
  static func bare(_ stated: StatedTarget) -> String {
    switch stated.target {
    case .quality, .progress: stated.text
    default: stated.target.bare
    }
  }

  static func bare(_ achievement: Achievement) -> String {
    switch achievement.actual {
    case .number(let value): value.text
    case .date(let day): day.text
    default: achievement.text
    }
  }
}
