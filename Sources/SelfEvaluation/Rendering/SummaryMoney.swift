// The money the index and the mail show of a whole report.

/// 预算执行率 of the sheet the headline is taken from; where that has no money, of the projects together.
struct SummaryMoney {
  let budget: Quantity
  let spent: Quantity?
  let rate: Quantity?
  /// Whose money it is, where it is not the headline's own; else empty.
  let owner: String

  /// Nil where nobody filed any.
  init?(_ facts: NarrativeFacts) {
    if let card = facts.report.headline, !card.sheet.expenses.isEmpty {
      (budget, spent, rate, owner) = (card.execution.budget, card.execution.spent, card.execution.rate, "")
      return
    }
    let funded = facts.projects.filter { !$0.sheet.expenses.isEmpty }
    let known = funded.filter { $0.execution.spent != nil }
    guard !known.isEmpty, let budget = Quantity.sum(known.map(\.execution.budget)),
      let spent = Quantity.sum(known.compactMap(\.execution.spent))
    else { return nil }
    (self.budget, self.spent, rate) = (budget, spent, Execution.percent(spent, of: budget))
    owner =
      known.count == 1
      ? known[0].name : known.count == funded.count ? "各项目合计" : "填报了执行数的\(known.count)个项目合计"
  }
}
