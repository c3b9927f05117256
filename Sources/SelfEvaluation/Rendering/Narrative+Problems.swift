// 七、存在问题 and 八、改进措施与结果应用: what unit and projects wrote, and what the cross-checks brought to light.

extension Narrative {
  static func problems(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    var blocks: [NarrativeBlock] = []
    var number = 1
    func section(_ title: String, _ content: [NarrativeBlock]) {
      guard !content.isEmpty else { return }
      blocks.append(.heading("（\(Prose.numeral(number))）\(title)"))
      blocks += content
      number += 1
    }
    let own = Prose.stated(facts.unit.text("存在问题"))
    section("单位层面", [.paragraph(own.isEmpty ? "填报单位没有列出单位层面的问题。" : own)])
    let stated = projectFacts("存在问题", facts)
    section("项目层面", stated.isEmpty ? [] : [.list(stated)])
    section("勾稽核对反映的问题", crossChecks(facts))
    section("数据质量", quality(facts).map { [.paragraph($0)] } ?? [])
    return blocks
  }

  static func measures(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    var blocks: [NarrativeBlock] = [.heading("（一）改进措施")]
    let own = Prose.stated(facts.unit.text("改进措施"))
    blocks.append(.paragraph(own.isEmpty ? "填报单位没有列出单位层面的改进措施。" : own))
    let stated = projectFacts("改进措施", facts)
    if !stated.isEmpty {
      blocks += [.paragraph("\(stated.count > 1 ? "各项目" : "项目")的改进措施如下："), .list(stated)]
    }
    if let sentence = coverage(facts) { blocks.append(.paragraph(sentence)) }
    blocks.append(.heading("（二）结果应用"))
    let use = Prose.stated(facts.unit.text("结果应用"))
    blocks.append(.paragraph(use.isEmpty ? "填报单位没有说明\(facts.isHalf ? "监控" : "自评")结果的应用安排。" : use))
    return blocks
  }

  /// One item per project that wrote something under a heading of `projects.csv`.
  private static func projectFacts(_ heading: String, _ facts: NarrativeFacts) -> [String] {
    facts.projects.compactMap { card in
      guard let project = facts.report.submission.projects.first(where: { $0.name == card.name }) else {
        return nil
      }
      let text = Prose.clause(project.fact(heading))
      return text.isEmpty ? nil : Prose.closed("\(card.name)：\(text)")
    }
  }

  /// How many of what needs a measure has one.
  private static func coverage(_ facts: NarrativeFacts) -> String? {
    let behind = facts.all.filter { place in
      facts.isHalf ? place.row.signal.map { $0.light <= .yellow } ?? false : place.outcome == .unmet
    }
    let due = behind.filter(facts.isFiled)
    guard !due.isEmpty else { return nil }
    let covered = due.count { !Prose.clause($0.row.measure).isEmpty }
    let what = facts.isHalf ? "亮红灯、黄灯" : "未完成"
    var excepted: [String] = []
    if behind.contains(where: { facts.isRolled($0) }) { excepted.append("由项目汇总的") }
    if behind.contains(where: { $0.row.achievement?.source == .computed }) {
      excepted.append("按资金计算的预算执行率")
    }
    let opening =
      (excepted.isEmpty ? "" : "除\(excepted.joined(separator: "和"))以外，") + "\(what)指标共\(due.count)个"
    if covered == due.count { return opening + "，\(covered > 1 ? "都" : "")提出了改进措施，见第六部分。" }
    if covered == 0 { return opening + "，\(due.count > 1 ? "均" : "")未提出改进措施，应当补充。" }
    return opening + "，提出改进措施的\(covered)个，其余\(due.count - covered)个应当补充。"
  }

  /// Warnings that are not cross-checks, by number only: 问题清单 has them one by one.
  private static func quality(_ facts: NarrativeFacts) -> String? {
    let findings = facts.report.findings
    let open = findings.count { $0.severity == .warning && $0.acknowledgement == nil }
    let explained = findings.count { $0.acknowledgement != nil }
    guard open + explained > 0 else { return nil }
    var text = "数据审核提出需要关注的事项"
    if open > 0 { text += "\(open)条" }
    if explained > 0 {
      text += open > 0 ? "，另有\(explained)条填报单位已作说明" : "\(explained)条，填报单位\(explained > 1 ? "均" : "")已说明"
    }
    return text + "，逐条情况见问题清单。"
  }
}
