// 四、预算执行情况: the whole, the projects, and where the money is that was not spent.

extension Narrative {
  static func execution(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    guard facts.cards.contains(where: { !$0.sheet.expenses.isEmpty }) else { return [] }
    var blocks: [NarrativeBlock] = [.paragraph(whole(facts))]
    if let basic = basicExpense(facts) { blocks.append(.paragraph(basic)) }
    let spread = spread(facts)
    if !spread.isEmpty { blocks.append(.paragraph(spread)) }
    if let figure = facts.charts.execution { blocks.append(.figure(figure)) }
    blocks.append(.table(NarrativeTables.execution(facts)))
    let remarks = facts.isHalf ? moneyLights(facts) : slowest(facts)
    blocks += remarks.map { .paragraph($0) }
    let missing = uncomputable(facts)
    if !missing.isEmpty { blocks.append(.paragraph(missing)) }
    return blocks
  }

  private static func whole(_ facts: NarrativeFacts) -> String {
    let when = facts.isHalf ? "上半年" : "全年"
    guard let execution = facts.money.execution else {
      guard let money = SummaryMoney(facts), let spent = money.spent else { return "各项目尚未填报完整的\(when)执行数。" }
      let rate = money.rate.map { "，执行率\(Prose.percent($0))" } ?? ""
      return "\(money.owner)全年预算数\(Prose.money(money.budget))，\(when)执行\(Prose.money(spent))\(rate)。"
    }
    // Beside a unit sheet without money of its own, the only project's figures are not the unit's.
    let owner = facts.money.isUnit || facts.card == nil ? "" : "项目\(Prose.quoted(facts.projects[0].name))"
    var text = "\(owner)\(facts.year)年全年预算数\(Prose.money(execution.budget))"
    if facts.isHalf, let plan = execution.halfPlan { text += "，上半年计划执行\(Prose.money(plan))" }
    guard let spent = execution.spent else { return text + "，\(when)执行数没有填全，执行率暂不能计算。" }
    text += "，\(when)实际执行\(Prose.money(spent))"
    guard let rate = execution.rate else { return text + "，预算为零，执行率不作计算。" }
    text += facts.isHalf ? "，占全年预算的\(Prose.percent(rate))" : "，预算执行率\(Prose.percent(rate))"
    if facts.isHalf, let plan = execution.halfPlan, let share = Prose.share(spent, of: plan) {
      return text + "，完成半年计划的\(share)。"
    }
    guard let left = execution.budget.minus(spent), !left.isZero else { return text + "。" }
    return text + (left.isPositive ? "，未执行" : "，超出预算") + Prose.money(left.magnitude) + "。"
  }

  private static func basicExpense(_ facts: NarrativeFacts) -> String? {
    guard facts.money.isUnit, let card = facts.card else { return nil }
    let column: (MoneyLine) -> Quantity? = { facts.isHalf ? $0.halfExecuted : $0.executed }
    let basic = card.sheet.expenses.filter { Folding.key($0.name) == "基本支出" }
    let others = card.sheet.expenses.filter { Folding.key($0.name) != "基本支出" }
    let parts = [("基本支出", basic), ("项目支出", others)].compactMap { name, lines -> String? in
      let spent = lines.compactMap(column)
      guard !lines.isEmpty, spent.count == lines.count, let budget = Quantity.sum(lines.map(\.budget)),
        let total = Quantity.sum(spent), let share = Prose.share(total, of: budget)
      else { return nil }
      return "\(name)预算\(Prose.money(budget))，执行\(Prose.money(total))，执行率\(share)"
    }
    return parts.count == 2 ? "其中，\(parts.joined(separator: "；"))。" : nil
  }

  /// Highest and lowest rate among the projects.
  private static func spread(_ facts: NarrativeFacts) -> String {
    let rated = facts.projects.compactMap { card in card.execution.rate.map { (card: card, rate: $0) } }
    guard rated.count > 1, let high = rated.max(by: { $0.rate < $1.rate }),
      let low = rated.min(by: { $0.rate < $1.rate })
    else { return "" }
    guard high.rate != low.rate else { return "\(rated.count)个项目的执行率均为\(Prose.percent(high.rate))。" }
    func place(_ rate: Quantity) -> String {
      let names = rated.filter { $0.rate == rate }.map(\.card.name)
      return "\(Prose.tied(names))，\(names.count > 1 ? "均" : "")为\(Prose.percent(rate))"
    }
    var text = "分项目看，执行率最高的是\(place(high.rate))；最低的是\(place(low.rate))。"
    if !facts.isHalf {
      let ninety = Quantity(90)
      let reached = rated.count { $0.rate >= ninety }
      text +=
        reached == rated.count
        ? "各项目执行率都在90%以上。" : reached == 0 ? "各项目执行率都不到90%。" : "执行率在90%以上的项目有\(reached)个。"
    }
    return text
  }

  /// The largest sums left unspent and spent beyond the budget, with the reasons given for the execution rates.
  private static func slowest(_ facts: NarrativeFacts) -> [String] {
    let rests = facts.projects.compactMap { card in card.execution.left.map { (card: card, rest: $0) } }
    let left = rests.filter { $0.rest.isPositive }.sorted { $0.rest > $1.rest }
    let over = rests.filter { !$0.rest.isPositive && !$0.rest.isZero }.sorted { $0.rest < $1.rest }
    var texts: [String] = []
    if let total = Quantity.sum(left.map(\.rest)), total.isPositive, facts.projects.count > 1 {
      let named = left.prefix(3).map { "\(Prose.quoted($0.card.name))\(Prose.money($0.rest))" }
      let whose = over.isEmpty ? "各项目未执行资金" : "未执行完的\(left.count)个项目，未执行资金"
      if left.count > 1, let share = Prose.share(left[0].rest, of: total) {
        texts.append(
          "\(whose)合计\(Prose.money(total))，最多的是\(named[0])，占\(share)；其次是\(Prose.series(Array(named.dropFirst())))。"
        )
      } else {
        texts.append("未执行的资金\(Prose.money(total))，全部在\(Prose.quoted(left[0].card.name))。")
      }
    }
    // Of a project that reports alone the first paragraph has said it.
    if !over.isEmpty, facts.projects.count > 1 || facts.money.isUnit {
      let named = over.map { "\(Prose.quoted($0.card.name))\(Prose.money($0.rest.magnitude))" }
      texts.append("超出预算的是\(Prose.series(named, atMost: 3, of: "个项目"))。")
    }
    let told = facts.projects.count > 1 ? (left.prefix(3) + over.prefix(3)).map(\.card) : facts.projects
    return texts + told.compactMap { rateReason($0) }
  }

  /// `尚有20.00万元未执行` or `超出预算20.00万元`; nil where neither can be said.
  static func remainder(_ card: Scorecard) -> String? {
    guard let rest = card.execution.left, !rest.isZero else { return nil }
    return rest.isPositive ? "尚有\(Prose.money(rest))未执行" : "超出预算\(Prose.money(rest.magnitude))"
  }

  /// Why a project spent less or more, in the words filed for its 预算执行率; nil where all was spent as planned.
  private static func rateReason(_ card: Scorecard) -> String? {
    let rest = card.execution.left
    guard rest?.isZero != true,
      let row = card.rows.first(where: { Folding.key($0.indicator.name) == WeightAllotter.executionRate })
    else { return nil }
    let reason = Prose.reason(row.reason)
    let measure = Prose.clause(row.measure)
    guard !reason.isEmpty else { return nil }
    let what =
      switch (rest?.isPositive, card.period) {
      case (nil, _): "预算执行率的偏差"
      case (true?, .half): "支出进度偏慢"
      case (true?, .year): "资金未全部执行"
      case (false?, _): "支出超出预算"
      }
    let text = "\(Prose.quoted(card.name))\(what)，原因是\(reason)"
    return Prose.closed(text + (measure.isEmpty ? "" : "；对此提出的措施是\(measure)"))
  }

  /// Half-year: the money light of each project, and who is behind plan.
  private static func moneyLights(_ facts: NarrativeFacts) -> [String] {
    let lit = facts.cards.compactMap { card in card.execution.signal.map { (card: card, light: $0.light) } }
    guard !lit.isEmpty else {
      let isFiled = facts.cards.contains { $0.execution.halfPlan != nil && $0.execution.halfExecuted != nil }
      return [isFiled ? "半年计划执行数为零，资金执行不亮灯。" : "半年计划执行数或执行数没有填全，资金执行暂不亮灯。"]
    }
    let counts = Light.allCases.map { light in (light, lit.count { $0.light == light }) }.filter { $0.1 > 0 }
    var texts = [
      "对照半年计划，\(lit.count)张表的资金亮灯为\(Prose.enumeration(counts.map { "\($0.0.word)\($0.1)个" }))。"
    ]
    for item in lit where item.light <= .yellow {
      guard let spent = item.card.execution.halfExecuted, let plan = item.card.execution.halfPlan,
        let share = Prose.share(spent, of: plan)
      else { continue }
      texts.append("\(facts.name(item.card))上半年执行\(Prose.money(spent))，为半年计划的\(share)，亮\(item.light.word)。")
      if let reason = rateReason(item.card) { texts.append(reason) }
    }
    return texts
  }

  private static func uncomputable(_ facts: NarrativeFacts) -> String {
    let unfiled = facts.cards.filter(\.sheet.expenses.isEmpty).map { facts.name($0) }
    let empty = facts.cards.filter { !$0.sheet.expenses.isEmpty && $0.execution.budget.isZero }.map {
      facts.name($0)
    }
    let partial = facts.cards.filter { !$0.execution.budget.isZero && $0.execution.spent == nil }.map {
      facts.name($0)
    }
    var text = ""
    if !unfiled.isEmpty { text += "\(Prose.enumeration(unfiled))没有预算数据，执行率不作计算。" }
    if !empty.isEmpty { text += "\(Prose.enumeration(empty))的全年预算数为零，执行率不作计算。" }
    if !partial.isEmpty { text += "\(Prose.enumeration(partial))的执行数没有填全，未计算执行率。" }
    return text
  }
}
