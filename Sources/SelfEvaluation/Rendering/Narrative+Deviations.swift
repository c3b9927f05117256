// 六、偏差及原因: every unmet indicator with target, actual, reason and measure.

extension Narrative {
  /// How many are told in sentences; the annex has all.
  static let toldDeviations = 10

  static func deviations(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    let unmet = facts.all.filter(facts.isBehind)
    let rates = facts.cards.compactMap { executionLoss($0, facts) }.map(NarrativeBlock.paragraph)
    guard !unmet.isEmpty else { return [.paragraph(allMet(facts))] + rates }
    var blocks: [NarrativeBlock] = [.paragraph(summary(unmet, facts))] + rates
    let told = largest(unmet, facts)
    var distinct = DistinctSentences()
    if told.count < unmet.count, !told.isEmpty { blocks.append(.paragraph("失分较多的\(told.count)个指标情况如下：")) }
    blocks.append(
      .list(
        told.enumerated().map { index, place in
          let subject = facts.cards.count > 1 ? facts.name(place.card) : ""
          return distinct.say(subject + deviation(place, index + 1, facts), of: facts.name(place.card))
        }))
    if let sentence = remainder(unmet, told, facts) { blocks.append(.paragraph(sentence)) }
    return blocks
  }

  private static func allMet(_ facts: NarrativeFacts) -> String {
    guard facts.all.contains(where: { $0.outcome != .inapplicable }) else { return "没有可以评价的指标，不作偏差分析。" }
    let claimed = facts.all.count { $0.outcome != .inapplicable && loss($0.row) > .zero }
    let text = "适用的指标全部达到目标，没有需要说明的偏差"
    return claimed == 0 ? text + "。" : text + "；其中\(claimed)个的自评得分低于分值，见第三部分。"
  }

  /// What the execution rate costs where the rubric scores it in a row of its own.
  private static func executionLoss(_ card: Scorecard, _ facts: NarrativeFacts) -> String? {
    guard let row = card.executionRow, let score = row.score, score < row.weight else { return nil }
    let rest = remainder(card).map { "\($0)，" } ?? ""
    return "\(facts.name(card))单列的预算执行率失\(Prose.points(row.weight - score))，\(rest)情况见第四部分。"
  }

  /// Points lost; none where the indicator carries none.
  private static func loss(_ row: ScoredIndicator) -> Points {
    guard let weight = row.weight, let score = row.score, score < weight else { return .zero }
    return weight - score
  }

  /// The largest shortfalls over all sheets, by points lost. A figure rolled up from one that a project missed is told
  /// there.
  private static func largest(_ unmet: [PlacedIndicator], _ facts: NarrativeFacts) -> [PlacedIndicator] {
    if unmet.count <= toldDeviations { return unmet }
    let own = unmet.filter { !facts.isToldByProject($0) && !facts.isWholeExecution($0) }
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
    let rolled = unmet.count { facts.isToldByProject($0) }
    let elsewhere = unmet.count { facts.isWholeExecution($0) }
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
    let silent = facts.report.findings.count { $0.code == .unmetWithoutReason && $0.acknowledgement == nil }
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
    let sources = facts.sources(of: figure)
    let missed = sources.filter { $0.row.isMet == false }
    let parts = (missed.isEmpty ? sources : missed).map {
      $0.card.name + Prose.quoted($0.row.indicator.name)
    }
    let from = Prose.series(parts, atMost: 5, of: "个项目指标")
    guard !missed.isEmpty else { return "该完成值取自\(from)，\(stricter(sources))。" }
    let isExplained = missed.contains {
      !Prose.reason($0.row.reason).isEmpty || !Prose.clause($0.row.measure).isEmpty
    }
    return isExplained
      ? Prose.vary(
        index,
        ["偏差来自\(from)，原因和措施见项目的说明。", "该完成值由\(from)形成，有关原因在项目部分说明。", "差距出在\(from)，详见项目部分。"])
      : "偏差来自\(from)，项目没有填报原因和措施。"
  }

  /// Why a unit misses what its projects reach.
  static func stricter(_ sources: [PlacedIndicator]) -> String {
    guard sources.allSatisfy({ $0.row.isMet == true }) else { return "未达到单位目标" }
    return sources.count == 1 ? "项目目标已经达到，单位目标更严" : "各项目目标均已达到，汇总后未达到单位目标"
  }

  /// The execution rate of a sheet's own money, with nothing filed about it.
  private static func computed(_ place: PlacedIndicator, _ index: Int, _ facts: NarrativeFacts) -> String {
    let rest = remainder(place.card).map { "\($0)，" } ?? ""
    if facts.isWholeExecution(place) { return rest + "构成和原因见预算执行情况部分。" }
    return rest + Prose.vary(index, ["填报时未说明原因。", "填报材料没有写明原因。", "原因未填报。"])
  }
}
