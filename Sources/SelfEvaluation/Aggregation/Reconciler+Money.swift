// Cross-checks of money: totals, project lines and sources, all in 万元.

extension Reconciler {
  /// G01: the sources of a sheet sum to its 资金总额.
  func incomeTotals() -> [Draft] {
    sheets.flatMap { sheet in
      totals(of: sheet).compactMap { total in
        equal(
          "\(sheet.name)：各项收入合计＝资金总额", sum(sheet.sources, \.budget), total.budget, basis: "收入分项之和应等于资金总额",
          sheet: sheet.name, origin: total.origin)
      }
    }
  }

  /// G02: the expenses of a sheet sum to its 资金总额, and where one stands among the expenses, to that in each column;
  /// the unit's 项目支出 is the sum of its project lines.
  func expenseTotals() -> [Draft] {
    var drafts: [Draft] = []
    for sheet in sheets {
      let title = sheet.isUnit ? "部门整体：基本支出＋项目支出＝资金总额" : "\(sheet.name)：支出合计＝资金总额"
      drafts += totals(of: sheet).compactMap { total in
        equal(
          title, sum(sheet.expenses, \.budget), total.budget, basis: "收支应平衡", sheet: sheet.name,
          origin: total.origin)
      }
      for total in totals(of: sheet, .expense) {
        drafts += Reconciler.moneyColumns.compactMap { name, column in
          equal(
            "\(sheet.name)：各项支出\(name)合计＝支出资金总额\(name)", sum(sheet.expenses, column), column(total),
            basis: "支出分项之和应等于支出的资金总额", sheet: sheet.name, origin: total.origin)
        }
      }
    }
    guard let unit = submission.unitSheet else { return drafts }
    let lines = projectLines(of: unit)
    for total in unit.money where total.isTotal && Folding.key(total.name).isSameBytes("项目支出") {
      drafts += Reconciler.moneyColumns.compactMap { name, column in
        equal(
          "部门整体：各项目\(name)合计＝项目支出\(name)", sum(lines, column), column(total), basis: "项目支出应等于各项目之和",
          sheet: unit.name, origin: total.origin)
      }
    }
    return drafts
  }

  /// G03: each line of the unit named after a project equals that project's own expenses.
  func projectLines() -> [Draft] {
    guard let unit = submission.unitSheet else { return [] }
    let lines = Dictionary(
      projectLines(of: unit).map { (Name($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    return submission.projectSheets.flatMap { project -> [Draft] in
      guard let line = lines[Name(project.name)] else {
        return project.expenses.isEmpty
          ? []
          : [
            Draft(
              title: "部门整体：支出中有“\(project.name)”一行", left: "无",
              right: sum(project.expenses, \.budget)?.text ?? "",
              verdict: .differs, basis: "单位支出表应列出每个项目", sheet: unit.name)
          ]
      }
      return Reconciler.moneyColumns.compactMap { name, column in
        equal(
          "部门整体“\(project.name)”\(name)＝项目表支出合计", column(line), sum(project.expenses, column),
          basis: "单位支出表与项目表应一致", sheet: project.name, origin: line.origin)
      }
    }
  }

  /// G04: what the projects draw from each source does not exceed the unit's; what is left pays 基本支出.
  func sourcesUsed() -> [Draft] {
    guard let unit = submission.unitSheet, !submission.projectSheets.isEmpty else { return [] }
    var drafts: [Draft] = []
    var left: [Quantity] = []
    let drawn = Dictionary(grouping: submission.projectSheets.flatMap(\.sources)) { Name($0.name) }
    for source in unit.sources {
      let used = drawn[Name(source.name)] ?? []
      guard let total = Quantity.sum(used.map(\.budget)), let rest = source.budget.minus(total) else {
        continue
      }
      left.append(rest)
      guard !source.budget.isZero || !total.isZero else { continue }
      drafts.append(
        Draft(
          title: "\(source.name)：单位预算≥各项目使用", left: source.budget.text, right: total.text,
          difference: rest.text,
          verdict: rest >= .zero ? .agrees : .differs, basis: "项目使用的资金不能超过单位的该项来源，差额用于基本支出", sheet: unit.name,
          origin: source.origin))
    }
    let basic = unit.expenses.filter { Folding.key($0.name).isSameBytes("基本支出") }
    drafts += [
      equal(
        "各项来源扣除项目使用后的余额＝基本支出", Quantity.sum(left), sum(basic, \.budget), basis: "来源余额应等于基本支出",
        sheet: unit.name, origin: basic.first?.origin)
    ].compactMap { $0 }
    return drafts
  }

  /// G05: the half-year target of 预算执行率 is the plan over the budget, rounded to the digits it is written with.
  func executionTargets() -> [Draft] {
    sheets.compactMap { sheet in
      guard let indicator = sheet.indicators.first(where: \.isExecutionRate),
        let target = indicator.half?.target.quantity(in: .percent),
        let plan = sum(sheet.expenses, \.halfPlan), let budget = sum(sheet.expenses, \.budget),
        let exact = Execution.percent(plan, of: budget)
      else { return nil }
      let decimals = writtenDecimals(indicator.half?.text ?? "")
      let rounded = Execution.percent(plan, of: budget, decimals: decimals)
      return Draft(
        title: "\(sheet.name)：半年预算执行率目标＝半年计划÷全年预算", left: "\(target.text)%", right: "\(exact.text)%",
        difference: target.minus(exact)?.text ?? "",
        verdict: rounded == target ? .agrees : .differs,
        basis: "\(plan.text)÷\(budget.text)，按目标的书写位数取整", sheet: sheet.name, origin: indicator.half?.origin)
    }
  }

  /// G06: a filed 预算执行率 agrees with the money.
  func filedExecution() -> [Draft] {
    ([unit].compactMap { $0 } + projects).compactMap { card in
      guard let row = card.rows.first(where: \.indicator.isExecutionRate),
        case .filed(let origin)? = row.achievement?.source, let filed = row.executionRate,
        let computed = card.execution.rate
      else { return nil }
      let decimals = writtenDecimals(row.achievement?.text ?? "")
      let agrees =
        card.execution.spent.flatMap { Execution.percent($0, of: card.execution.budget, decimals: decimals) }
        == filed
      return Draft(
        title: "\(card.name)：填报的预算执行率＝按资金计算的执行率", left: "\(filed.text)%", right: "\(computed.text)%",
        difference: filed.minus(computed)?.text ?? "", verdict: agrees ? .agrees : .differs,
        basis: "执行数合计÷全年预算数合计，按填报的书写位数取整", sheet: card.name, origin: origin)
    }
  }

  /// How many decimals a rate is written with in %, at most six; ‰ tell one more.
  private func writtenDecimals(_ text: String) -> Int {
    let key = Folding.key(text)
    let fraction = key.split(separator: ".").dropFirst().first ?? ""
    return min(fraction.prefix { $0.isASCII && $0.isNumber }.count + (key.hasBytes("‰") ? 1 : 0), 6)
  }

  static var moneyColumns: [(String, (MoneyLine) -> Quantity?)] {
    [
      ("全年预算数", { $0.budget }), ("半年计划执行数", { $0.halfPlan }), ("半年执行数", { $0.halfExecuted }),
      ("全年执行数", { $0.executed }),
    ]
  }

  /// 资金总额 of a sheet; where it stands twice, both are held to the sum.
  private func totals(of sheet: Sheet, _ direction: MoneyDirection = .income) -> [MoneyLine] {
    sheet.money.filter {
      $0.direction == direction && $0.isTotal && Folding.key($0.name).isSameBytes("资金总额")
    }
  }

  private func projectLines(of unit: Sheet) -> [MoneyLine] {
    let names = Set(
      submission.projectSheets.map { Name($0.name) } + submission.projects.map { Name($0.name) })
    return unit.expenses.filter { names.contains(Name($0.name)) }
  }
}
