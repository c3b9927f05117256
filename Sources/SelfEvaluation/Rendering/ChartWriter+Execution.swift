// The chart of money: plan, budget and what was spent, one bar per project.

extension ChartWriter {
  /// Per project an outline for 全年预算数 filled as far as 全年执行数 reaches, with a mark at 年初预算数 where that
  /// differs; at half-year filled by 半年执行数 with a mark at 半年计划执行数.
  static func execution(_ report: CheckedReport) -> SVGFigure? { execution(NarrativeFacts(report)) }

  static func execution(_ facts: NarrativeFacts) -> SVGFigure? {
    let half = facts.isHalf
    let cards = facts.projects.filter { !$0.sheet.expenses.isEmpty }
    guard !cards.isEmpty else { return nil }
    let changed = cards.contains { $0.execution.initial != $0.execution.budget }
    let mark: (name: String, value: (Execution) -> Quantity?)? =
      half ? ("半年计划执行数", { $0.halfPlan }) : changed ? ("年初预算数", { $0.initial }) : nil
    let spent = half ? "半年执行数" : "全年执行数"
    let largest =
      cards.flatMap { card in
        [card.execution.budget, card.execution.spent, mark?.value(card.execution)].compactMap {
          $0?.millionths
        }
      }.max() ?? 0
    func length(_ value: Quantity) -> Int { scaled(Int128(value.millionths), Int128(largest), to: 300) }
    var canvas = ChartCanvas()
    canvas.rectangle(8, 6, 16, 12, fill: ChartColour.blue)
    canvas.label(30, 17, spent, size: 13)
    canvas.outline(118, 6, 16, 12)
    canvas.label(140, 17, "全年预算数", size: 13)
    if let mark {
      tick(&canvas, 236, 4, 16)
      canvas.label(246, 17, mark.name, size: 13)
    }
    canvas.label(ChartCanvas.width - 8, 17, "\(spent)／全年预算数，执行率", size: 13, anchor: "end")
    var y = 30
    for card in cards {
      let execution = card.execution
      canvas.label(8, y + 15, short(card.name, 13))
      if let value = execution.spent { canvas.rectangle(204, y, length(value), 20, fill: ChartColour.blue) }
      canvas.outline(204, y, length(execution.budget), 20)
      if let value = mark?.value(execution) { tick(&canvas, 204 + length(value), y - 2, 24) }
      let told =
        "\(execution.spent?.rounded(to: 2) ?? "—")／\(execution.budget.rounded(to: 2))，"
        + (execution.rate.map(Prose.percent) ?? "不计算")
      canvas.label(ChartCanvas.width - 8, y + 15, told, size: 13, anchor: "end")
      y += 30
    }
    let series: [(name: String, value: (Execution) -> Quantity?)] =
      [mark].compactMap { $0 } + [("全年预算数", { $0.budget }), (spent, { $0.spent })]
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
      description: "每个项目一条：外框是全年预算数，填色部分是\(spent)\(mark.map { "，竖线是\($0.name)" } ?? "")，右侧是金额和执行率。",
      height: y,
      rows: NarrativeTables.table("chart-execution-rows", "各项目预算执行（单位：万元）", columns, rows))
  }

  /// An upright mark with a light edge, seen on a filled bar too.
  private static func tick(_ canvas: inout ChartCanvas, _ x: Int, _ y: Int, _ height: Int) {
    canvas.path("M\(x) \(y)V\(y + height)", stroke: "#FFFFFF", width: 6)
    canvas.path("M\(x) \(y)V\(y + height)", stroke: ChartColour.red, width: 3)
  }
}
