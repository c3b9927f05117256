// 六、偏差及原因: every unmet indicator with target, actual, reason and measure.

extension Narrative {
  /// How many are told in sentences; the annex has all.
  static let toldDeviations = 10

  static func deviations(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    let unmet = facts.all.filter(facts.isBehind)
    guard !unmet.isEmpty else { return [.paragraph("适用的指标全部达到目标，没有需要说明的偏差。")] }
    var blocks: [NarrativeBlock] = [.paragraph(summary(unmet, facts))]
    let told = largest(unmet, facts)
    var distinct = DistinctSentences()
    if told.count < unmet.count { blocks.append(.paragraph("失分较多的\(told.count)个指标情况如下：")) }
    blocks.append(
      .list(
        told.enumerated().map { index, place in
          let subject = facts.cards.count > 1 ? facts.name(place.card) : ""
          return distinct.say(subject + deviation(place, index + 1, facts), of: facts.name(place.card))
        }))
    if let sentence = remainder(unmet, told, facts) { blocks.append(.paragraph(sentence)) }
    return blocks
  }

  /// Points lost; none where the indicator carries none.
  private static func loss(_ row: ScoredIndicator) -> Points {
    guard let weight = row.weight, let score = row.score, score < weight else { return .zero }
    return weight - score
  }

  /// The largest shortfalls over all sheets, by points lost. A figure that was rolled up from a missed one of a project
  /// is told there.
  private static func largest(_ unmet: [PlacedIndicator], _ facts: NarrativeFacts) -> [PlacedIndicator] {
    if unmet.count <= toldDeviations { return unmet }
    let own = unmet.filter { !facts.isRolled($0) && !facts.isWholeExecution($0) }
    let sorted = own.enumerated().sorted {
      (loss($1.element.row), $0.offset) < (loss($0.element.row), $1.offset)
    }
    return sorted.prefix(toldDeviations).map(\.element)
  }

  /// What is left to the annex: how many, and how little each weighs.
  private static func remainder(
    _ unmet: [PlacedIndicator], _ told: [PlacedIndicator], _ facts: NarrativeFacts
  ) -> String? {
    let rest = unmet.count - told.count
    guard rest > 0 else { return nil }
    let rolled = unmet.count { facts.isRolled($0) }
    let elsewhere = unmet.count { !facts.isRolled($0) && facts.isWholeExecution($0) }
    var parts: [String] = []
    if rolled > 0 { parts.append("部门整体有\(rolled)个由项目数据汇总形成，原因在相应项目") }
    if elsewhere > 0 { parts.append("部门整体的预算执行率见第四部分") }
    var text = "其余\(rest)个未完成指标" + (parts.isEmpty ? "" : "中，")
    let others = rest - rolled - elsewhere
    if others > 0, let last = told.last {
      let most = "各失分不超过\(Prose.points(loss(last.row)))"
      parts.append(parts.isEmpty ? most : "另外\(others)个\(most)")
    }
    text += parts.joined(separator: "；")
    return text + "。全部未完成指标的指标值、完成值、得分、偏差原因和改进措施见附表1。"
  }

  private static func summary(_ unmet: [PlacedIndicator], _ facts: NarrativeFacts) -> String {
    var text = "未达到目标的指标共\(unmet.count)个"
    let own = unmet.count { $0.card.sheet.isUnit }
    if own > 0, own < unmet.count { text += "，其中部门整体\(own)个、项目\(unmet.count - own)个" }
    text += "。"
    let silent = unmet.count { isUnexplained($0, facts) }
    return silent > 0 ? text + "有\(silent)个指标填报时没有写明原因，应当补充。" : text
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
    Prose.reason(place.row.reason).isEmpty && !facts.isRolled(place) && !facts.isWholeExecution(place)
  }
}
