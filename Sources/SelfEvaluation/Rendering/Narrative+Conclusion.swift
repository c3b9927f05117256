// 三、自评结论: score and grade, by level-1, by project, and where rule and report part.

extension Narrative {
  static func conclusion(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    var blocks: [NarrativeBlock] = []
    if let card = facts.report.headline, let total = card.total {
      blocks.append(.paragraph(verdict(card, total, facts)))
      blocks.append(.paragraph(levelSentence(card, facts)))
      if let figure = facts.charts.levelScores { blocks.append(.figure(figure)) }
      blocks.append(.table(NarrativeTables.levelScores(card, facts)))
    } else if let card = facts.report.headline {
      blocks.append(.paragraph("\(facts.name(card))没有可以计分的适用指标，不计算总分。"))
    } else {
      blocks.append(.paragraph("本次填报没有部门整体绩效目标表，不计算单位总分，以下为各项目的自评结果。"))
    }
    if facts.projects.count > 1 || facts.card != nil, !facts.projects.isEmpty {
      blocks += projectScores(facts)
    }
    blocks += differences(facts)
    let assumption = Prose.clause(facts.report.rubric.assumption)
    if !assumption.isEmpty, facts.cards.contains(where: \.weightsAllotted) {
      blocks.append(.paragraph("需要说明的是，\(Prose.closed(assumption))"))
    }
    return blocks
  }

  private static func verdict(_ card: Scorecard, _ total: Points, _ facts: NarrativeFacts) -> String {
    let subject = card.sheet.isUnit ? "部门整体" : "项目\(Prose.quoted(card.name))"
    var text = "经自评，\(facts.year)年度\(subject)绩效自评得分\(Prose.points(total))"
    if let grade = card.grade { text += "，等级为“\(grade.rawValue)”" }
    text += "。"
    if let rule = card.ruleTotal {
      text +=
        !card.rows.contains { $0.reported != nil }
        ? "填报时没有报自评得分，得分按评分办法计算。"
        : rule == total
          ? "总分与按评分办法计算的规则得分合计一致。"
          : "按评分办法计算的规则得分为\(Prose.points(rule))，自评得分比规则得分\(total > rule ? "高" : "低")\(difference(total, rule))。"
    }
    let absent = card.rows.count(where: \.isNotApplicable)
    let isRateAbsent = card.executionRow.map { $0.score == nil } ?? false
    let reasons =
      (absent > 0 ? ["\(absent)个指标不适用"] : []) + (isRateAbsent ? ["单列的预算执行率无法计算"] : [])
    if card.isConverted { text += "因\(reasons.joined(separator: "、"))，总分按适用指标的分值折算为百分制。" }
    if let row = card.executionRow, let score = row.score {
      text += "预算执行率单列一行，分值\(row.weight.text)分，得\(Prose.points(score))。"
    }
    return text
  }

  private static func difference(_ left: Points, _ right: Points) -> String {
    Prose.points(left > right ? left - right : right - left)
  }

  /// Full marks first, then what was lost, the largest loss named.
  private static func levelSentence(_ card: Scorecard, _ facts: NarrativeFacts) -> String {
    let levels = facts.levels(card).map { (name: $0.name, points: NarrativeFacts.points($0.rows)) }
      .filter { $0.points.weight > .zero }
    let full = levels.filter { $0.points.score >= $0.points.weight }
    let partial = levels.filter { $0.points.score < $0.points.weight }
    var losses = partial.map { (name: $0.name, lost: loss($0.points)) }
    if let row = card.executionRow, let score = row.score, score < row.weight {
      losses.append(("单列的预算执行率", row.weight - score))
    }
    if partial.isEmpty {
      let rate = losses.first.map { "失分的是\($0.name)，失\(Prose.points($0.lost))。" } ?? ""
      return "从一级指标看，\(Prose.enumeration(full.map(\.name)))\(full.count > 1 ? "均" : "")得满分。\(rate)"
    }
    var parts: [String] = []
    if !full.isEmpty { parts.append("\(Prose.enumeration(full.map(\.name)))得满分") }
    parts += partial.map { level in
      let share = Prose.share(level.points.score, of: level.points.weight)
      return "\(level.name)分值\(level.points.weight.text)分，得\(Prose.points(level.points.score))"
        + (share.map { "，得分率\($0)" } ?? "")
    }
    var text = "从一级指标看，\(parts.joined(separator: "；"))。"
    if losses.count > 1, let most = losses.map(\.lost).max() {
      let worst = losses.filter { $0.lost == most }.map(\.name)
      text += "失分最多的是\(Prose.series(worst))，\(worst.count > 1 ? "各" : "")失\(Prose.points(most))。"
    }
    return text
  }

  private static func loss(_ points: (weight: Points, score: Points)) -> Points {
    points.weight - points.score
  }

  private static func projectScores(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    let scored = facts.projects.compactMap { card in card.total.map { (card: card, total: $0) } }
    let table = NarrativeBlock.table(NarrativeTables.projectScores(facts))
    guard let best = scored.max(by: { $0.total < $1.total }),
      let worst = scored.min(by: { $0.total < $1.total })
    else {
      return [.paragraph("各项目没有可以计分的指标。")]
    }
    guard scored.count > 1 else {
      let grade = best.card.grade.map { "，等级为“\($0.rawValue)”" } ?? ""
      return [.paragraph("项目\(Prose.quoted(best.card.name))自评得分\(Prose.points(best.total))\(grade)。"), table]
    }
    let grades = Grade.allCases.map { grade in (grade, scored.count { $0.card.grade == grade }) }.filter {
      $0.1 > 0
    }
    let counts = grades.map { "“\($0.0.rawValue)”\($0.1)个" }
    var text =
      counts.count == 1
      ? "\(scored.count)个项目的自评等级均为“\(grades[0].0.rawValue)”。"
      : "\(scored.count)个项目的自评等级，\(Prose.enumeration(counts))。"
    func place(_ total: Points) -> String {
      let names = scored.filter { $0.total == total }.map(\.card.name)
      return "\(Prose.tied(names))，\(names.count > 1 ? "均为" : "")\(Prose.points(total))"
    }
    text +=
      best.total == worst.total
      ? "各项目得分均为\(Prose.points(best.total))。"
      : "得分最高的是\(place(best.total))；最低的是\(place(worst.total))。"
    return [.paragraph(text), table]
  }

  /// Where the unit scored itself otherwise than the rule does.
  private static func differences(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    let differing = facts.all.compactMap { place -> (PlacedIndicator, Points, Points)? in
      guard let reported = place.row.reported, let rule = place.row.ruleScore, reported != rule,
        !place.row.isNotApplicable
      else { return nil }
      return (place, reported, rule)
    }
    guard !differing.isEmpty else { return [] }
    let up = differing.count { $0.1 > $0.2 }
    let all = differing.count > 1 ? "都" : ""
    let direction =
      up == differing.count
      ? all + "高于规则得分" : up == 0 ? all + "低于规则得分" : "\(up)个高于、\(differing.count - up)个低于规则得分"
    let items = differing.enumerated().map { index, item in
      let (place, reported, rule) = item
      let subject = "\(facts.name(place.card))\(Prose.quoted(place.row.indicator.name))"
      return Prose.vary(
        index,
        [
          "\(subject)自评\(reported.text)分，规则得分\(rule.text)分，相差\(difference(reported, rule))。",
          "\(subject)按规则应得\(rule.text)分，自评\(reported.text)分。",
          "\(subject)规则得分\(rule.text)分，自评\(reported > rule ? "高" : "低")\(difference(reported, rule))。",
        ])
    }
    return [
      .paragraph("自评得分与规则得分不一致的指标共\(differing.count)个，\(direction)，复核时宜重点关注："), .list(items),
    ]
  }
}
