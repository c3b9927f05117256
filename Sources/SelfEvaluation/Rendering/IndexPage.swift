// 首页: the result on one screen, and the way to every document.

struct IndexPage {
  let facts: NarrativeFacts
  let paths: OutputPaths
  let frame: PageFrame
  private var report: CheckedReport { facts.report }

  func values() -> PageValues {
    let half = report.period == .half
    let title = half ? "预算绩效运行监控" : "预算绩效自评价"
    var values = frame.values(title: title, page: OutputPaths.index)
    values["results"] = .list(half ? signals : scores)
    let figures = facts.charts.all
    values["figures"] = .list(figures.map { figure in ["figure": .markup(MarkupText { $0.figure(figure) })] })
    let attention = AttentionLayout(facts: facts, paths: paths).table()
    if !attention.rows.isEmpty { values["attention"] = .markup(MarkupText(attention)) }
    values["sheets"] = .markup(MarkupText(IndexLayout(report: report, paths: paths).table()))
    values["findings"] = .text(FindingsLayout.summary(report.findings))
    values["checks"] = .text(checks)
    values["documents"] = .list(documents)
    values["rules"] = .markup(MarkupText(RubricLayout(rubric: report.rubric).table()))
    return values
  }

  /// A card; of its remark some parts stay whole where the line is broken.
  private func result(
    _ label: String, _ value: String, _ remark: String = "", whole parts: [String] = []
  ) -> PageValues {
    var values: PageValues = ["label": .text(label), "value": .text(value)]
    guard !remark.isEmpty || !parts.isEmpty else { return values }
    values["remark"] = .markup(
      MarkupText { writer in
        writer.text(remark)
        for (index, part) in parts.enumerated() {
          writer.markup(index > 0 ? " <span class=\"whole\">" : "<span class=\"whole\">")
          writer.text(part)
          writer.markup("</span>")
        }
      })
    return values
  }

  private var scores: [PageValues] {
    guard let card = report.headline else {
      return [result("得分", "—", "没有部门整体表，且项目不止一个，不计总分"), execution]
    }
    return [
      result("得分", card.total?.text ?? "—", card.name),
      result("等级", card.grade?.rawValue ?? "—", whole: bounds),
      result("规则得分", card.ruleTotal?.text ?? "—", "全部按规则计算时的得分"), execution,
    ]
  }

  private var execution: PageValues {
    guard let money = SummaryMoney(facts) else { return result("预算执行率", "—") }
    let whose = money.owner.isEmpty ? "" : money.owner + " "
    return result(
      "预算执行率", money.rate.map { $0.rounded(to: 2) + "%" } ?? "—", money.spent == nil ? "" : whose,
      whole: money.spent.map { ["\($0.money) ÷", "\(money.budget.money) 万元"] } ?? [])
  }

  /// `优≥90`, `良≥80`, `中≥60`
  private var bounds: [String] {
    [Grade.excellent, .good, .fair].compactMap { grade in
      report.rubric.grades[grade].map { "\(grade.rawValue)≥\($0.plain)" }
    }
  }

  private var signals: [PageValues] {
    let lights = report.cards.flatMap { $0.rows.compactMap(\.signal?.light) }
    func count(_ light: Light) -> String { String(lights.filter { $0 == light }.count) }
    return [result("总体亮灯", report.headline?.signal?.word ?? "—", report.headline?.name ?? "没有部门整体表")]
      + Light.allCases.map { result($0.word, count($0), "项指标") }
  }

  private var checks: String {
    let verdicts = report.unit.reconciliation.map(\.verdict)
    guard !verdicts.isEmpty else { return "没有可以校验的项目" }
    let counts = [Verdict.agrees, .differs, .remark].map { verdict in
      (verdict, verdicts.count { $0 == verdict })
    }.filter { $0.1 > 0 }
    return "共 \(verdicts.count) 项：" + counts.map { "\($0.0.rawValue) \($0.1) 项" }.joined(separator: "，")
  }

  private var documents: [PageValues] {
    let annex = NarrativeTables.unmet(facts).map { "，附\($0.caption)" } ?? ""
    return [
      (DocumentRole.report, paths.report, "按公文体例的文字报告\(annex)"),
      (.findings, OutputPaths.findingsPage, "全部问题及改法，全部勾稽校验"),
      (.findings, OutputPaths.findings, "问题清单，供筛选"), (.indicators, OutputPaths.indicators, "每张表每个指标一行，供复核"),
      (.rollup, OutputPaths.rollUp, "单位指标由哪些项目指标汇总而来"),
      (.reconciliation, OutputPaths.reconciliation, "资金、目标和名称的勾稽校验"),
    ].filter { paths.roles.contains($0.0) }.map { _, path, content in
      [
        "address": .text(Href.relative(from: OutputPaths.index, to: path)), "name": .text(path),
        "content": .text(content),
      ]
    }
  }
}
