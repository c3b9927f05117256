// 五、绩效目标完成情况: counts by level-1, the unit's figures with their sources, each project, and what went far over.

extension Narrative {
  static func completion(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    guard !facts.all.isEmpty else { return [] }
    let tally = Tally(facts.all)
    var opening = "\(facts.year)年度共评价三级指标\(tally.total)个，\(tally.text)"
    let judged = tally.total - tally[.inapplicable]
    if judged > 0, tally[.met] < tally.total,
      let share = Prose.share(Quantity(tally[.met] + tally[.far]), of: Quantity(judged))
    {
      opening += "，适用指标中达到目标的占\(share)"
    }
    opening += "。"
    if tally[.far] > 0 { opening += "完成率高于130%的列为超额。" }
    var blocks: [NarrativeBlock] = [.heading("（一）总体情况"), .paragraph(opening)]
    if let sentence = againstLastYear(facts) { blocks.append(.paragraph(sentence)) }
    let results = Prose.stated(facts.unit.text("主要成效"))
    if !results.isEmpty { blocks.append(.paragraph("主要成效：" + results)) }
    blocks.append(.table(NarrativeTables.completion(facts)))
    if let figure = facts.charts.completionStrip { blocks.append(.figure(figure)) }
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
      heading(facts.projects.count == 1 ? "项目" : "各项目")
      var distinct = DistinctSentences()
      blocks += zip(facts.projects, facts.ofProjects).enumerated().map {
        .paragraph(project($1.0, $1.1, $0, &distinct))
      }
    }
    let far = facts.all.filter { $0.outcome == .far }
    if !far.isEmpty {
      heading("超额完成的指标")
      // The highest rates in full, the others by name.
      let sorted = far.enumerated().sorted {
        ($1.element.row.completion ?? .hundred, $0.offset) < (
          $0.element.row.completion ?? .hundred, $1.offset
        )
      }.map(\.element)
      blocks.append(.list(sorted.prefix(3).enumerated().map { excess($1, $0, facts) }))
      if sorted.count > 3 {
        let others = sorted.dropFirst(3).map { place in
          let rate = place.row.completion.map { "（\(Prose.percent($0))）" } ?? ""
          return "\(facts.name(place.card))\(Prose.quoted(place.row.indicator.name))\(rate)"
        }
        blocks.append(.paragraph("其他超额完成的还有\(Prose.series(others))，填报了说明的见各表。"))
      }
    }
    let absent = facts.all.filter { $0.outcome == .inapplicable }
    if !absent.isEmpty {
      heading("不适用的指标")
      blocks.append(.list(absent.map { inapplicable($0, facts) }))
    }
    return blocks
  }

  static func levelCounts(_ card: Scorecard, _ facts: NarrativeFacts) -> String {
    let levels = facts.levels(card).map { (name: $0.name, tally: Tally($0.rows)) }
    let full = levels.filter { $0.tally[.met] == $0.tally.total }.map { "\($0.name)\($0.tally.total)个" }
    let rest = levels.filter { $0.tally[.met] < $0.tally.total }
    let opening = "部门整体设指标\(card.rows.count)个"
    if rest.isEmpty { return "\(opening)，\(Prose.enumeration(full))，全部完成。" }
    let parts = rest.map { "\($0.name)\($0.tally.total)个，\($0.tally.text)" }
    let isOne = levels.filter { $0.tally[.met] == $0.tally.total }.map(\.tally.total) == [1]
    let met = full.isEmpty ? [] : ["\(Prose.enumeration(full))\(isOne ? "已" : "全部")完成"]
    return "\(opening)。其中，\((met + parts).joined(separator: "；"))。"
  }

  private static func project(
    _ card: Scorecard, _ places: [PlacedIndicator], _ index: Int, _ distinct: inout DistinctSentences
  ) -> String {
    let tally = Tally(places)
    var text = Prose.vary(
      index,
      [
        "\(card.name)设指标\(tally.total)个，\(tally.text)。", "\(card.name)所设\(tally.total)个指标\(tally.text)。",
        "\(card.name)的\(tally.total)个指标\(tally[.met] == tally.total ? "" : "中，")\(tally.text)。",
        "\(card.name)共有指标\(tally.total)个，\(tally.text)。",
      ])
    let highlights = highlights(places)
    if !highlights.isEmpty {
      let lead = Prose.vary(index, ["产出方面，", "从数量看，", "主要产出中，", "已实现的产出中，"])
      text += distinct.say("\(lead)\(highlights)。", of: card.name)
    }
    let missed = places.filter { $0.outcome == .unmet }.map(\.row.indicator.name)
    if missed.isEmpty {
      guard tally[.inapplicable] < tally.total else { return text }
      return text + Prose.vary(index, ["\(card.name)没有未完成的指标。", "\(card.name)适用的指标均达到目标。"])
    }
    let lead = Prose.vary(index, ["未完成的是", "没有达到目标的有", "尚有差距的指标是", "与目标存在差距的为"])
    return text + distinct.say("\(lead)\(Prose.names(missed, atMost: 3))。", of: card.name)
  }

  /// A met count, the one nearest the heart of the project: 产出 in sheet order.
  private static func highlights(_ places: [PlacedIndicator]) -> String {
    places.lazy.compactMap { place -> String? in
      let row = place.row
      guard place.outcome == .met || place.outcome == .far, row.indicator.levelOne.hasBytes("产出"),
        let target = row.target?.target,
        case .number(let comparator, let goal, let measure) = target, comparator.isUpward, measure.counts,
        goal.isPositive,
        let achievement = row.achievement
      else { return nil }
      let done = "\(Prose.quoted(row.indicator.name))完成\(Prose.actual(achievement, target))"
      return row.completion.map { $0 == .hundred ? "\(done)，与目标持平" : "\(done)，为目标的\(Prose.percent($0))" }
        ?? done
    }.first ?? ""
  }

  private static func excess(_ place: PlacedIndicator, _ index: Int, _ facts: NarrativeFacts) -> String {
    let row = place.row
    let subject = "\(facts.name(place.card))\(Prose.quoted(row.indicator.name))"
    guard let target = row.target?.target, let achievement = row.achievement, let rate = row.completion else {
      return ""
    }
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
    if !reason.isEmpty {
      text += Prose.vary(index, ["，主要原因是\(reason)", "，缘于\(reason)"])
    } else if let figure = facts.rolled(row) {
      text += "，数据来自\(Prose.series(figure.projects, atMost: 3, of: "个项目"))"
    } else {
      text += "，填报时没有说明原因，编制下年度目标时宜核实目标值是否偏低"
    }
    if !measure.isEmpty { text += "；\(measure)" }
    return Prose.closed(text)
  }

  private static func inapplicable(_ place: PlacedIndicator, _ facts: NarrativeFacts) -> String {
    let reason = Prose.clause(place.row.reason)
    let subject = "\(facts.name(place.card))\(Prose.quoted(place.row.indicator.name))"
    let silent = place.row.achievement?.source == .computed ? "预算为零或没有预算数据，无法计算" : "没有可供评价的完成值"
    return Prose.closed(subject + "：" + (reason.isEmpty ? silent : reason))
  }
}
