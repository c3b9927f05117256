// The official form: one row per indicator, levels and key tasks merged, the points summed at the end.

/// Lays out the indicator table of a sheet, for the form and its CSV twin.
struct SheetLayout {
  let card: Scorecard
  /// Path of the CSV twin relative to the page.
  let csv: String
  /// What its row ids begin with (`OutputPaths.code`).
  var code = OutputPaths.unitCode
  /// Last year's figures, for two more columns at the end.
  var previous: PreviousFigures?

  /// As many rows as two groups on an A4 page in landscape hold together.
  static let groupLimit = 8

  /// The HTML id of an indicator's row, and its 编号 in 指标明细: `unit-053`, `p04-012`. The execution row some rubrics
  /// add has the ordinal after the last.
  static func rowID(_ code: String, _ ordinal: Int) -> String {
    var id = code
    id += ordinal < 10 ? "-00" : ordinal < 100 ? "-0" : "-"
    id += String(ordinal)
    return id
  }

  private func rowID(_ ordinal: Int) -> String { SheetLayout.rowID(code, ordinal) }

  func table() -> Table {
    let caption = card.period == .half ? "绩效指标运行监控情况" : "绩效指标完成情况"
    let hasKeyTasks = hasKeyTasks
    var rows = card.rows.map { row($0, hasKeyTasks) }
    if card.period == .year, let extra = card.executionRow { rows.append(executionRow(extra)) }
    var table = Table(id: "indicators", caption: caption, columns: columns, rows: rows, csv: csv)
    table.mergeDown(columns: hasKeyTasks ? [0, 1, 2] : [0, 1], limit: SheetLayout.groupLimit)
    table.rows.append(card.period == .half ? signalRow : totalRow)
    if let previous {
      table.columns += PreviousFigures.columns
      for index in table.rows.indices {
        let row = card.rows.indices.contains(index) ? card.rows[index] : nil
        table.rows[index].cells += previous.cells(of: row, on: card).map { TableCell($0) }
      }
    }
    return table
  }

  /// 重点工作 stands on the unit's form, and wherever it is filled.
  private var hasKeyTasks: Bool { card.sheet.isUnit || card.rows.contains { !$0.indicator.keyTask.isEmpty } }

  private var columns: [TableColumn] {
    let names = [TableColumn("一级指标"), TableColumn("二级指标")] + (hasKeyTasks ? [TableColumn("重点工作")] : [])
    if card.period == .half {
      return names + [
        TableColumn("三级指标"), TableColumn("半年指标值", .value), TableColumn("全年指标值", .value),
        TableColumn("半年完成值", .value), TableColumn("亮灯"), TableColumn("全年预计完成值", .value),
        TableColumn("完成目标可能性"), TableColumn("偏差原因及改进措施"),
      ]
    }
    return names + [
      TableColumn("三级指标"), TableColumn("指标值", .value), TableColumn("实际完成值", .value),
      TableColumn("分值", .number), TableColumn("得分", .number), TableColumn("偏差原因分析及改进措施"),
    ]
  }

  private func row(_ row: ScoredIndicator, _ hasKeyTasks: Bool) -> TableRow {
    let indicator = row.indicator
    let id = rowID(indicator.ordinal)
    let lineage = "#" + id + LineageLayout.suffix
    let isRolledUp = if case .rolledUp? = row.achievement?.source { card.sheet.isUnit } else { false }
    let actual = TableCell(
      row.achievement?.text ?? "", link: isRolledUp ? "#" + RollUpLayout.rowID(indicator.ordinal) : nil)
    var cells: [TableCell] = []
    cells.reserveCapacity(12)
    cells.append(TableCell(indicator.levelOne, isHeading: true))
    cells.append(TableCell(indicator.levelTwo, isHeading: true))
    if hasKeyTasks { cells.append(TableCell(indicator.keyTask, isHeading: !indicator.keyTask.isEmpty)) }
    cells.append(TableCell(indicator.name, isHeading: true))
    if card.period == .half {
      cells.append(TableCell((indicator.half ?? indicator.year)?.text ?? ""))
      cells.append(TableCell(indicator.year?.text ?? ""))
      cells.append(actual)
      cells.append(
        TableCell(row.signal?.word ?? "", link: lineage, tone: row.signal.map { TableTone($0.light) }))
      cells.append(TableCell(row.filing?.expected ?? ""))
      cells.append(TableCell(row.filing?.likelihood ?? ""))
    } else {
      cells.append(TableCell(row.target?.text ?? ""))
      cells.append(actual)
      cells.append(TableCell(card.weightText(row)))
      cells.append(TableCell(row.score?.text ?? "", link: lineage))
    }
    cells.append(TableCell(SheetLayout.remark(row)))
    return TableRow(id: id, cells)
  }

  /// Reason and measure in one cell, as the form has them.
  static func remark(_ row: ScoredIndicator) -> String {
    if row.measure.isEmpty { return row.reason }
    let isClosed =
      switch row.reason.unicodeScalars.last {
      case "。", "；", ";", ".": true
      default: false
      }
    let reason = isClosed ? String(row.reason.unicodeScalars.dropLast()) : row.reason
    return (reason.isEmpty ? "" : reason + "；") + "改进措施：" + row.measure
  }

  private func executionRow(_ extra: ExecutionRow) -> TableRow {
    let ordinal = card.rows.count + 1
    let names = ["预算执行率", ""] + (hasKeyTasks ? [""] : [])
    return TableRow(
      id: rowID(ordinal),
      names.map { TableCell($0, isHeading: !$0.isEmpty) } + [
        TableCell(WeightAllotter.executionRate, isHeading: true), TableCell("≥100%"),
        TableCell(extra.rate.map { "\($0.text)%" } ?? "不适用"), TableCell(extra.weight.text),
        TableCell(extra.score?.text ?? "", link: "#" + LineageLayout.rowID(code, ordinal)), TableCell(""),
      ])
  }

  private var totalRow: TableRow {
    var texts = [
      card.isTotalConverted ? "合计（折算）" : "合计", "", "", "", "", card.weightTotal.text, card.total?.text ?? "",
      "",
    ]
    if hasKeyTasks { texts.insert("", at: 1) }
    return TableRow(
      id: "total", role: .total, texts.enumerated().map { TableCell($0.element, isHeading: $0.offset == 0) })
  }

  private var signalRow: TableRow {
    let names = ["总体", "", ""] + (hasKeyTasks ? [""] : [])
    let cells =
      names.enumerated().map { TableCell($0.element, isHeading: $0.offset == 0) }
      + ["", "", ""].map { TableCell($0) }
      + [TableCell(card.signal?.word ?? "", tone: card.signal.map { TableTone($0.light) })]
      + ["", "", ""].map { TableCell($0) }
    return TableRow(id: "total", role: .total, cells)
  }
}
