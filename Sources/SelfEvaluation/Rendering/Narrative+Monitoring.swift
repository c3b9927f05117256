// The half-year report (绩效运行监控报告): lights instead of scores, and what is expected by the end of the year.

extension Narrative {
  /// 三、监控结论.
  static func lightConclusion(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    let lit = facts.all.compactMap(\.row.signal)
    guard !lit.isEmpty else { return [] }
    var opening = "截至\(facts.year)年6月底，\(facts.scope)的\(facts.all.count)个指标中，\(lightCounts(lit))"
    let due = lit.count { $0.notDue }
    if due > 0 { opening += "，绿灯中有\(due)个尚未到期" }
    let absent = facts.all.count - lit.count
    if absent > 0 { opening += "；另有\(absent)个不适用" }
    var blocks: [NarrativeBlock] = [.paragraph(opening + "。")]
    let sheets = Light.allCases.compactMap { light -> String? in
      let names = facts.cards.filter { $0.signal?.light == light }.map { facts.name($0) }
      return names.isEmpty ? nil : "\(Prose.enumeration(names))为\(light.word)"
    }
    if !sheets.isEmpty {
      blocks.append(.paragraph("各表以指标和资金中最差的一盏灯为总体亮灯：\(sheets.joined(separator: "；"))。"))
    }
    if let figure = facts.charts.lights { blocks.append(.figure(figure)) }
    blocks.append(.table(NarrativeTables.lights(facts)))
    return blocks
  }

  /// 五、绩效目标运行情况.
  static func lightProgress(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    var blocks: [NarrativeBlock] = []
    let results = Prose.stated(facts.unit.text("主要成效"))
    if !results.isEmpty { blocks.append(.paragraph("主要成效：" + results)) }
    if let sentence = againstLastYear(facts) { blocks.append(.paragraph(sentence)) }
    var distinct = DistinctSentences()
    blocks += facts.cards.enumerated().filter { !$1.rows.isEmpty }.map {
      .paragraph(progress($1, $0, facts, &distinct))
    }
    if facts.card != nil {
      let examples = rollUps(facts)
      if !examples.isEmpty { blocks += [.paragraph("部分单位指标由项目数据汇总取得："), .list(examples)] }
    }
    return blocks
  }

  private static func lightCounts(_ signals: [Signal]) -> String {
    let counts = Light.allCases.map { light in (light, signals.count { $0.light == light }) }.filter {
      $0.1 > 0
    }
    return Prose.enumeration(counts.map { "\($0.0.word)\($0.1)个" })
  }

  private static func progress(
    _ card: Scorecard, _ index: Int, _ facts: NarrativeFacts, _ distinct: inout DistinctSentences
  ) -> String {
    let signals = card.rows.compactMap(\.signal)
    let name = facts.name(card)
    guard !signals.isEmpty else { return "\(name)没有可以判定亮灯的指标。" }
    let absent = card.rows.count - signals.count
    let counts = lightCounts(signals) + (absent > 0 ? "，不适用\(absent)个" : "")
    var text = Prose.vary(
      index,
      [
        "\(name)共\(card.rows.count)个指标，\(counts)。", "\(name)的\(card.rows.count)个指标亮\(counts)。",
        "\(name)\(card.rows.count)个指标中，\(counts)。",
      ])
    let bad = card.rows.filter { ($0.signal?.light ?? .green) <= .yellow }.map(\.indicator.name)
    let ahead = card.rows.filter { $0.signal?.light == .blue }.map(\.indicator.name)
    if !bad.isEmpty {
      let lead = Prose.vary(index, ["需要盯紧的是", "进度不足的有", "与半年目标有差距的是"])
      text += distinct.say("\(lead)\(Prose.names(bad, atMost: 5))。", of: name)
    }
    if !ahead.isEmpty {
      let lead = Prose.vary(index, ["进度明显超前的是", "超过半年目标两成以上的有"])
      text += distinct.say("\(lead)\(Prose.names(ahead, atMost: 4))。", of: name)
    }
    return bad.isEmpty && ahead.isEmpty ? text + "\(name)进度与半年目标基本一致。" : text
  }

  /// 六、偏差及原因: red and yellow, with the outlook.
  static func lightDeviations(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    let behind = facts.all.filter(facts.isBehind)
    guard !behind.isEmpty else {
      let isLit = facts.all.contains { $0.row.signal != nil }
      return [.paragraph(isLit ? "上半年没有亮红灯、黄灯的指标，无需纠偏。" : "没有可以判定亮灯的指标，不作偏差分析。")]
    }
    let outlook = ["确定能", "有可能", "完全不可能"].map { word in
      (word, behind.count { Folding.key($0.row.filing?.likelihood ?? "") == word })
    }.filter { $0.1 > 0 }
    var opening = "亮红灯、黄灯的指标共\(behind.count)个"
    if !outlook.isEmpty {
      opening += "，对年底能否完成目标，填报为\(Prose.enumeration(outlook.map { "“\($0.0)”\($0.1)个" }))"
      let silent = behind.count - outlook.reduce(0) { $0 + $1.1 }
      if silent > 0 { opening += "，\(silent)个未作判断" }
    }
    var blocks: [NarrativeBlock] = [.paragraph(opening + "。")]
    var distinct = DistinctSentences()
    let told = behind.enumerated().sorted {
      ($0.element.row.signal?.light ?? .green, $0.offset) < (
        $1.element.row.signal?.light ?? .green, $1.offset
      )
    }.map(\.element)
    let first =
      behind.count > toldDeviations
      ? told.filter { !facts.isToldByProject($0) && !facts.isWholeExecution($0) }.prefix(toldDeviations)
      : told[...]
    if first.count < behind.count, !first.isEmpty { blocks.append(.paragraph("其中较突出的\(first.count)个情况如下：")) }
    blocks.append(
      .list(
        first.enumerated().map { index, place in
          let subject = facts.cards.count > 1 ? facts.name(place.card) : ""
          return distinct.say(subject + lagging(place, index + 1, facts), of: facts.name(place.card))
        }))
    if first.count < behind.count {
      blocks.append(.paragraph("全部亮红灯、黄灯指标的目标、完成情况、原因和措施见附表1。"))
    }
    return blocks
  }

  private static func lagging(_ place: PlacedIndicator, _ index: Int, _ facts: NarrativeFacts) -> String {
    let row = place.row
    guard let target = row.target?.target, let achievement = row.achievement, let signal = row.signal else {
      return ""
    }
    let name = Prose.quoted(row.indicator.name)
    let (goal, done) = (Prose.target(target), Prose.actual(achievement, target))
    var text = Prose.vary(
      index,
      [
        "\(name)：半年目标为\(goal)，完成\(done)，亮\(signal.light.word)",
        "\(name)亮\(signal.light.word)，上半年完成\(done)，半年目标为\(goal)",
        "\(name)的半年目标是\(goal)，6月底为\(done)，亮\(signal.light.word)",
      ])
    let expected = Prose.clause(row.filing?.expected ?? "")
    let likelihood = Prose.clause(row.filing?.likelihood ?? "")
    let annual = row.indicator.year.map { Prose.target($0.target) }
    if !expected.isEmpty {
      text += "；预计全年\(expected)" + (annual.map { "（全年目标为\($0)）" } ?? "")
    }
    if !likelihood.isEmpty { text += "，\(likelihood)完成全年目标" }
    if expected.isEmpty, likelihood.isEmpty, !facts.isRolled(place) { text += "；全年预计完成情况未填报" }
    return text + "；" + causes(place, index, facts)
  }
}
