// The money block of a sheet: where the money comes from, what it was planned for and what was spent, in 万元.

struct MoneyLayout {
  let card: Scorecard

  /// Nil for a sheet without money.
  func table() -> Table? {
    guard !card.sheet.money.isEmpty else { return nil }
    var rows = MoneyLayout.directions.flatMap { direction in
      card.sheet.money.filter { $0.direction == direction }.map(row)
    }
    rows.append(total)
    var table = Table(id: "money", caption: "预算资金（万元）", columns: columns, rows: rows, csv: nil)
    table.mergeDown(columns: [0], limit: 14)
    return table
  }

  private static let directions = [MoneyDirection.income, .expense]

  private var columns: [TableColumn] {
    let half = [TableColumn("半年计划执行数", .number), TableColumn("半年执行数", .number)]
    let year = [TableColumn("全年执行数", .number)]
    return [
      TableColumn("收支"), TableColumn("资金名称"), TableColumn("年初预算数", .number), TableColumn("全年预算数", .number),
    ] + (card.period == .half ? half : year) + [TableColumn("执行率", .number)]
  }

  private func row(_ line: MoneyLine) -> TableRow {
    TableRow(
      [TableCell(line.direction.rawValue, isHeading: true), TableCell(line.name, isHeading: true)]
        + figures(line.initial, line.budget, line.halfPlan, line.halfExecuted, line.executed))
  }

  /// Totals left out, as the execution rate counts them.
  private var total: TableRow {
    let execution = card.execution
    return TableRow(
      role: .total,
      [TableCell("支出合计", isHeading: true), TableCell("")]
        + figures(
          execution.initial, execution.budget, execution.halfPlan, execution.halfExecuted, execution.executed)
    )
  }

  private func figures(
    _ initial: Quantity, _ budget: Quantity, _ plan: Quantity?, _ half: Quantity?, _ year: Quantity?
  ) -> [TableCell] {
    let spent = card.period == .half ? half : year
    let rate = spent.flatMap { Execution.percent($0, of: budget) }
    let middle = card.period == .half ? [plan, half] : [year]
    return [initial.money, budget.money].map { TableCell($0) } + middle.map { TableCell($0?.money ?? "") }
      + [TableCell(rate.map { $0.rounded(to: 2) + "%" } ?? "")]
  }
}
