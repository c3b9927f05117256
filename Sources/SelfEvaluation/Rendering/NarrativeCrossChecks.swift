// What the cross-checks (勾稽校验) found, told group by group; the check itself has title, both sides and basis as text.

extension Narrative {
  /// The groups of checks by the number in their 编号, in the order they are told.
  private static let groups: [(prefixes: [String], title: String)] = [
    (["G01", "G02", "G03", "G04", "G05", "G06"], "资金数据"), (["G07"], "单位目标与项目目标汇总"), (["G08"], "同名指标的目标"),
    (["G10"], "计量单位"), (["G13"], "成本指标与支出"), (["G14", "G15"], "执行率与结转"), (["G11", "G12"], "指标设置"), (["G09"], "指标名称"),
  ]

  static func crossChecks(_ facts: NarrativeFacts) -> [NarrativeBlock] {
    let checks = facts.report.unit.reconciliation
    guard !checks.isEmpty else { return [] }
    let notable = checks.filter { $0.verdict != .agrees }
    guard !notable.isEmpty else { return [.paragraph("\(checks.count)项勾稽核对全部相符。")] }
    var items: [String] = []
    for group in groups {
      let found = notable.filter { check in group.prefixes.contains { check.id.hasPrefix($0) } }
      guard !found.isEmpty else { continue }
      items.append(Prose.closed("\(group.title)：" + told(found, group.prefixes[0], facts)))
    }
    return [.paragraph("核对中不符和需要提示的共\(notable.count)项，按类别说明如下："), .list(items)]
  }

  private static func told(_ checks: [ReconciliationCheck], _ group: String, _ facts: NarrativeFacts) -> String {
    switch group {
    case "G07": return rollUpTargets(checks, facts)
    case "G08": return namesakes(checks)
    case "G09":
      return "\(checks.count)个单位指标没有同名的项目指标，包括\(Prose.names(checks.map(\.left), atMost: 4))，宜统一名称或写明取数来源"
    case "G10": return measures(checks)
    case "G11": return settings(checks)
    default: return checks.map(plain).joined(separator: "；")
    }
  }

  /// Half-year and full-year of one indicator in one breath.
  private static func rollUpTargets(_ checks: [ReconciliationCheck], _ facts: NarrativeFacts) -> String {
    grouped(checks) { subject($0.title) }.map { name, found in
      let parts = found.map { check in
        let when = check.title.contains("半年") ? "半年" : "全年"
        let rest = check.difference.isEmpty ? "" : "，差\(difference(check))"
        return "\(when)目标单位定\(check.left)、项目汇总\(check.right)\(rest)"
      }
      return "\(Prose.quoted(name))\(parts.joined(separator: "，"))"
    }.joined(separator: "；")
  }

  private static func namesakes(_ checks: [ReconciliationCheck]) -> String {
    grouped(checks) { subject($0.title) + "|" + ($0.sheet ?? "") }.map { _, found in
      let parts = found.map { check in
        "\(check.title.contains("半年") ? "半年" : "全年")单位为\(check.left)、项目为\(check.right)"
      }
      return "\(Prose.quoted(subject(found[0].title)))与\(found[0].sheet ?? "项目")的目标不一致，\(parts.joined(separator: "，"))"
    }.joined(separator: "；") + "，应当统一或写明口径"
  }

  private static func measures(_ checks: [ReconciliationCheck]) -> String {
    let drift = checks.filter { $0.title.contains("各表计量单位一致") }
    let misprints = checks.filter { !$0.title.contains("各表计量单位一致") }
    var parts = grouped(drift) { subject($0.title) }.map { name, found in
      let sides = [found[0].left] + found.map(\.right)
      let agrees = found.allSatisfy { $0.verdict == .remark }
      let written = sides.map { $0.replacing("：", with: "用“") + "”" }
      return "\(Prose.quoted(name))\(Prose.enumeration(written))" + (agrees ? "，已按同义单位处理" : "，写法不同，不宜直接相加")
    }
    if !misprints.isEmpty {
      let names = misprints.map { $0.title.replacing("的计量单位", with: "") }
      parts.append("\(Prose.enumeration(names))写作“\(misprints[0].left)”，疑为“\(misprints[0].right)”之误")
    }
    return parts.joined(separator: "；")
  }

  private static func settings(_ checks: [ReconciliationCheck]) -> String {
    let rates = checks.filter { $0.id.hasPrefix("G11") }
    let absent = checks.filter { $0.id.hasPrefix("G12") }.compactMap(\.sheet)
    var parts: [String] = []
    if !rates.isEmpty {
      let names = rates.map { $0.title.replacing("不超过100%", with: "") }
      parts.append("\(Prose.enumeration(names))的目标写作“\(rates[0].left)”，而比率不会超过100%，宜改为“=100%”")
    }
    if !absent.isEmpty { parts.append("\(Prose.enumeration(absent))没有设置满意度指标") }
    return parts.joined(separator: "；")
  }

  private static func plain(_ check: ReconciliationCheck) -> String {
    let sides = "\(check.left)与\(check.right)"
    let apart = check.difference.isEmpty ? "" : "，相差\(difference(check))"
    let title = check.title.replacing("＝", with: "应等于").replacing("：", with: "的")
    return "\(title)一项，两侧分别为\(sides)\(apart)，\(Prose.clause(check.basis))"
  }

  private static func difference(_ check: ReconciliationCheck) -> String {
    check.difference.hasPrefix("-") ? String(check.difference.dropFirst()) : check.difference
  }

  /// The indicator or sheet a title begins with.
  private static func subject(_ title: String) -> String {
    title.split(separator: "：", maxSplits: 1).first.map(String.init) ?? title
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
