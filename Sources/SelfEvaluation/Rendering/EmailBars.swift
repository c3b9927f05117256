// Level-1 results as bars: points at year end, lights at half-year.

struct EmailBars {
  let facts: NarrativeFacts
  static let limit = 20

  init(_ facts: NarrativeFacts) { self.facts = facts }

  /// Nil where there is nothing to draw.
  var section: EmailSummary.Section? {
    let (heading, bars) = facts.isHalf ? lights : scores
    guard !bars.isEmpty else { return nil }
    let shown = bars.prefix(EmailBars.limit)
    let rest =
      bars.count > shown.count ? [EmailSummary.Block.paragraph("其余\(bars.count - shown.count)个见报告。")] : []
    return EmailSummary.Section(heading: heading, blocks: [.bars(Array(shown))] + rest)
  }

  /// By level 1 of the sheet the headline is taken from; without one, by project.
  private var scores: (String, [EmailSummary.Bar]) {
    guard let card = facts.report.headline else {
      return (
        "各项目得分",
        facts.projects.compactMap { card in
          card.total.map { bar(card.name, $0, of: .full, note: card.grade.map { "，\($0.rawValue)" } ?? "") }
        }
      )
    }
    var bars = facts.levels(card).compactMap { level -> EmailSummary.Bar? in
      let (weight, score) = NarrativeFacts.points(level.rows)
      return weight > .zero ? bar(level.name, score, of: weight) : nil
    }
    if let row = card.executionRow, let score = row.score { bars.append(bar("预算执行率", score, of: row.weight)) }
    return ("一级指标得分", bars)
  }

  private func bar(
    _ name: String, _ score: Points, of weight: Points, note: String = ""
  ) -> EmailSummary.Bar {
    let tenths = roundedHalfAway(Int128(score.hundredths) * 1000, Int128(max(1, weight.hundredths)))
    let percent = Int(clamping: min(100, max(0, tenths / 10)))
    return EmailSummary.Bar(
      label: EmailSummary.capped(name, 40), parts: [(.score, percent)],
      value: "\(score.text)/\(weight.text)，\(tenths / 10).\(tenths % 10)%\(note)")
  }

  private var lights: (String, [EmailSummary.Bar]) {
    let card = facts.report.headline
    let levels = card.map { facts.levels($0) } ?? facts.levels(facts.all)
    return (
      "一级指标亮灯",
      levels.compactMap { level in
        let lights = level.rows.compactMap(\.row.signal?.light)
        guard !lights.isEmpty else { return nil }
        let counts = Light.allCases.map { light in (light, lights.count { $0 == light }) }.filter { $0.1 > 0 }
        var parts = counts.map { (tone: EmailBars.tone($0.0), percent: $0.1 * 100 / lights.count) }
        // What rounding leaves goes to the widest.
        let rest = 100 - parts.reduce(0) { $0 + $1.percent }
        if let widest = parts.indices.max(by: { parts[$0].percent < parts[$1].percent }) {
          parts[widest].percent += rest
        }
        return EmailSummary.Bar(
          label: EmailSummary.capped(level.name, 40), parts: parts,
          value: counts.map { "\($0.0.word)\($0.1)" }.joined(separator: "，"))
      }
    )
  }

  private static func tone(_ light: Light) -> EmailSummary.Tone {
    switch light {
    case .red: .red
    case .yellow: .yellow
    case .green: .green
    case .blue: .blue
    }
  }
}
