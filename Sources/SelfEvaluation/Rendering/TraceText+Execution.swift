// jixiao trace: the money behind 预算执行率, and the separate row some rubrics add.

extension TraceText {
  /// The story of the separate row 预算执行率; nil where the rubric has none, or the sheet's own indicator is it.
  static func executionStory(_ card: Scorecard, _ outcome: Pipeline.Outcome) -> String? {
    guard let row = card.executionRow else { return nil }
    let texts = outcome.submission.texts
    let half = card.period == .half
    let own = card.rows.first { $0.indicator.isExecutionRate }?.achievement
    let source = own.flatMap { $0.actual.number == nil ? nil : $0.source } ?? .computed
    let lacking = card.execution.budget.isZero ? "不适用" : "未填报"
    let derivation = [row.derivation.formula, row.derivation.substitution].filter { !$0.isEmpty }
    var lines = ["\(card.name) · \(Indicator.executionRate)（评分办法单列的一行）"]
    if !half { lines.append("  指标值：≥100%") }
    if case .computed = source { lines += money(card, texts) }
    lines.append(
      "  \(half ? "半年完成值" : "完成值")："
        + (row.rate.map { "\($0.text)%（\(Provenance.text(source, texts))）" } ?? lacking))
    lines.append("  分值：\(row.weight.text)（评分办法“\(outcome.rubric.title)”的预算执行率分值）")
    lines.append("  推导：" + derivation.joined(separator: "；"))
    if let score = row.score { lines.append("  得分：\(score.text)") }
    return lines.map(VisibleText.shown).joined(separator: "\n") + "\n"
  }

  /// Every expense line that counts, and the quotient of their sums, in 万元.
  static func money(_ card: Scorecard, _ texts: [SourceText]) -> [String] {
    let half = card.period == .half
    let word = half ? "半年执行数" : "全年执行数"
    var lines = card.sheet.expenses.map { line in
      let spent = half ? line.halfExecuted : line.executed
      return "  支出（万元）：\(line.name)，全年预算数 \(line.budget.money)，\(word) \(spent?.money ?? "未填")"
        + "（\(Provenance.text(line.origin, texts))）"
    }
    let execution = card.execution
    if let spent = execution.spent, let rate = execution.rate {
      lines.append(
        "  公式：\(word)合计÷全年预算数合计；\(spent.money) ÷ \(execution.budget.money) = \(rate.text)%")
    }
    return lines
  }
}
