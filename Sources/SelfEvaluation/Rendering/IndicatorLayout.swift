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
    var rows = card.rows.map { row in
      var cells: [TableCell] = []
      cells.reserveCapacity(IndicatorLayout.columns.count + 2)
      append(row, card, to: &cells)
      appendLast(row, card, code, to: &cells)
      return TableRow(cells)
    }
    if card.period == .year, let extra = card.executionRow {
      var cells = texts(extra, card).map { TableCell($0) }
      appendLast(nil, card, code, to: &cells)
      rows.append(TableRow(cells))
    }
    return rows
  }

  /// The columns after those of the contract: 编号, which is the row's id on the sheet's page, and last year's figures.
  private func appendLast(
    _ row: ScoredIndicator?, _ card: Scorecard, _ code: String, to cells: inout [TableCell]
  ) {
    cells.append(TableCell(SheetLayout.rowID(code, row?.indicator.ordinal ?? card.rows.count + 1)))
    guard let previous = report.options.previous else { return }
    for text in previous.cells(of: row, on: card) { cells.append(TableCell(text)) }
  }

  private func append(_ row: ScoredIndicator, _ card: Scorecard, to cells: inout [TableCell]) {
    let indicator = row.indicator
    let counts = !row.isNotApplicable
    cells.append(TableCell(card.name))
    cells.append(TableCell(String(indicator.ordinal)))
    cells.append(TableCell(indicator.levelOne))
    cells.append(TableCell(indicator.levelTwo))
    cells.append(TableCell(indicator.keyTask))
    cells.append(TableCell(indicator.name))
    cells.append(TableCell(row.target?.target.kind ?? ""))
    cells.append(TableCell(row.target.map(IndicatorLayout.bare) ?? ""))
    cells.append(TableCell(row.target?.target.measure?.text ?? ""))
    cells.append(TableCell(row.achievement.map(IndicatorLayout.bare) ?? ""))
    cells.append(TableCell(Completion.text(row.completion, row.target?.target)))
    cells.append(TableCell(card.period == .half ? "" : card.weightText(row)))
    cells.append(TableCell(counts ? row.ruleScore?.text ?? "" : ""))
    cells.append(TableCell(counts ? row.reported?.text ?? "" : ""))
    cells.append(TableCell(row.score?.text ?? ""))
    cells.append(TableCell(row.signal?.word ?? ""))
    cells.append(TableCell(row.reason))
    cells.append(TableCell(row.measure))
    cells.append(TableCell(names.place(indicator.origin)))
    cells.append(TableCell(names.source(row.achievement?.source)))
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
