// jixiao trace: how a figure came about, from the cells to the points.

/// The lineage of figures, in Chinese, for a terminal.
public enum TraceText {
  /// The story of every indicator of this name and of the separate row 预算执行率, or only of one sheet's; nil where
  /// there is none.
  public static func text(_ name: String, sheet: String?, of outcome: Pipeline.Outcome) -> String? {
    let stories = cards(outcome, sheet).flatMap { card in
      let rows = card.rows.filter { Folding.key($0.indicator.name) == Folding.key(name) }
      let separate = Folding.key(name) == Indicator.executionRate ? executionStory(card, outcome) : nil
      return rows.map { story($0, card, outcome) } + [separate].compactMap { $0 }
    }
    return stories.isEmpty ? nil : stories.joined(separator: "\n")
  }

  /// Whether there is a sheet of this name.
  public static func hasSheet(_ name: String, in outcome: Pipeline.Outcome) -> Bool {
    outcome.submission.sheets.contains { Folding.key($0.name) == Folding.key(name) }
  }

  /// The sheets that have an indicator of this name.
  public static func sheets(with name: String, in outcome: Pipeline.Outcome) -> [String] {
    cards(outcome).filter { names($0).contains { Folding.key($0) == Folding.key(name) } }.map(\.name)
  }

  /// The nearest indicator name of all sheets, or of one, for a misspelt one.
  public static func nearest(to name: String, sheet: String?, in outcome: Pipeline.Outcome) -> String? {
    Nearest.match(name, among: cards(outcome, sheet).flatMap(names))
  }

  private static func cards(_ outcome: Pipeline.Outcome, _ sheet: String? = nil) -> [Scorecard] {
    ([outcome.unit.card].compactMap { $0 } + outcome.projects).filter { card in
      sheet.map { Folding.key($0) == Folding.key(card.name) } ?? true
    }
  }

  private static func names(_ card: Scorecard) -> [String] {
    card.rows.map(\.indicator.name) + (card.executionRow == nil ? [] : [Indicator.executionRate])
  }

  private static func story(_ row: ScoredIndicator, _ card: Scorecard, _ outcome: Pipeline.Outcome) -> String
  {
    let texts = outcome.submission.texts
    let half = card.period == .half
    var lines = ["\(card.name) · \(row.indicator.name)"]
    func add(_ label: String, _ text: String) {
      if !text.isEmpty { lines.append("  \(label)：\(text)") }
    }
    add(
      "指标",
      [row.indicator.levelOne, row.indicator.levelTwo, row.indicator.keyTask].filter { !$0.isEmpty }.joined(
        separator: " › "))
    add(half ? "半年指标值" : "指标值", row.target.map { "\($0.text)（\(Provenance.text($0.origin, texts))）" } ?? "没有")
    if card.sheet.isUnit,
      let figure = outcome.unit.figures.first(where: { $0.entry.indicator.ordinal == row.indicator.ordinal })
    {
      lines += rollUp(figure, texts)
    }
    if case .computed? = row.achievement?.source { lines += money(card, texts) }
    add(half ? "半年完成值" : "完成值", achievement(row, texts))
    add("完成率", Completion.text(row.completion, row.target?.target))
    if half {
      add("亮灯", row.signal?.word ?? "")
    } else {
      add("分值", weight(row, card))
      add("推导", row.derivation.map { "\($0.formula)；\($0.substitution)" } ?? "")
      add("规则得分", row.ruleScore?.text ?? "")
      add("自评得分", row.reported?.text ?? "")
      add("得分", row.score?.text ?? (row.isNotApplicable ? "不适用，不计分" : ""))
    }
    add("偏差原因", row.reason)
    add("改进措施", row.measure)
    return lines.map(VisibleText.shown).joined(separator: "\n") + "\n"
  }

  private static func rollUp(_ figure: RolledFigure, _ texts: [SourceText]) -> [String] {
    let entry = figure.entry
    var lines = [
      "  汇总方式：\(entry.method.rawValue)（\(entry.isDeclared ? "rollup.csv" : "默认规则")\(entry.note.isEmpty ? "" : "：\(entry.note)")）"
    ]
    guard entry.method != .own else { return lines }
    lines.append("  公式：\(figure.derivation.substitution)")
    for (source, part) in zip(entry.sources, figure.contributions) {
      let weight = source.weight.map { "，权数（\($0.text)）\(part.weight)" } ?? ""
      let place = part.source.map { Provenance.text($0, texts) } ?? "未填报"
      lines.append("  来源：\(part.project) · \(part.indicator.name) = \(part.value)\(weight)（\(place)）")
    }
    if !figure.projectTargets.isEmpty {
      let difference = figure.targetDifference.map { "，目标差额 \($0.text)" } ?? ""
      lines.append("  项目目标汇总：\(figure.projectTargets)\(difference)")
    }
    return lines
  }

  private static func achievement(_ row: ScoredIndicator, _ texts: [SourceText]) -> String {
    guard let achievement = row.achievement else { return "未填报" }
    return "\(achievement.text)（\(Provenance.text(achievement.source, texts))）"
  }

  private static func weight(_ row: ScoredIndicator, _ card: Scorecard) -> String {
    guard let weight = row.weight else { return "" }
    return weight.text + (card.weightsAllotted ? "（由评分办法分配）" : "（填报）")
  }
}

/// Where a figure comes from, in a few characters.
enum Provenance {
  /// `targets.csv:12`.
  static func text(_ origin: Origin, _ texts: [SourceText]) -> String {
    "\(texts[Int(origin.file)].path):\(origin.line)"
  }

  /// `actuals.csv:40`, 汇总 or 计算.
  static func text(_ source: FigureSource, _ texts: [SourceText]) -> String {
    switch source {
    case .filed(let origin): text(origin, texts)
    case .rolledUp: "汇总"
    case .computed: "计算"
    }
  }
}
