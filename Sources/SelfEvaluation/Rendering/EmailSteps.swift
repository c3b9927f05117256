// What to do next, from what the report shows.

struct EmailSteps {
  let facts: NarrativeFacts

  init(_ facts: NarrativeFacts) { self.facts = facts }

  var section: EmailSummary.Section {
    var blocks: [EmailSummary.Block] = [.items(steps.map { EmailSummary.Item(lead: $0) })]
    let planned = Prose.stated(facts.unit.text("改进措施"))
    if !planned.isEmpty { blocks.append(.paragraph("单位的改进措施：\(EmailSummary.capped(planned, 300))")) }
    return EmailSummary.Section(heading: "下一步", blocks: blocks)
  }

  private var steps: [String] {
    let open = facts.report.findings.filter { $0.acknowledgement == nil }
    let warnings = open.count { $0.severity == .warning }
    let silent = open.count { $0.code == .unmetWithoutReason }
    let differing = facts.report.unit.reconciliation.count { $0.verdict == .differs }
    var steps: [String] = []
    if warnings > 0 { steps.append("逐条处理\(warnings)条警告：改正，或在 acknowledged.csv 中说明") }
    if differing > 0 { steps.append("核对\(differing)项不符的勾稽校验，查明差额来源") }
    if silent > 0 { steps.append("补写\(silent)个未达标指标的偏差原因和改进措施") }
    if let slow { steps.append(slow) }
    if facts.isHalf {
      let red = facts.all.count { $0.row.signal?.light == .red }
      if red > 0 { steps.append("督促\(red)项红灯指标的负责人提出下半年的整改安排") }
    } else {
      steps.append("审定后将自评价表和报告签章报送主管部门，并按规定公开")
    }
    return steps.isEmpty ? ["没有需要处理的事项，继续按计划执行"] : steps
  }

  /// The projects that lag in spending: below 80 % of the budget, at half-year with a red or yellow light.
  private var slow: String? {
    let lagging = facts.projects.filter { card in
      facts.isHalf
        ? card.execution.signal.map { $0.light <= .yellow } ?? false
        : card.execution.rate.map { $0 < Quantity(80) } ?? false
    }.sorted { ($0.execution.rate ?? .zero) < ($1.execution.rate ?? .zero) }
    guard !lagging.isEmpty else { return nil }
    let names = lagging.prefix(3).map { card in
      "\(EmailSummary.capped(card.name, 40))（\(card.execution.rate.map { $0.rounded(to: 2) + "%" } ?? "—")）"
    }
    let rest = lagging.count > 3 ? "等\(lagging.count)个项目" : ""
    return "督促支出进度：\(names.joined(separator: "、"))\(rest)"
  }
}
