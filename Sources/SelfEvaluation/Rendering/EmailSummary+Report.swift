// What leadership is told of a checked report: result, levels, shortfalls, open findings, what to do next.

extension EmailSummary {
  /// The summary of a whole report.
  init(_ report: CheckedReport, paths: OutputPaths) { self.init(NarrativeFacts(report), paths: paths) }

  init(_ facts: NarrativeFacts, paths: OutputPaths) {
    let report = facts.report
    let half = facts.isHalf
    let unit = report.submission.unit
    title = half ? "绩效运行监控摘要" : "预算绩效自评价摘要"
    subtitle = EmailSummary.subtitle(unit, facts.span)
    nature = EmailSummary.capped(unit.dataNature, 200)
    figures = half ? EmailSummary.lights(facts) : EmailSummary.scores(facts)
    sections =
      [
        EmailBars(facts).section, EmailShortfalls(facts).section, EmailSummary.findings(report),
        EmailSteps(facts).section, EmailSummary.documents(report, paths),
      ].compactMap { $0 }
    footer = EmailSummary.footer(report.rubric, report.options.date)
  }

  /// The line under the title: the unit and the time.
  static func subtitle(_ unit: BudgetUnit, _ span: String) -> String { "\(capped(unit.name, 100))　\(span)" }

  /// What every mail ends with.
  static func footer(_ rubric: Rubric, _ date: Day) -> [String] {
    let assumption = rubric.assumption.isEmpty ? [] : ["假设：\(capped(rubric.assumption, 400))"]
    return ["评分办法：\(capped(rubric.title, 100))"] + assumption + [
      "报告日期：\(date.chinese)　生成：jixiao \(ToolVersion.current)"
    ]
  }

  private static func scores(_ facts: NarrativeFacts) -> [Figure] {
    guard let card = facts.report.headline else {
      return [Figure(label: "得分", value: "—", remark: "没有部门整体表，不计总分"), execution(facts)]
    }
    return [
      Figure(label: "得分", value: card.total?.text ?? "—", remark: "满分100"),
      Figure(label: "等级", value: card.grade?.rawValue ?? "—", remark: bounds(facts.report.rubric)),
      Figure(label: "规则得分", value: card.ruleTotal?.text ?? "—", remark: "全部按规则计算"), execution(facts),
    ]
  }

  private static func bounds(_ rubric: Rubric) -> String {
    [Grade.excellent, .good, .fair].compactMap { grade in
      rubric.grades[grade].map { "\(grade.rawValue)≥\($0.plain)" }
    }.joined(separator: " ")
  }

  private static func lights(_ facts: NarrativeFacts) -> [Figure] {
    let lights = facts.all.compactMap(\.row.signal?.light)
    func count(_ light: Light) -> Figure {
      Figure(label: light.word, value: String(lights.count { $0 == light }), remark: "项指标")
    }
    let whole = facts.report.headline?.signal?.word ?? "—"
    return [Figure(label: "总体亮灯", value: whole), count(.red), count(.yellow), execution(facts)]
  }

  private static func execution(_ facts: NarrativeFacts) -> Figure {
    let label = facts.isHalf ? "半年执行率" : "预算执行率"
    guard let money = SummaryMoney(facts) else { return Figure(label: label, value: "—") }
    let whose = money.owner.isEmpty ? "" : capped(money.owner, 40) + " "
    return Figure(
      label: label, value: money.rate.map { $0.rounded(to: 2) + "%" } ?? "—",
      remark: money.spent.map { "\(whose)\($0.money)÷\(money.budget.money)万元" } ?? "")
  }

  /// Open findings: how many, and of the most frequent kinds one example each.
  private static func findings(_ report: CheckedReport) -> Section {
    let open = report.findings.filter { $0.acknowledgement == nil }
    let warnings = open.filter { $0.severity == .warning }
    let explained = report.findings.count - open.count
    let counts = [("警告", warnings.count), ("提示", open.count - warnings.count)].filter { $0.1 > 0 }
    var text = counts.map { "\($0.0)\($0.1)条" }.joined(separator: "，")
    text = text.isEmpty ? "没有待处理的问题" : "待处理：" + text
    text += explained > 0 ? "；另有\(explained)条已说明。" : "。"
    let kinds = Dictionary(grouping: warnings, by: \.code).values.sorted {
      ($1.count, $0[0].code.rawValue) < ($0.count, $1[0].code.rawValue)
    }
    let items = kinds.prefix(5).map { kind -> Item in
      let title = RuleBook.rule(kind[0].code)?.title ?? kind[0].code.rawValue
      let example = kind[0]
      // What the message names itself is not said twice.
      let place = [example.sheet, example.indicator].compactMap { $0 }
        .filter { name in
          !example.message.hasPrefix(name)
            && !["“\(name)”", "‘\(name)’"].contains { example.message.contains($0) }
        }
        .map { capped($0, 60) }.joined(separator: "·")
      let lead = place.isEmpty ? "" : "\(place)："
      return Item(
        lead: "\(title)（\(kind.count)条）",
        lines: ["\(kind.count > 1 ? "如" : "")\(lead)\(capped(example.message, 160))"])
    }
    let more = kinds.count > 5 ? [Block.paragraph("其余\(kinds.count - 5)类见问题清单。")] : []
    let list: [Block] = items.isEmpty ? [] : [.items(items)]
    return Section(heading: "待处理的问题", blocks: [.paragraph(text)] + list + more)
  }

  /// Where the rest is: paths in the output folder as text, as a mail may not lead to files on somebody's disk.
  private static func documents(_ report: CheckedReport, _ paths: OutputPaths) -> Section {
    var items: [Item] = []
    if let card = report.headline, let sheet = paths.sheet(card.name, .html) {
      items.append(Item(lead: sheet, lines: ["随信附上，另附CSV"]))
    }
    let others: [(role: DocumentRole, path: String, content: String)] = [
      (.index, OutputPaths.index, "首页：各表结果和图"), (.report, paths.report, "文字报告"),
      (.findings, OutputPaths.findingsPage, "全部问题及改法"), (.indicators, OutputPaths.indicators, "每个指标一行，供复核"),
    ]
    for other in others where paths.roles.contains(other.role) {
      items.append(Item(lead: other.path, lines: [other.content]))
    }
    return Section(heading: "完整文件（在报告文件夹中）", blocks: [.items(items)])
  }
}
