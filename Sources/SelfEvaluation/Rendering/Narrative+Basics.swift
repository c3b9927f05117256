// 一、基本情况 and 二、工作开展情况: who reports, on what, with which money, and how the figures came together.

extension Narrative {
  static func basics(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    let unit = facts.unit
    var blocks: [NarrativeBlock] = [.heading("（一）单位概况"), .paragraph(introduction(facts))]
    let duties = Prose.stated(unit.text("单位主要职能"))
    let staff = Prose.stated(unit.text("机构设置及人员配置"))
    if !duties.isEmpty { blocks.append(.paragraph("主要职能：" + duties)) }
    if !staff.isEmpty { blocks.append(.paragraph("机构与人员：" + staff)) }
    if duties.isEmpty, staff.isEmpty { blocks.append(.paragraph("主要职能和机构人员情况，填报材料中未作说明。")) }

    blocks.append(.heading("（二）绩效目标"))
    let distant = Prose.stated(unit.text("中长期目标"))
    if !distant.isEmpty { blocks.append(.paragraph("中长期目标：" + distant)) }
    var goals: [String] = []
    for goal in unit.texts("年度目标").map(Prose.stated) where !goal.isEmpty && !goals.contains(goal) {
      goals.append(goal)
    }
    if goals.count > 1 {
      blocks += [.paragraph("\(facts.year)年度目标共\(goals.count)项："), .list(goals)]
    } else {
      blocks.append(.paragraph(goals.first.map { "年度目标：" + $0 } ?? "年度总体目标未以文字列出，以下按绩效指标分述。"))
    }
    blocks.append(.paragraph(indicatorCounts(facts)))

    blocks.append(.heading("（三）资金安排"))
    blocks += funds(facts).map { .paragraph($0) }
    let contents = facts.projects.compactMap { content($0, facts) }
    if !contents.isEmpty {
      // Of many projects the sheets tell; a report that tells all of them is not read.
      blocks += [
        .heading("（四）项目主要内容"),
        contents.count <= toldProjects
          ? .list(contents)
          : .paragraph(
            "本年度实施\(Prose.series(facts.projects.map(\.name)))等\(facts.projects.count)个项目，实施内容和绩效目标见各项目表。"),
      ]
    }
    return blocks
  }

  private static func introduction(_ facts: NarrativeFacts) -> String {
    let unit = facts.unit
    let code = Prose.clause(unit.text("单位编码"))
    let authority = Prose.clause(unit.text("主管部门"))
    var parts = [Prose.clause(unit.name)]
    if !authority.isEmpty { parts[0] += "由\(authority)主管" }
    if !code.isEmpty { parts.append("单位编码\(code)") }
    let opening =
      parts.count == 1 && authority.isEmpty ? "\(parts[0])编制本报告，" : parts.joined(separator: "，") + "。本报告"
    return opening + "反映\(facts.scope)\(facts.span)的绩效情况。"
  }

  private static func indicatorCounts(_ facts: NarrativeFacts) -> String {
    guard !facts.all.isEmpty else { return "目标表中没有设置绩效指标。" }
    var text = "绩效目标表共设三级指标\(facts.all.count)个"
    if let card = facts.card, !facts.projects.isEmpty {
      let levels = facts.levels(card).map { "\($0.name)\($0.rows.count)个" }
      text +=
        "，其中部门整体\(card.rows.count)个（\(Prose.enumeration(levels))），项目\(facts.all.count - card.rows.count)个"
    } else if let card = facts.card ?? (facts.projects.count == 1 ? facts.projects[0] : nil) {
      text += "，包括\(Prose.enumeration(facts.levels(card).map { "\($0.name)\($0.rows.count)个" }))"
    }
    return text + "。"
  }

  /// Up to so many projects are told one by one.
  private static let toldProjects = 4

  private static func content(_ card: Scorecard, _ facts: NarrativeFacts) -> String? {
    guard let project = facts.report.submission.projects.first(where: { $0.name == card.name }) else {
      return nil
    }
    let text = Prose.clause(project.fact("项目实施内容"))
    return text.isEmpty ? nil : Prose.closed("\(card.name)：\(text)")
  }

  private static func funds(_ facts: NarrativeFacts) -> [String] {
    guard let card = facts.money.isUnit ? facts.card : facts.projects.count == 1 ? facts.projects[0] : nil
    else {
      let budgets = facts.projects.filter { !$0.sheet.expenses.isEmpty }.map(\.execution.budget)
      guard !budgets.isEmpty, let total = Quantity.sum(budgets) else { return ["填报材料中没有资金安排数据。"] }
      return ["各项目全年预算数合计\(Prose.money(total))。"]
    }
    guard !card.sheet.expenses.isEmpty else { return ["填报材料中没有资金安排数据。"] }
    let execution = card.execution
    var text = "\(facts.year)年全年预算数\(Prose.money(execution.budget))"
    let sources = card.sheet.sources.filter { !$0.budget.isZero }
    if !sources.isEmpty {
      text += "，资金来源为\(Prose.series(sources.map { $0.name + Prose.money($0.budget) }))"
    }
    var paragraphs = [text + "。"]
    if let change = execution.budget.minus(execution.initial), !change.isZero {
      paragraphs.append(
        "年初预算数为\(Prose.money(execution.initial))，年中调\(change.isPositive ? "增" : "减")\(Prose.money(change.magnitude))。"
      )
    }
    if let split = split(card) { paragraphs.append(split) }
    return paragraphs
  }

  /// 基本支出 against the rest, where the unit files it.
  private static func split(_ card: Scorecard) -> String? {
    let basic = card.sheet.expenses.filter { Folding.key($0.name) == "基本支出" }
    guard !basic.isEmpty, let amount = Quantity.sum(basic.map(\.budget)),
      let rest = card.execution.budget.minus(amount),
      let share = Prose.share(amount, of: card.execution.budget),
      let other = Prose.share(rest, of: card.execution.budget)
    else { return nil }
    return "按支出划分，基本支出\(Prose.money(amount))，占\(share)；项目支出\(Prose.money(rest))，占\(other)。"
  }
}
