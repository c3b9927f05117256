// 预算执行率: what was spent over the adjusted budget, from the sheet's own money.

extension Execution {
  /// Sums the expense lines of a sheet, totals left out; sums are exact.
  init(of sheet: Sheet, period: Period) {
    let lines = sheet.expenses
    initial = Quantity.sum(lines.map(\.initial)) ?? .zero
    let whole = Quantity.sum(lines.map(\.budget)) ?? .zero
    budget = whole
    halfPlan = Execution.total(lines.map(\.halfPlan))
    halfExecuted = Execution.total(lines.map(\.halfExecuted))
    executed = Execution.total(lines.map(\.executed))
    self.period = period
    let spent = period == .half ? halfExecuted : executed
    // Half-year: over the annual budget too, as the sheets' own half-year targets are (FORMATS §2).
    rate = spent.flatMap { Execution.percent($0, of: whole) }
    signal = period == .half ? Execution.light(halfExecuted, halfPlan) : nil
  }

  /// `part ÷ whole × 100`, four decimals; nil when the whole is 0.
  static func percent(_ part: Quantity, of whole: Quantity) -> Quantity? {
    Quantity.derived(Int128(part.millionths) * 100, dividedBy: Int128(whole.millionths))
  }

  /// The same rounded once, half away from zero, to so many decimals (0 to 6), for comparing with a figure written with
  /// them: rounding the four decimals of `percent` again would turn 96.16496 into 96.17.
  static func percent(_ part: Quantity, of whole: Quantity, decimals: Int) -> Quantity? {
    guard !whole.isZero, (0...6).contains(decimals) else { return nil }
    var scale: Int128 = 1
    for _ in 0..<decimals { scale *= 10 }
    let units = roundedHalfAway(Int128(part.millionths) * 100 * scale, Int128(whole.millionths))
    return Quantity(exact: units * (Quantity.scale / scale))
  }

  private static func total(_ parts: [Quantity?]) -> Quantity? {
    let known = parts.compactMap { $0 }
    return known.count == parts.count && !parts.isEmpty ? Quantity.sum(known) : nil
  }

  private static func light(_ executed: Quantity?, _ plan: Quantity?) -> Signal? {
    guard let executed, let plan, plan.isPositive else { return nil }
    return Signal(light: Signal.byCompletion(executed, of: plan), notDue: false)
  }
}
