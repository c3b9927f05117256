// Charts of the index and the report, each with the same figures as a table for whoever cannot see it.

/// The drawn charts of a report; nil where there is nothing to draw in the period.
struct ReportCharts: Sendable {
  let levelScores: SVGFigure?
  let completionStrip: SVGFigure?
  let lights: SVGFigure?
  let execution: SVGFigure?

  init(_ facts: NarrativeFacts) {
    levelScores = ChartWriter.levelScores(facts)
    completionStrip = ChartWriter.completionStrip(facts)
    lights = ChartWriter.lights(facts)
    execution = ChartWriter.execution(facts)
  }

  /// Those that there are, in the order of the index.
  var all: [SVGFigure] { [levelScores, completionStrip, lights, execution].compactMap { $0 } }
}

enum ChartWriter {
  /// Score by level-1 against full marks; nil at half-year and where no single sheet stands for the whole.
  static func levelScores(_ report: CheckedReport) -> SVGFigure? { levelScores(NarrativeFacts(report)) }

  static func levelScores(_ facts: NarrativeFacts) -> SVGFigure? {
    guard !facts.isHalf, let card = facts.report.headline else { return nil }
    var levels = facts.levels(card).map { (name: $0.name, points: NarrativeFacts.points($0.rows)) }
    if let row = card.executionRow, let score = row.score { levels.append(("预算执行率", (row.weight, score))) }
    levels.removeAll { $0.points.weight <= .zero }
    guard let longest = levels.map(\.points.weight).max() else { return nil }
    var canvas = ChartCanvas()
    var y = 8
    for level in levels {
      let full = scaled(Int128(level.points.weight.hundredths), Int128(longest.hundredths), to: 430)
      let reached = scaled(Int128(level.points.score.hundredths), Int128(longest.hundredths), to: 430)
      canvas.label(104, y + 20, short(level.name, 7), anchor: "end")
      canvas.rectangle(114, y, reached, 28, fill: ChartColour.blue)
      canvas.outline(114, y, full, 28)
      canvas.label(124 + full, y + 20, "\(level.points.score.text) / \(level.points.weight.text)")
      y += 42
    }
    canvas.rectangle(114, y + 2, 16, 12, fill: ChartColour.blue)
    canvas.label(136, y + 13, "得分", size: 13)
    canvas.outline(190, y + 2, 16, 12)
    canvas.label(212, y + 13, "分值", size: 13)
    let told = levels.map { "\($0.name)\($0.points.score.text)分，满分\($0.points.weight.text)分" }.joined(
      separator: "；")
    let table = NarrativeTables.table(
      "chart-levels-rows", "一级指标得分",
      [TableColumn("一级指标"), NarrativeTables.number("分值"), NarrativeTables.number("得分")],
      levels.map { NarrativeTables.row($0.name, [$0.points.weight.text, $0.points.score.text]) })
    return canvas.figure(
      id: "chart-levels", title: "\(facts.name(card))一级指标得分", description: told + "。", height: y + 24,
      rows: table)
  }

  /// `part ÷ whole` of a length, a whole number; 0 for what is negative.
  static func scaled(_ part: Int128, _ whole: Int128, to length: Int) -> Int {
    guard whole > 0, part > 0 else { return 0 }
    return max(1, Int(clamping: roundedHalfAway(part * Int128(length), whole)))
  }

  /// A name that fits: so many characters, the last one an ellipsis where it is longer.
  static func short(_ name: String, _ limit: Int) -> String {
    name.utf8.count > limit && name.count > limit ? String(name.prefix(limit - 1)) + "…" : name
  }
}
