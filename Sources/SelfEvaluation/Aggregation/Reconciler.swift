// Stage 3c: the cross-checks (勾稽校验) of money, targets and names, each with both figures and a verdict.

/// Runs all groups of checks in a fixed order; the group number is part of each check's 编号.
struct Reconciler {
  let submission: Submission
  let rubric: Rubric
  let projects: [Scorecard]
  let unit: Scorecard?
  let plan: RollUpPlan?
  /// The unit's figures in the order of the plan.
  let figures: [RolledFigure]

  /// All checks, numbered.
  func checks() -> [ReconciliationCheck] {
    let groups: [[Draft]] = [
      incomeTotals(), expenseTotals(), projectLines(), sourcesUsed(), executionTargets(), filedExecution(),
      targetRollUps(), namesakes(), unnamed(), measureDrift(), impossibleRates(), missingSatisfaction(),
      costAgainstMoney(), twoExecutionRates(), carriedOver(),
    ]
    return groups.enumerated().flatMap { group, drafts in
      drafts.enumerated().map { position, draft in draft.numbered(group + 1, position + 1) }
    }
  }

  /// A check before it has its number.
  struct Draft {
    var title: String
    var left: String
    var right: String
    var difference: String = ""
    var verdict: Verdict
    var basis: String
    var sheet: String?
    var origin: Origin?

    func numbered(_ group: Int, _ position: Int) -> ReconciliationCheck {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return ReconciliationCheck(
        id: "G\(two(group))-\(two(position))", title: title, left: left, right: right, difference: difference,
        verdict: verdict, basis: basis, sheet: sheet, origin: origin)
    }
  }

  /// Two amounts that must be equal, in 万元.
  func equal(
    _ title: String, _ left: Quantity?, _ right: Quantity?, basis: String, sheet: String? = nil,
    origin: Origin? = nil
  ) -> Draft? {
    guard let left, let right else { return nil }
    let difference = left.minus(right)?.text ?? ""
    return Draft(
      title: title, left: left.text, right: right.text, difference: difference,
      verdict: left == right ? .agrees : .differs, basis: basis, sheet: sheet, origin: origin)
  }

  /// All sheets, the unit's own first.
  var sheets: [Sheet] { submission.sheets }

  /// Sum of a column over lines; nil when no line has a figure.
  func sum(_ lines: [MoneyLine], _ column: (MoneyLine) -> Quantity?) -> Quantity? {
    let known = lines.compactMap(column)
    return known.isEmpty ? nil : Quantity.sum(known)
  }
}
