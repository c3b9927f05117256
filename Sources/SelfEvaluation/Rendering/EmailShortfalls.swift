// The five largest shortfalls: where points were lost, or what shows red, and why.

struct EmailShortfalls {
  /// Where points were lost, or a light shows.
  private struct Shortfall {
    let card: Scorecard
    /// Nil for the row 预算执行率 that some rubrics add.
    let place: PlacedIndicator?
    var loss = Points.zero
  }

  let facts: NarrativeFacts
  static let limit = 5

  init(_ facts: NarrativeFacts) { self.facts = facts }

  var section: EmailSummary.Section {
    let all = facts.isHalf ? alarming : losing
    let heading = facts.isHalf ? "亮红灯、黄灯的指标" : "失分最多的指标"
    guard !all.isEmpty else { return EmailSummary.Section(heading: heading, blocks: [.paragraph(none)]) }
    let shown = all.prefix(EmailShortfalls.limit)
    var blocks: [EmailSummary.Block] = [.items(shown.map(item))]
    if all.count > shown.count { blocks.append(.paragraph(count(all) + "，其余见报告。")) }
    return EmailSummary.Section(heading: heading, blocks: blocks)
  }

  private func count(_ all: [Shortfall]) -> String {
    let indicators = all.count { $0.place != nil }
    if facts.isHalf { return "各表亮红灯、黄灯的指标共\(indicators)个" }
    let rows = all.count - indicators
    return "各表失分指标共\(indicators)个" + (rows > 0 ? "，另有单列的预算执行率\(rows)行" : "")
  }

  /// Nothing was lost, or there was nothing to lose.
  private var none: String {
    if facts.isHalf {
      return facts.all.contains { $0.row.signal != nil } ? "没有亮红灯或黄灯的指标。" : "没有可以亮灯的指标。"
    }
    let isScored = facts.cards.contains { $0.total != nil }
    return isScored ? "没有失分的指标。" : "没有可以计分的指标。"
  }

  /// Over all sheets from the largest loss; equal ones as the sheets have them, the unit's first.
  private var losing: [Shortfall] {
    let all = zip(facts.cards, facts.places).flatMap { card, places -> [Shortfall] in
      let rows = places.map { Shortfall(card: card, place: $0, loss: loss($0.row.weight, $0.row.score)) }
      let extra = loss(card.executionRow?.weight, card.executionRow?.score)
      return rows + [Shortfall(card: card, place: nil, loss: extra)]
    }
    return all.enumerated().filter { $0.element.loss > .zero }.sorted {
      ($1.element.loss, $0.offset) < ($0.element.loss, $1.offset)
    }.map(\.element)
  }

  private func loss(_ weight: Points?, _ score: Points?) -> Points {
    guard let weight, let score else { return .zero }
    return weight - score
  }

  /// Red before yellow, in sheet order.
  private var alarming: [Shortfall] {
    [Light.red, .yellow].flatMap { light in
      facts.all.filter { $0.row.signal?.light == light }.map { Shortfall(card: $0.card, place: $0) }
    }
  }

  private func item(_ shortfall: Shortfall) -> EmailSummary.Item {
    let (card, row) = (shortfall.card, shortfall.place?.row)
    let weight = row == nil ? card.executionRow?.weight : row?.weight
    let result =
      facts.isHalf ? row?.signal?.word ?? "" : "失\(shortfall.loss.text)分（分值\(weight?.text ?? "")）"
    let name = EmailSummary.capped(row?.indicator.name ?? WeightAllotter.executionRate, 60)
    let rate = card.executionRow?.rate.map { "\($0.text)%" }
    let target = EmailSummary.capped(row == nil ? "≥100%" : row?.target?.text ?? "—", 60)
    let actual = EmailSummary.capped((row == nil ? rate : row?.achievement?.text) ?? "—", 60)
    let sheet = EmailSummary.capped(facts.name(card), 60)
    let causes = shortfall.place.map(causes) ?? ["原因：\(money(of: card) ?? "执行率未达到100%")"]
    return EmailSummary.Item(
      lead: "\(name)：\(result)", lines: ["\(sheet)，指标值\(target)，完成值\(actual)"] + causes)
  }

  /// Reason and measure as filed; else what the figures themselves say, or of a rolled-up one those it comes from.
  private func causes(_ place: PlacedIndicator) -> [String] {
    var lines = filed(place.row)
    if lines.isEmpty {
      let isComputed = place.row.achievement?.source == .computed
      let reason = deducted(place.row) ?? (isComputed ? money(of: place.card) : nil)
      lines = reason.map { ["原因：\($0)"] } ?? facts.rolled(place.row).map(sources) ?? []
    }
    return lines.isEmpty ? ["原因：填报时未说明"] : lines
  }

  private func filed(_ row: ScoredIndicator, of name: String = "") -> [String] {
    let (reason, measure) = (Prose.reason(row.reason), Prose.clause(row.measure))
    return [
      reason.isEmpty ? "" : "原因：\(name)\(EmailSummary.capped(reason, 160))",
      measure.isEmpty ? "" : "措施：\(name)\(EmailSummary.capped(measure, 160))",
    ].filter { !$0.isEmpty }
  }

  /// Points missing although the target was reached: nobody owed a reason.
  private func deducted(_ row: ScoredIndicator) -> String? {
    guard row.isMet == true, let weight = row.weight, let rule = row.ruleScore else { return nil }
    if let own = row.reported, own < rule { return "指标已达到，自评得分\(own.text)低于规则得分\(rule.text)" }
    return rule < weight ? row.derivation.map { "指标已达到，按规则计分（\($0.formula)）" } : nil
  }

  /// Of the projects a figure was rolled up from: what they filed, or that they kept what they promised.
  private func sources(_ figure: RolledFigure) -> [String] {
    let sources = facts.sources(of: figure)
    let behind = sources.filter(facts.isBehind)
    guard behind.isEmpty, !sources.isEmpty else {
      return behind.prefix(2).flatMap { filed($0.row, of: EmailSummary.capped($0.card.name, 40) + "：") }
    }
    // At half-year a project may be where it should be by then without having reached its target.
    guard sources.allSatisfy({ $0.row.isMet == true }) else { return ["原因：来源项目未亮红灯、黄灯，见报告"] }
    return ["原因：" + Narrative.stricter(sources)]
  }

  /// The execution rate speaks for itself: what is left or was spent beyond the budget, and where most of it lies.
  private func money(of card: Scorecard) -> String? {
    guard let left = card.execution.left, !left.isZero else { return nil }
    let most = facts.projects.compactMap { project in
      project.execution.left.map { (name: project.name, left: $0) }
    }.filter { !$0.left.isZero && $0.left.isPositive == left.isPositive }
      .max { $0.left.magnitude < $1.left.magnitude }
    let share = card.sheet.isUnit ? most : nil
    let part = share.map { "，其中\(EmailSummary.capped($0.name, 40))\($0.left.magnitude.money)万元" } ?? ""
    let amount = "\(left.magnitude.money)万元"
    return (left.isPositive ? "尚有\(amount)未执行" : "超出预算\(amount)") + part
  }
}
