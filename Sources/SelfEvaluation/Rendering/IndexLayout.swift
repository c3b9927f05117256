// 首页: one row per sheet, with links to its documents.

struct IndexLayout {
  let report: CheckedReport
  let paths: OutputPaths

  func table() -> Table {
    Table(
      id: "sheets", caption: report.period == .half ? "各表运行监控结果" : "各表自评结果", columns: columns,
      rows: report.cards.map(row), csv: nil)
  }

  private var columns: [TableColumn] {
    // At half-year the lights say how many are behind: what is not yet reached may well be in time.
    let isHalf = report.period == .half
    let head =
      [TableColumn("表"), TableColumn("指标数", .number)] + (isHalf ? [] : [TableColumn("未达标", .number)]) + [
        TableColumn("全年预算数（万元）", .number), TableColumn(isHalf ? "半年执行数（万元）" : "全年执行数（万元）", .number),
        TableColumn("执行率", .number),
      ]
    let result =
      isHalf
      ? [TableColumn("红灯", .number), TableColumn("黄灯", .number), TableColumn("总体亮灯")]
      : [TableColumn("规则得分", .number), TableColumn("得分", .number), TableColumn("等级")]
    return head + result + [TableColumn("数据")]
  }

  private func row(_ card: Scorecard) -> TableRow {
    let execution = card.execution
    let hasMoney = !card.sheet.expenses.isEmpty
    let lights = card.rows.compactMap(\.signal?.light)
    func count(_ light: Light) -> String { String(lights.filter { $0 == light }.count) }
    let result: [TableCell] =
      card.period == .half
      ? [
        TableCell(count(.red)), TableCell(count(.yellow)),
        TableCell(card.signal?.word ?? "", tone: card.signal.map { TableTone($0.light) }),
      ]
      : [
        TableCell(card.ruleTotal?.text ?? ""), TableCell(card.total?.text ?? ""),
        TableCell(card.grade?.rawValue ?? ""),
      ]
    let unmet = card.period == .half ? [] : [TableCell(String(card.rows.count { $0.isMet == false }))]
    return TableRow(
      [
        TableCell(card.name, isHeading: true, link: address(card, .html)), TableCell(String(card.rows.count)),
      ] + unmet + [
        TableCell(hasMoney ? execution.budget.money : ""), TableCell(execution.spent?.money ?? ""),
        TableCell(execution.rate.map { $0.rounded(to: 2) + "%" } ?? ""),
      ] + result + [csv(card)])
  }

  private func csv(_ card: Scorecard) -> TableCell {
    address(card, .csv).map { TableCell("CSV", link: $0) } ?? TableCell("")
  }

  private func address(_ card: Scorecard, _ format: DocumentFormat) -> String? {
    paths.linked(card.name, format).map { Href.relative(from: OutputPaths.index, to: $0) }
  }
}
