// The chart of money: plan, budget and what was spent, project by project.

extension ChartWriter {
  /// Per project 年初预算数 (where it differs), 全年预算数 and 全年执行数; at half-year plan, budget and what was spent.
  static func execution(_ report: CheckedReport) -> SVGFigure? {
    let half = report.period == .half
    let cards = report.projects.filter { !$0.sheet.expenses.isEmpty }
    guard !cards.isEmpty else { return nil }
    let changed = cards.contains { $0.execution.initial != $0.execution.budget }
    var series: [(name: String, fill: String?, value: (Execution) -> Quantity?)] = [
      ("全年预算数", nil, { $0.budget })
    ]
    if half {
      series.append(("半年计划执行数", ChartColour.yellow, { $0.halfPlan }))
      series.append(("半年执行数", ChartColour.blue, { $0.halfExecuted }))
    } else {
      if changed { series.insert(("年初预算数", ChartColour.yellow, { $0.initial }), at: 0) }
      series.append(("全年执行数", ChartColour.blue, { $0.executed }))
    }
    let largest =
      cards.flatMap { card in series.compactMap { $0.value(card.execution)?.millionths } }.max() ?? 0
    var canvas = ChartCanvas()
    var x = 8
    for item in series {
      bar(&canvas, x, 6, 16, 12, item.fill)
      canvas.label(x + 22, 17, item.name, size: 13)
      x += 44 + item.name.count * 13
    }
    var y = 34
    for card in cards {
      let rate = card.execution.rate.map { "执行率\(Prose.percent($0))" } ?? "执行率不计算"
      canvas.label(8, y + 14, short(card.name, 30))
      canvas.label(ChartCanvas.width - 8, y + 14, rate, anchor: "end")
      y += 22
      for item in series {
        guard let value = item.value(card.execution) else { continue }
        let length = scaled(Int128(value.millionths), Int128(largest), to: 580)
        bar(&canvas, 8, y, length, 14, item.fill)
        canvas.label(16 + length, y + 12, value.rounded(to: 2), size: 12)
        y += 18
      }
      y += 10
    }
    let columns =
      [TableColumn("项目名称")] + series.map { NarrativeTables.number($0.name) } + [NarrativeTables.number("执行率")]
    let rows = cards.map { card in
      NarrativeTables.row(
        card.name,
        series.map { $0.value(card.execution)?.rounded(to: 2) ?? "—" } + [
          card.execution.rate.map(Prose.percent) ?? "—"
        ])
    }
    return canvas.figure(
      id: "chart-execution", title: "各项目预算执行（万元）",
      description: "每个项目一组横条，依次为\(Prose.enumeration(series.map(\.name)))，条后是金额，右侧是执行率。", height: y,
      rows: NarrativeTables.table("chart-execution-rows", "各项目预算执行（单位：万元）", columns, rows))
  }

  /// A filled bar, or an outline where there is no fill.
  private static func bar(
    _ canvas: inout ChartCanvas, _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ fill: String?
  ) {
    if let fill {
      canvas.rectangle(x, y, width, height, fill: fill)
    } else {
      canvas.outline(x, y, width, height)
    }
  }
}
