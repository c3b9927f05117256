// Cross-checks of cost indicators and execution rates against the money.

extension Reconciler {
  /// What money is in.
  private static let money = Measure(folded: "万元")

  /// G13: cost indicators in 万元 against the project's expenses, half-year and full-year.
  func costAgainstMoney() -> [Draft] {
    submission.projectSheets.flatMap { sheet -> [Draft] in
      let costs = sheet.indicators.filter {
        $0.levelOne.hasBytes("成本") && $0.year?.target.measure?.text.isSameBytes("万元") == true
      }
      guard !costs.isEmpty else { return [] }
      var drafts = [
        limits(sheet, costs, "全年", { $0.year }, sum(sheet.expenses, \.budget)),
        limits(sheet, costs, "半年", { $0.half }, sum(sheet.expenses, \.halfPlan)),
      ].compactMap { $0 }
      drafts += crossings(sheet, costs)
      return drafts
    }
  }

  private func limits(
    _ sheet: Sheet, _ costs: [Indicator], _ period: String, _ target: (Indicator) -> StatedTarget?,
    _ money: Quantity?
  ) -> Draft? {
    // The half-year limit may be in 元.
    let values = costs.compactMap { target($0)?.target.quantity(in: Reconciler.money) }
    guard values.count == costs.count, let total = Quantity.sum(values), let money else { return nil }
    let parts = values.map(\.text).joined(separator: "+")
    return equal(
      "\(sheet.name)：成本指标\(period)上限合计＝支出\(period == "全年" ? "预算" : "计划")", total, money,
      basis: "成本指标之和（\(parts)）宜与支出一致", sheet: sheet.name, origin: target(costs[0])?.origin)
  }

  /// Cost limits whose amount is that of an expense line of another name.
  private func crossings(_ sheet: Sheet, _ costs: [Indicator]) -> [Draft] {
    costs.compactMap { indicator in
      guard let limit = indicator.year?.target.quantity(in: Reconciler.money) else { return nil }
      // Of several lines of the amount one that bears the name is the right one.
      let lines = sheet.expenses.filter { $0.budget == limit }
      guard let line = lines.first, !lines.contains(where: { shareWords($0.name, indicator.name) }) else {
        return nil
      }
      return Draft(
        title: "\(sheet.name)“\(indicator.name)”与同额支出行的名称", left: "\(indicator.name) \(limit.text)",
        right: "\(line.name) \(line.budget.text)", verdict: .remark, basis: "金额相同而名称不同，疑名称交叉",
        sheet: sheet.name,
        origin: indicator.origin)
    }
  }

  /// Whether most characters of the shorter name stand in the other.
  private func shareWords(_ left: String, _ right: String) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    let common = short.count { long.contains($0) }
    return common * 3 >= short.count * 2
  }

  /// G14: two execution rates with different targets on money of one source.
  func twoExecutionRates() -> [Draft] {
    sheets.flatMap { sheet -> [Draft] in
      let rates = sheet.indicators.filter { $0.key.text.endsWithBytes(Indicator.executionRate) }
      guard let main = rates.first(where: \.isExecutionRate),
        sheet.sources.count(where: { !$0.budget.isZero }) == 1
      else { return [] }
      return rates.filter { $0.ordinal != main.ordinal && !Target.sameDemand($0.year, main.year) }.map {
        other in
        Draft(
          title: "\(sheet.name)：“\(other.name)”与“\(main.name)”的目标一致", left: other.year?.text ?? "",
          right: main.year?.text ?? "",
          difference: Target.difference(other.year, main.year)?.text ?? "",
          verdict: .differs, basis: "资金只有一个来源，两个执行率是同一个数", sheet: sheet.name, origin: other.year?.origin)
      }
    }
  }

  /// G15: 结转结余率 =0 % beside money carried over from last year.
  func carriedOver() -> [Draft] {
    sheets.compactMap { sheet in
      guard
        let indicator = sheet.indicators.first(where: {
          $0.key.text.hasBytes("结转结余率") && $0.year?.target.quantity == .zero
        }),
        let carried = sheet.sources.first(where: { $0.name.hasBytes("结转") && $0.budget.isPositive })
      else { return nil }
      return Draft(
        title: "\(sheet.name)：结转结余率目标与上年结转资金", left: indicator.year?.text ?? "",
        right: "\(carried.name) \(carried.budget.text)",
        verdict: .remark, basis: "上年有结转资金，而目标为0，宜说明", sheet: sheet.name, origin: indicator.year?.origin)
    }
  }
}
