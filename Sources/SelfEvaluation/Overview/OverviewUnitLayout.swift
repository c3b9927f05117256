// 汇总表: one row per unit in rank order, then totals.

struct OverviewUnitLayout {
  let overview: Overview
  /// The units of this page, by position.
  let range: Range<Int>
  /// Path of the CSV twin beside the page.
  let csv: String

  private var isHalf: Bool { overview.period == .half }

  func table() -> Table {
    // Totals stand on the last page.
    let isLast = range.upperBound == overview.units.count
    return Table(
      id: "units", caption: isHalf ? "各单位运行监控结果" : "各单位自评结果", columns: columns,
      rows: overview.units[range].map(row) + (isLast ? totals : []), csv: csv)
  }

  private var columns: [TableColumn] {
    let head = [TableColumn("单位编码"), TableColumn("单位名称")]
    let result =
      isHalf
      ? [TableColumn("总体亮灯")] + Light.allCases.map { TableColumn($0.word, .number) }
      : [
        TableColumn("得分", .number), TableColumn("规则得分", .number), TableColumn("等级"),
        TableColumn("未达标", .number),
      ]
    return (isHalf ? [] : [TableColumn("名次", .number)]) + head + result + [
      TableColumn("全年预算数（万元）", .number),
      TableColumn(isHalf ? "半年执行数（万元）" : "全年执行数（万元）", .number),
      TableColumn("执行率", .number), TableColumn("警告", .number), TableColumn("提示", .number),
      TableColumn("报告所在"), TableColumn("填报目录"),
    ]
  }

  private func row(_ unit: OverviewUnit) -> TableRow {
    let head = [TableCell(unit.code), TableCell(unit.name, isHeading: true)]
    let result =
      isHalf
      ? [TableCell(unit.light?.word ?? "", tone: unit.light.map(TableTone.init))]
        + unit.lights.map { TableCell("\($0)") }
      : [
        TableCell(unit.score?.text ?? ""), TableCell(unit.ruleScore?.text ?? ""),
        TableCell(unit.grade?.rawValue ?? ""), TableCell("\(unit.unmet)"),
      ]
    return TableRow(
      (isHalf ? [] : [TableCell(unit.rank.map { "\($0)" } ?? "")]) + head + result + [
        TableCell(unit.budget?.money ?? ""), TableCell(unit.spent?.money ?? ""),
        TableCell(unit.rate.map { $0.rounded(to: 2) + "%" } ?? ""), TableCell("\(unit.counts.warnings)"),
        TableCell("\(unit.counts.notes)"), TableCell(unit.output), TableCell(unit.folder),
      ])
  }

  private var totals: [TableRow] {
    guard !overview.units.isEmpty else { return [] }
    func count(_ figure: (OverviewUnit) -> Int) -> TableCell {
      TableCell("\(overview.units.reduce(0) { $0 + figure($1) })")
    }
    let lights = Light.allCases.indices.map { light in count { $0.lights[light] } }
    let blank = TableCell("")
    let tail = [
      TableCell(overview.sum(\.budget)?.money ?? ""), TableCell(overview.sum(\.spent)?.money ?? ""),
      TableCell(overview.rate.map { $0.rounded(to: 2) + "%" } ?? ""), count(\.counts.warnings),
      count(\.counts.notes), blank, blank,
    ]
    let head =
      (isHalf ? [] : [blank]) + [blank, TableCell("合计（\(overview.units.count)个单位）", isHeading: true)]
    guard !isHalf else { return [TableRow(role: .total, head + [blank] + lights + tail)] }
    let mean = [
      blank, blank, TableCell("平均", isHeading: true), TableCell(overview.mean(\.score)?.text ?? ""),
      TableCell(overview.mean(\.ruleScore)?.text ?? ""),
    ]
    return [
      TableRow(role: .total, head + [blank, blank, blank, count(\.unmet)] + tail),
      TableRow(role: .total, mean + Array(repeating: blank, count: 9)),
    ]
  }
}
