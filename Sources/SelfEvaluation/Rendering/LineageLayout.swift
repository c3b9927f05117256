// 依据与溯源 of a sheet: how each figure came about, with the places it was read from.

struct LineageLayout {
  let card: Scorecard
  /// The unit's rolled-up figures; empty for a project.
  let figures: [RolledFigure]
  let names: SourceNames
  /// What its row ids begin with (`OutputPaths.code`).
  let code: String

  /// The HTML id of an indicator's derivation.
  static func rowID(_ code: String, _ ordinal: Int) -> String { SheetLayout.rowID(code, ordinal) + suffix }

  /// What such an id has after that of the indicator's row.
  static let suffix = "-basis"

  func table() -> Table {
    var rows = card.rows.map(row)
    if card.period == .year, let extra = card.executionRow { rows.append(executionRow(extra)) }
    return Table(id: "lineage", caption: "各项得分的依据与来源", columns: columns, rows: rows, csv: nil)
  }

  private var columns: [TableColumn] {
    let head = [
      TableColumn("序号", .number), TableColumn("三级指标"), TableColumn("完成值的来历"), TableColumn("完成率", .number),
    ]
    let middle =
      card.period == .half
      ? [TableColumn("亮灯")]
      : [
        TableColumn("计分规则"), TableColumn("代入"), TableColumn("规则得分", .number), TableColumn("自评得分", .number),
      ]
    return head + middle + [TableColumn("指标值出处"), TableColumn("完成值出处"), TableColumn("佐证材料")]
  }

  private func row(_ row: ScoredIndicator) -> TableRow {
    let id = SheetLayout.rowID(code, row.indicator.ordinal)
    var cells: [TableCell] = []
    cells.reserveCapacity(11)
    cells.append(TableCell(String(row.indicator.ordinal), link: "#" + id))
    cells.append(TableCell(row.indicator.name, isHeading: true))
    cells.append(TableCell(origin(of: row)))
    cells.append(TableCell(Completion.text(row.completion, row.target?.target)))
    if card.period == .half {
      cells.append(TableCell(row.signal?.word ?? "", tone: row.signal.map { TableTone($0.light) }))
    } else {
      cells.append(TableCell(row.isNotApplicable ? "不适用：不计分" : row.derivation?.formula ?? ""))
      cells.append(TableCell(row.derivation?.substitution ?? ""))
      cells.append(TableCell(row.ruleScore?.text ?? ""))
      cells.append(TableCell(row.reported?.text ?? ""))
    }
    cells.append(TableCell(names.place((row.target?.origin) ?? row.indicator.origin)))
    cells.append(TableCell(names.source(row.achievement?.source)))
    cells.append(TableCell(row.filing?.evidence ?? ""))
    return TableRow(id: id + LineageLayout.suffix, cells)
  }

  /// How the actual came about, in words.
  private func origin(of row: ScoredIndicator) -> String {
    switch row.achievement?.source {
    case .rolledUp:
      let figure = figures.first { $0.entry.indicator.ordinal == row.indicator.ordinal }
      return figure.map { "\($0.derivation.formula)\n\($0.derivation.substitution)" } ?? "汇总"
    case .computed:
      let execution = card.execution
      let word = card.period == .half ? "半年执行数" : "全年执行数"
      guard let spent = execution.spent else { return "计算" }
      return "\(word)合计÷全年预算数合计\n\(spent.money) ÷ \(execution.budget.money) = \(row.achievement?.text ?? "")"
    default: return "填报：" + (row.achievement?.text ?? "")
    }
  }

  private func executionRow(_ extra: ExecutionRow) -> TableRow {
    let ordinal = card.rows.count + 1
    let cells = [
      TableCell(String(ordinal), link: "#" + SheetLayout.rowID(code, ordinal)),
      TableCell(WeightAllotter.executionRate, isHeading: true), TableCell("评分办法单列"),
      TableCell(extra.rate.map { "\($0.text)%" } ?? ""), TableCell(extra.derivation.formula),
      TableCell(extra.derivation.substitution), TableCell(extra.score?.text ?? ""), TableCell(""),
      TableCell("评分办法"), TableCell("计算"), TableCell(""),
    ]
    return TableRow(id: LineageLayout.rowID(code, ordinal), cells)
  }
}
