// 五、绩效目标完成情况: counts by level-1, the unit's figures with their sources, each project, and what went far over.

extension Narrative {
  static func completion(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    guard !facts.all.isEmpty else { return [] }
    let tally = Tally(facts.all.map(\.row))
    var opening = "\(facts.year)年度共评价三级指标\(tally.total)个，\(tally.text)"
    let judged = tally.total - tally[.inapplicable]
    if judged > 0, let share = Prose.share(Points(tally[.met] + tally[.far]), of: Points(judged)) {
      opening += "，适用指标的完成面为\(share)"
    }
    opening += "。"
    if tally[.far] > 0 { opening += "完成率高于130%的列为超额。" }
    var blocks: [NarrativeBlock] = [.heading("（一）总体情况"), .paragraph(opening)]
    let results = Prose.stated(facts.unit.text("主要成效"))
    if !results.isEmpty { blocks.append(.paragraph("主要成效：" + results)) }
    if let figure = ChartWriter.completionStrip(facts.report) { blocks.append(.figure(figure)) }
    blocks.append(.table(NarrativeTables.completion(facts)))
    var number = 2
    func heading(_ text: String) {
      blocks.append(.heading("（\(Prose.numeral(number))）\(text)"))
      number += 1
    }
    if let card = facts.card {
      heading("部门整体")
      blocks.append(.paragraph(levelCounts(card, facts)))
      let examples = rollUps(facts)
      if !examples.isEmpty { blocks += [.paragraph("部分单位指标由项目数据汇总取得："), .list(examples)] }
    }
    if !facts.projects.isEmpty {
      heading("各项目")
      blocks += facts.projects.enumerated().map { .paragraph(project($1, $0)) }
    }
    let far = facts.all.filter { $0.row.outcome == .far }
    if !far.isEmpty {
      heading("超额完成的指标")
      blocks.append(.list(far.enumerated().map { excess($1, $0, facts) }))
    }
    let absent = facts.all.filter { $0.row.outcome == .inapplicable }
    if !absent.isEmpty {
      heading("不适用的指标")
      blocks.append(.list(absent.map { inapplicable($0, facts) }))
    }
    return blocks
  }

  static func levelCounts(_ card: Scorecard, _ facts: NarrativeFacts) -> String {
    let parts = facts.levels(card).map { level -> String in
      let tally = Tally(level.rows)
      return tally[.met] == tally.total ? "\(level.name)\(tally.total)个全部完成" : "\(level.name)\(tally.total)个，\(tally.text)"
    }
    return "部门整体设指标\(card.rows.count)个。其中，\(parts.joined(separator: "；"))。"
  }

  /// Up to five unit figures with more than one source, else quoted ones.
  static func rollUps(_ facts: NarrativeFacts) -> [String] {
    let usable = facts.report.unit.figures.filter { figure in
      guard case .number? = figure.achievement?.actual else { return false }
      return !figure.contributions.isEmpty && figure.entry.indicator.target(in: facts.report.period) != nil
    }
    let several = usable.filter { $0.contributions.count > 1 && !$0.contributions.allSatisfy { $0.value == "0" } }
    return (several.isEmpty ? usable : several).prefix(5).enumerated().compactMap { rollUp($1, $0, facts) }
  }

  private static func rollUp(_ figure: RolledFigure, _ index: Int, _ facts: NarrativeFacts) -> String? {
    let indicator = figure.entry.indicator
    guard let achievement = figure.achievement, let target = indicator.target(in: facts.report.period)?.target else { return nil }
    let measure = target.measure?.text ?? ""
    let sources = figure.contributions.map { part in
      let number = part.value.first?.isNumber == true ? part.value + measure : part.value
      return "\(part.project)的\(Prose.quoted(part.indicator.name))\(number)"
    }
    let result = Prose.actual(achievement, target)
    let from = Prose.series(sources)
    let verb: String
    switch figure.entry.method {
    case .sum: verb = "相加"
    case .quote, .own: verb = "取用"
    case .worst, .minimum, .maximum: verb = "取其中\(figure.entry.method.rawValue)的一个"
    case .mean: verb = "平均"
    case .weightedMean: verb = "加权平均"
    case .ratio: verb = "按比率计算"
    }
    return Prose.vary(
      index,
      [
        "\(Prose.quoted(indicator.name))由\(from)\(verb)，结果为\(result)，单位目标为\(Prose.target(target))。",
        "\(Prose.quoted(indicator.name))的来源是\(from)，\(verb)得\(result)。",
        "\(from)，\(verb)后作为\(Prose.quoted(indicator.name))的完成值，即\(result)。",
      ])
  }

  private static func project(_ card: Scorecard, _ index: Int) -> String {
    let tally = Tally(card.rows)
    let grade = card.grade.map { "，等级为“\($0.rawValue)”" } ?? ""
    let score = card.total.map { "自评得分\(Prose.points($0))\(grade)" } ?? "没有可计分的指标"
    var text = Prose.vary(
      index,
      [
        "\(card.name)设指标\(tally.total)个，\(tally.text)，\(score)。",
        "\(card.name)\(score)，\(tally.total)个指标中\(tally.text)。",
        "\(card.name)的\(tally.total)个指标，\(tally.text)；\(score)。",
      ])
    let highlights = highlights(card)
    if !highlights.isEmpty { text += Prose.vary(index, ["产出方面，", "从数量看，", "主要产出中，"]) + highlights + "。" }
    let missed = card.rows.filter { $0.outcome == .unmet }.map(\.indicator.name)
    if missed.isEmpty { return text + Prose.vary(index, ["\(card.name)没有未完成的指标。", "\(card.name)各项指标均达到目标。"]) }
    let list = Prose.names(missed, atMost: 5)
    return text + Prose.vary(index, ["未完成的是\(list)。", "没有达到目标的有\(list)。", "尚有差距的指标是\(list)。"])
  }

  /// Up to three met counts, the ones nearest the heart of the project: 产出 in sheet order.
  private static func highlights(_ card: Scorecard) -> String {
    card.rows.compactMap { row -> String? in
      guard row.isMet == true, row.indicator.levelOne.contains("产出"), let target = row.target?.target,
        case .number(let comparator, let goal, let measure) = target, comparator.isUpward, measure.counts, goal.isPositive,
        let achievement = row.achievement
      else { return nil }
      let done = "\(Prose.quoted(row.indicator.name))完成\(Prose.actual(achievement, target))"
      return row.completion.map { $0 == .hundred ? "\(done)，与目标持平" : "\(done)，为目标的\(Prose.percent($0))" } ?? done
    }.prefix(3).joined(separator: "；")
  }

  private static func excess(_ place: PlacedIndicator, _ index: Int, _ facts: NarrativeFacts) -> String {
    let row = place.row
    let subject = "\(facts.name(place.card))\(Prose.quoted(row.indicator.name))"
    guard let target = row.target?.target, let achievement = row.achievement, let rate = row.completion else { return "" }
    let (goal, done, percent) = (Prose.target(target), Prose.actual(achievement, target), Prose.percent(rate))
    var text = Prose.vary(
      index,
      [
        "\(subject)目标为\(goal)，实际\(done)，完成率\(percent)",
        "\(subject)实际完成\(done)，相当于目标（\(goal)）的\(percent)",
        "\(subject)原定\(goal)，年末达到\(done)，完成率为\(percent)",
      ])
    let reason = Prose.reason(row.reason)
    let measure = Prose.clause(row.measure)
    if !reason.isEmpty { text += Prose.vary(index, ["，主要原因是\(reason)", "，原因：\(reason)"]) }
    if !measure.isEmpty { text += "；\(measure)" }
    if reason.isEmpty {
      let source = facts.rolled(row)?.contributions.first
      text += source.map { "，数据来自\($0.project)" } ?? "，填报时没有说明原因，编制下年度目标时宜核实目标值是否偏低"
    }
    return Prose.closed(text)
  }

  private static func inapplicable(_ place: PlacedIndicator, _ facts: NarrativeFacts) -> String {
    let reason = Prose.clause(place.row.reason)
    let subject = "\(facts.name(place.card))\(Prose.quoted(place.row.indicator.name))"
    return Prose.closed(subject + "：" + (reason.isEmpty ? "没有可供评价的完成值" : reason))
  }
}
