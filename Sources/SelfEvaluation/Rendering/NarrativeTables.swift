// The tables inside the narrative; none has a CSV twin, as 指标明细 holds every figure.

enum NarrativeTables {
  /// Score by level-1 of one card.
  static func levelScores(_ card: Scorecard, _ facts: NarrativeFacts) -> Table {
    var rows = facts.levels(card).map { level in
      let points = NarrativeFacts.points(level.rows)
      return row(
        level.name,
        [
          points.weight.text, points.score.text, (points.weight - points.score).text,
          rate(points.score, points.weight),
        ])
    }
    var (weight, score) = NarrativeFacts.points(facts.places(of: card))
    if let extra = card.executionRow, let points = extra.score {
      rows.append(
        row(
          "预算执行率", [extra.weight.text, points.text, (extra.weight - points).text, rate(points, extra.weight)])
      )
      (weight, score) = (weight + extra.weight, score + points)
    }
    rows.append(row("合计", [weight.text, score.text, (weight - score).text, rate(score, weight)], .total))
    return table(
      "report-levels", "\(facts.name(card))各级得分明细",
      [TableColumn("一级指标"), number("适用分值"), number("得分"), number("失分"), number("得分率")], rows)
  }

  /// One row per project: rule score, score, grade.
  static func projectScores(_ facts: NarrativeFacts) -> Table {
    table(
      "report-projects", "各项目自评得分",
      [TableColumn("项目名称"), number("指标数"), number("规则得分"), number("得分"), TableColumn("等级")],
      facts.projects.map { card in
        row(
          card.name,
          [
            "\(card.rows.count)", card.ruleTotal?.text ?? "—", card.total?.text ?? "—",
            card.grade?.rawValue ?? "—",
          ])
      })
  }

  /// Money by project, and the unit's own total.
  static func execution(_ facts: NarrativeFacts) -> Table {
    let half = facts.isHalf
    func cells(_ execution: Execution) -> [String] {
      let left = half ? nil : execution.executed.flatMap { execution.budget.minus($0) }
      let first =
        half
        ? [execution.budget, execution.halfPlan, execution.halfExecuted]
        : [execution.initial, execution.budget, execution.executed, left]
      return first.map { $0?.rounded(to: 2) ?? "—" } + [execution.rate.map(Prose.percent) ?? "—"]
        + (half ? [execution.signal?.word ?? "—"] : [])
    }
    var rows = facts.projects.map { row($0.name, cells($0.execution)) }
    if let card = facts.card, !card.sheet.expenses.isEmpty {
      rows.append(row("部门整体", cells(card.execution), .total))
    }
    let headings = half ? ["全年预算数", "半年计划执行数", "半年执行数", "执行率"] : ["年初预算数", "全年预算数", "全年执行数", "未执行数", "执行率"]
    return table(
      "report-execution", "预算执行情况（单位：万元）",
      [TableColumn("项目名称")] + headings.map(number) + (half ? [TableColumn("亮灯")] : []), rows)
  }

  /// Counts by level-1, the unit's own and those of all projects together.
  static func completion(_ facts: NarrativeFacts) -> Table {
    var rows: [TableRow] = []
    let scopes = [
      ("部门整体", facts.ofUnit),
      (facts.projects.count == 1 ? "项目" : "各项目", facts.ofProjects.flatMap { $0 }),
    ]
    for (scope, places) in scopes {
      rows += facts.levels(places).map { level in counted(scope, level.name, Tally(level.rows)) }
    }
    rows.append(counted("合计", "—", Tally(facts.all), .total))
    var result = table(
      "report-completion", "按一级指标汇总的完成情况",
      [TableColumn("范围"), TableColumn("一级指标"), number("指标数")]
        + CompletionKind.allCases.map { number($0.word) }, rows)
    result.mergeDown(columns: [0])
    return result
  }

  /// Counts of lights by sheet.
  static func lights(_ facts: NarrativeFacts) -> Table {
    let rows = facts.cards.map { card in
      let lights = card.rows.map(\.signal?.light)
      return row(
        facts.name(card),
        ["\(card.rows.count)"] + Light.allCases.map { light in "\(lights.count { $0 == light })" }
          + [
            "\(lights.count { $0 == nil })", card.execution.signal?.light.word ?? "—",
            card.signal?.light.word ?? "—",
          ])
    }
    return table(
      "report-lights", "亮灯情况",
      [TableColumn("表"), number("指标数")] + Light.allCases.map { number($0.word) } + [
        number("不适用"), TableColumn("资金"), TableColumn("总体"),
      ], rows)
  }

  static func table(_ id: String, _ caption: String, _ columns: [TableColumn], _ rows: [TableRow]) -> Table {
    Table(id: id, caption: caption, columns: columns, rows: rows, csv: nil)
  }

  static func number(_ heading: String) -> TableColumn { TableColumn(heading, .number) }

  static func row(_ head: String, _ texts: [String], _ role: TableRow.Role = .body) -> TableRow {
    TableRow(role: role, [TableCell(head, isHeading: true)] + texts.map { TableCell($0) })
  }

  private static func counted(_ sheet: String, _ level: String, _ tally: Tally, _ role: TableRow.Role = .body)
    -> TableRow
  {
    row(sheet, [level, "\(tally.total)"] + CompletionKind.allCases.map { "\(tally[$0])" }, role)
  }

  private static func rate(_ part: Points, _ whole: Points) -> String { Prose.share(part, of: whole) ?? "—" }
}
