// What the cross-checks (勾稽校验) found, told group by group.

extension Narrative {
  /// The groups of checks by the number in their 编号, in the order they are told.
  private static let groups: [(prefixes: [String], title: String)] = [
    (["G01", "G02", "G03", "G04", "G05", "G06"], "资金数据"), (["G07"], "单位目标与项目目标汇总"), (["G08"], "同名指标的目标"),
    (["G10"], "计量单位"), (["G13"], "成本指标与支出"), (["G14", "G15"], "执行率与结转"), (["G11", "G12"], "指标设置"),
    (["G09"], "指标名称"),
  ]

  static func crossChecks(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    let checks = facts.report.unit.reconciliation
    guard !checks.isEmpty else { return [] }
    let notable = checks.filter { $0.verdict == .differs }
    let remarks = checks.filter { $0.verdict == .remark }
    guard !notable.isEmpty || !remarks.isEmpty else {
      return [.paragraph("\(checks.count)项勾稽核对全部相符。")]
    }
    var items: [String] = []
    for group in groups {
      var found = notable.filter { check in group.prefixes.contains { check.id.hasPrefix($0) } }
      if group.prefixes == ["G08"] {
        // What the roll-up of targets told already is not told again for the one project it comes from.
        let told = Set(notable.filter { $0.id.hasPrefix("G07") }.map { CheckSentence($0).subject })
        found.removeAll { told.contains(CheckSentence($0).subject) }
      }
      guard !found.isEmpty else { continue }
      items.append(Prose.closed("\(group.title)：" + told(found, group.prefixes[0])))
    }
    let rest = remarks.isEmpty ? "" : "，另有\(Prose.enumeration(hints(remarks)))"
    let all = "全部\(checks.count)项核对见问题清单。"
    if items.isEmpty { return [.paragraph("勾稽核对没有不符\(rest)。" + all)] }
    return [.paragraph("勾稽核对不符的共\(notable.count)项\(rest)，不符的按类别说明如下："), .list(items), .paragraph(all)]
  }

  /// How many remarks of which kind.
  private static func hints(_ checks: [ReconciliationCheck]) -> [String] {
    groups.compactMap { group in
      let count = checks.count { check in group.prefixes.contains { check.id.hasPrefix($0) } }
      return count > 0 ? "\(group.title)提示\(count)项" : nil
    }
  }

  private static func told(_ checks: [ReconciliationCheck], _ group: String) -> String {
    switch group {
    case "G07": rollUpTargets(checks)
    case "G08": namesakes(checks)
    case "G09": unnamed(checks)
    case "G10": measures(checks)
    case "G11": settings(checks)
    default: checks.map { CheckSentence($0).text }.joined(separator: "；")
    }
  }

  /// Half-year and full-year of one indicator in one breath.
  private static func rollUpTargets(_ checks: [ReconciliationCheck]) -> String {
    grouped(checks) { CheckSentence($0).subject }.map { name, found in
      let parts = merged(found) { check in
        let rest = CheckSentence(check).difference
        return "单位定为\(check.left)，项目汇总为\(check.right)" + (rest.isEmpty ? "" : "，差\(rest)")
      }
      return "\(Prose.quoted(name))\(parts)"
    }.joined(separator: "；")
  }

  private static func namesakes(_ checks: [ReconciliationCheck]) -> String {
    grouped(checks) { CheckSentence($0).subject + "|" + ($0.sheet ?? "") }.map { _, found in
      let check = found[0]
      let parts = merged(found) { "单位为\(Prose.written($0.left))，该项目为\(Prose.written($0.right))" }
      return "\(Prose.quoted(CheckSentence(check).subject))单位与\(check.sheet ?? "项目")定得不同，\(parts)"
    }.joined(separator: "；") + "；同名指标的目标应当统一，或写明口径"
  }

  /// `半年目标…；全年目标…`, or both at once where they say the same.
  private static func merged(_ checks: [ReconciliationCheck], _ text: (ReconciliationCheck) -> String)
    -> String
  {
    if checks.count == 2, text(checks[0]) == text(checks[1]) { return "半年、全年目标" + text(checks[0]) }
    return checks.map { ($0.title.hasBytes("半年") ? "半年目标" : "全年目标") + text($0) }.joined(separator: "，")
  }

  private static func unnamed(_ checks: [ReconciliationCheck]) -> String {
    let names = checks.prefix(4).map { Prose.quoted($0.left) }.joined()
    let among = checks.count > 4 ? "，如\(names)" : "，即\(names)"
    return "单位有\(checks.count)个指标找不到同名的项目指标\(among)，宜统一名称或写明取数来源"
  }

  private static func measures(_ checks: [ReconciliationCheck]) -> String {
    let drift = checks.filter { $0.title.hasBytes("各表计量单位一致") }
    let misprints = checks.filter { !$0.title.hasBytes("各表计量单位一致") }
    var parts = grouped(drift) { CheckSentence($0).subject }.map { name, found in
      let sides = [found[0].left] + found.map(\.right)
      let written = sides.map { $0.replacing("：", with: "用“") + "”" }
      let same = found.allSatisfy { $0.verdict == .remark }
      return "\(Prose.quoted(name))在\(Prose.enumeration(written))，" + (same ? "按同义单位处理" : "写法不同，不宜直接相加")
    }
    if let first = misprints.first {
      let names = misprints.map { $0.title.replacing("的计量单位", with: "") }
      parts.append("\(Prose.enumeration(names))写作“\(first.left)”，疑为“\(first.right)”之误")
    }
    return parts.joined(separator: "；")
  }

  private static func settings(_ checks: [ReconciliationCheck]) -> String {
    let rates = checks.filter { $0.id.hasPrefix("G11") }
    let absent = checks.filter { $0.id.hasPrefix("G12") }.compactMap(\.sheet)
    var parts: [String] = []
    if let first = rates.first {
      let names = rates.map { $0.title.replacing("不超过100%", with: "") }
      parts.append("\(Prose.enumeration(names))的目标写作“\(first.left)”，而比率不会超过100%，宜改为“=100%”")
    }
    if !absent.isEmpty { parts.append("\(Prose.enumeration(absent))没有设置满意度指标") }
    return parts.joined(separator: "；")
  }

  /// Grouped by a key, in order of first appearance.
  private static func grouped(
    _ checks: [ReconciliationCheck], _ key: (ReconciliationCheck) -> String
  ) -> [(String, [ReconciliationCheck])] {
    var order: [String] = []
    var groups: [String: [ReconciliationCheck]] = [:]
    for check in checks {
      let name = key(check)
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(check)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }
}
