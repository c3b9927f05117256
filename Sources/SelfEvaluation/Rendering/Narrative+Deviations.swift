// 六、偏差及原因: every unmet indicator with target, actual, reason and measure.

extension Narrative {
  static func deviations(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    let unmet = facts.all.filter { $0.row.outcome == .unmet }
    guard !unmet.isEmpty else { return [.paragraph("适用的指标全部达到目标，没有需要说明的偏差。")] }
    var blocks: [NarrativeBlock] = [.paragraph(summary(unmet, facts))]
    var index = 0
    var distinct = DistinctSentences()
    for (position, card) in facts.cards.filter({ card in unmet.contains { $0.card.name == card.name } })
      .enumerated()
    {
      let places = unmet.filter { $0.card.name == card.name }
      blocks.append(.heading("（\(Prose.numeral(position + 1))）\(facts.name(card))"))
      blocks.append(
        .list(
          places.map { place in
            index += 1
            return distinct.say(deviation(place, index, facts), of: facts.name(card))
          }))
    }
    blocks.append(.table(NarrativeTables.unmet(unmet, facts)))
    return blocks
  }

  private static func summary(_ unmet: [PlacedIndicator], _ facts: NarrativeFacts) -> String {
    let losses = unmet.compactMap { place -> (place: PlacedIndicator, loss: Points)? in
      guard let weight = place.row.weight, let score = place.row.score, score < weight else { return nil }
      return (place, weight - score)
    }
    var text = "未达到目标的指标共\(unmet.count)个"
    let sheets = facts.cards.filter { card in unmet.contains { $0.card.name == card.name } }
    if sheets.count > 1 {
      let counts = sheets.map { card in "\(facts.name(card))\(unmet.count { $0.card.name == card.name })个" }
      text += "，分布在\(Prose.enumeration(counts))"
    }
    text += "。"
    let sorted = losses.sorted { $0.loss > $1.loss }.prefix(3).map { item in
      "\(facts.name(item.place.card))\(Prose.quoted(item.place.row.indicator.name))（失\(Prose.points(item.loss))）"
    }
    if sorted.count > 1 { text += "失分较多的是\(Prose.series(sorted))。" }
    let silent = unmet.count { isUnexplained($0, facts) }
    return silent > 0 ? text + "其中\(silent)个指标填报时没有写明原因，已在文中注明。" : text
  }

  /// One unmet indicator: what was aimed at, what came, why, and what is being done.
  static func deviation(_ place: PlacedIndicator, _ index: Int, _ facts: NarrativeFacts) -> String {
    let row = place.row
    guard let target = row.target?.target, let achievement = row.achievement else { return "" }
    let name = Prose.quoted(row.indicator.name)
    let (goal, done) = (Prose.target(target), Prose.actual(achievement, target))
    let gap = Prose.gap(target, achievement.actual).map { "，\($0)" } ?? ""
    var text = Prose.vary(
      index,
      [
        "\(name)：目标为\(goal)，实际\(done)\(gap)", "\(name)的目标是\(goal)，年末实际为\(done)\(gap)",
        "\(name)原定\(goal)，实际完成情况为\(done)\(gap)", "\(name)实际为\(done)，目标为\(goal)\(gap)",
      ])
    if let weight = row.weight, let score = row.score, score < weight {
      text += Prose.vary(
        index / 2, ["，失\(Prose.points(weight - score))", "，分值\(weight.text)分，得\(Prose.points(score))"])
    }
    return text + "；" + causes(place, index, facts)
  }

  /// Reason and measure as filed, or where they are to be found; the end of a sentence.
  static func causes(_ place: PlacedIndicator, _ index: Int, _ facts: NarrativeFacts) -> String {
    let reason = Prose.reason(place.row.reason)
    let measure = Prose.clause(place.row.measure)
    if reason.isEmpty, measure.isEmpty {
      if let figure = facts.rolled(place.row) { return source(figure, index, facts) }
      if place.row.achievement?.source == .computed { return computed(place, index, facts) }
      return Prose.vary(index, ["原因和措施填报时未作说明。", "填报时没有说明原因，也没有提出措施。", "偏差原因和改进措施有待补充。"])
    }
    let cause = Prose.vary(index, ["主要原因是", "原因是", "据填报说明，", "偏差原因在于"]) + reason
    let follow = Prose.vary(index / 3, ["改进措施是", "下一步，", "整改安排为"]) + measure
    if reason.isEmpty { return Prose.closed("偏差原因未填报，" + follow) }
    return Prose.closed(cause + "；" + (measure.isEmpty ? "改进措施未填报" : follow))
  }

  /// A rolled-up miss has its reasons in the projects.
  private static func source(_ figure: RolledFigure, _ index: Int, _ facts: NarrativeFacts) -> String {
    let sources = figure.contributions.map { part in
      (part, facts.projects.first { $0.name == part.project }?.row(part.indicator.ordinal))
    }
    let missed = sources.filter { $0.1?.isMet == false }
    let parts = (missed.isEmpty ? sources : missed).map {
      "\($0.0.project)\(Prose.quoted($0.0.indicator.name))"
    }
    let from = Prose.series(parts)
    return missed.isEmpty
      ? "该指标取自\(from)，该处已达到项目目标，差距来自单位目标高于项目目标。"
      : Prose.vary(index, ["偏差来自\(from)，原因和措施见该项目。", "该完成值由\(from)形成，有关原因在项目部分说明。", "差距出在\(from)，详见项目部分。"])
  }

  /// The execution rate of a sheet's own money, with nothing filed about it.
  private static func computed(_ place: PlacedIndicator, _ index: Int, _ facts: NarrativeFacts) -> String {
    let left = place.card.execution.spent.flatMap { place.card.execution.budget.minus($0) }
    let rest = left.map { "尚有\(Prose.money($0))未执行，" } ?? ""
    if facts.isWholeExecution(place) { return rest + "构成和原因见预算执行情况部分。" }
    return rest + Prose.vary(index, ["填报时未说明原因。", "原因有待填报单位补充。", "原因未填报。"])
  }

  /// Whether nobody says why.
  private static func isUnexplained(_ place: PlacedIndicator, _ facts: NarrativeFacts) -> Bool {
    Prose.reason(place.row.reason).isEmpty && facts.rolled(place.row) == nil && !facts.isWholeExecution(place)
  }
}
