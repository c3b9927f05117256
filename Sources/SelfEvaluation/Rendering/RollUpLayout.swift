// 汇总溯源: one row per unit indicator and source.

struct RollUpLayout {
  let figures: [RolledFigure]
  let period: Period
  let names: SourceNames
  /// Path of the CSV twin relative to the page.
  let csv: String?

  /// The HTML id of the first source of a unit indicator.
  static func rowID(_ ordinal: Int) -> String {
    SheetLayout.rowID(OutputPaths.unitCode, ordinal) + "-sources"
  }

  func table() -> Table {
    var table = Table(id: "rollup", caption: "单位指标的汇总来源", columns: RollUpLayout.columns, rows: [], csv: csv)
    for figure in figures {
      let start = table.rows.count
      table.rows += figure.contributions.enumerated().map { row(figure, $1, isFirst: $0 == 0) }
      table.merge(rows: start..<table.rows.count, columns: [0, 1, 5, 8, 9, 10, 11, 12])
    }
    return table
  }

  private static let columns = [
    TableColumn("单位指标"), TableColumn("汇总方式"), TableColumn("项目名称"), TableColumn("项目指标"), TableColumn("来源值"),
    TableColumn("计量单位"), TableColumn("权数", .number), TableColumn("来源"), TableColumn("汇总值"),
    TableColumn("单位目标"),
    TableColumn("项目目标汇总"), TableColumn("目标差额", .number), TableColumn("编号"),
  ]

  private func row(_ figure: RolledFigure, _ part: Contribution, isFirst: Bool) -> TableRow {
    let ordinal = figure.entry.indicator.ordinal
    let id = SheetLayout.rowID(OutputPaths.unitCode, ordinal)
    let target = figure.entry.indicator.target(in: period)
    return TableRow(
      id: isFirst ? RollUpLayout.rowID(ordinal) : nil,
      [
        TableCell(figure.entry.indicator.name, isHeading: true), TableCell(figure.entry.method.rawValue),
        TableCell(part.project), TableCell(part.indicator.name), TableCell(part.value),
        TableCell(target?.target.measure?.text ?? ""), TableCell(part.weight),
        TableCell(names.source(part.source)),
        TableCell(figure.achievement.map(IndicatorLayout.bare) ?? ""),
        TableCell(target.map(IndicatorLayout.bare) ?? ""), TableCell(figure.projectTargets),
        TableCell(figure.targetDifference?.text ?? ""), TableCell(id, link: "#" + id),
      ])
  }
}
