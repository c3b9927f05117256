// 二、自评（监控）工作开展情况: what the unit did, by which rules, and how the figures were checked.

extension Narrative {
  static func conduct(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    let own = Prose.stated(facts.unit.text("自评组织情况"))
    var blocks: [NarrativeBlock] = [
      .heading("（一）组织过程"),
      .paragraph(own.isEmpty ? "填报单位未说明\(facts.isHalf ? "监控" : "自评")的组织过程。" : own),
      .heading("（二）依据和方法"), .paragraph(basis(facts)),
    ]
    blocks.append(.heading("（三）数据来源和核对"))
    blocks.append(.paragraph(provenance(facts)))
    if let checks = checks(facts) { blocks.append(.paragraph(checks)) }
    let nature = Prose.clause(facts.unit.dataNature)
    if !nature.isEmpty { blocks.append(.paragraph("关于数据性质，填报单位注明为\(Prose.quoted(nature))。")) }
    return blocks
  }

  private static func basis(_ facts: NarrativeFacts) -> String {
    if facts.isHalf {
      return "监控以绩效目标表所列的半年指标值为准，逐项对照上半年完成值判定亮灯：红灯表示明显偏离，黄灯表示进度偏慢，绿灯表示符合预期，"
        + "蓝灯表示明显超前；半年指标值未填的，以全年指标值对照。监控只判定进度，不计分、不评等级。"
    }
    let allotted = facts.cards.filter(\.weightsAllotted)
    var text = "评分采用“\(facts.report.rubric.title)”：定量指标达到目标的得满分，未达到的按完成程度折算；定性指标按达成、部分达成、未达成三档计分。"
    if allotted.count == facts.cards.count {
      text += "目标表未列分值，各级分值由评分办法规定的一级指标权重在三级指标间平均分配。"
    } else if !allotted.isEmpty {
      text += "\(Prose.enumeration(allotted.map { facts.name($0) }))未列分值，按评分办法平均分配；其余各表沿用原有分值。"
    } else {
      text += "各指标分值取自绩效目标表。"
    }
    return text + "填报单位报有自评得分的以自评得分为准，同时列出按评分办法计算的规则得分，供复核比较。"
  }

  private static func provenance(_ facts: NarrativeFacts) -> String {
    let sources = facts.all.compactMap(\.row.achievement?.source)
    let filed = sources.count { if case .filed = $0 { true } else { false } }
    let rolled = sources.count { $0 == .rolledUp }
    let computed = sources.count { $0 == .computed }
    let filedRows = facts.all.filter(facts.isFiled)
    let absent = filedRows.count(where: \.row.isNotApplicable)
    var parts = filed > 0 ? ["填报\(filed)个\(absent > 0 ? "（含不适用\(absent)个）" : "")"] : []
    if rolled > 0 { parts.append("由项目数据汇总\(rolled)个") }
    if computed > 0 { parts.append("按资金数据计算\(computed)个") }
    let due = filedRows.filter { !$0.row.isNotApplicable }
    let bare = due.count { Folding.isBlank($0.row.filing?.evidence ?? "") }
    var text =
      "\(facts.isHalf ? "上半年" : "全年")完成值共\(sources.count)个，\(parts.count > 1 ? "其中" : "均为")\(Prose.enumeration(parts))。"
    if !due.isEmpty {
      text +=
        bare == 0
        ? "填报的完成值都列明了佐证材料。" : "填报的完成值中，列明佐证材料的\(due.count - bare)个，尚未列明的\(bare)个，需要补充。"
    }
    return text
  }

  private static func checks(_ facts: NarrativeFacts) -> String? {
    let checks = facts.report.unit.reconciliation
    guard !checks.isEmpty else { return nil }
    let differ = checks.count { $0.verdict == .differs }
    let remark = checks.count { $0.verdict == .remark }
    let opening = "资金、目标值、指标口径之间共做勾稽核对\(checks.count)项"
    if differ + remark == 0 { return opening + "，全部相符。" }
    var text = opening + "，相符\(checks.count - differ - remark)项"
    if differ > 0 { text += "，不符\(differ)项" }
    if remark > 0 { text += "，需要提示\(remark)项" }
    return text + "，主要情况在第七部分说明。"
  }
}
