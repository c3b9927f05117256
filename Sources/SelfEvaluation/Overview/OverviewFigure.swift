// Indicators of one name across units: rolled up by the rules by which a unit rolls up its projects.

/// One indicator of one unit, on its way into an overview.
struct OverviewItem: Sendable {
  /// Position of the unit among the lines.
  let unit: Int32
  /// Position in its sheet.
  let position: Int32
  let name: String
  let levelOne: String
  let levelTwo: String
  let target: Target
  /// A grade always has a percentage: where the unit gave none, the share it earns by the unit's rubric.
  let actual: Actual?
  /// Whether the percentage of a grade is the rubric's.
  let isBare: Bool
  let words: String
  let isMet: Bool?
  /// The method across units.
  let method: RollUpMethod
  /// None or one: few figures are quotients, and an empty array takes less room than two wide numbers.
  private let quotient: [RollUpParts]
  var parts: RollUpParts? { quotient.first }

  /// `once` gives the one copy of a text that is kept.
  init(
    unit: Int32, position: Int32, _ indicator: UnitIndicator, once: (String) -> String = { $0 }
  ) {
    (self.unit, self.position) = (unit, position)
    (name, levelOne, levelTwo) = (
      once(indicator.name), once(indicator.levelOne), once(indicator.levelTwo)
    )
    (target, words) = (indicator.target, once(indicator.words))
    if case .attainment(let grade, nil)? = indicator.actual {
      (actual, isBare) = (.attainment(grade, percent: indicator.share), true)
    } else {
      (actual, isBare) = (indicator.actual, false)
    }
    (isMet, quotient) = (indicator.isMet, indicator.parts.map { [$0] } ?? [])
    method = OverviewItem.method(indicator)
  }

  /// The unit's own method; where that was no roll-up (自报, or quoting its only source), the rule for namesakes
  /// (FORMATS §1.3): things counted are summed, everything else is worst-of.
  private static func method(_ indicator: UnitIndicator) -> RollUpMethod {
    guard [.own, .quote].contains(indicator.method) else { return indicator.method }
    if case .number(_, _, let measure) = indicator.target, measure.counts(Name(indicator.name)) {
      return .sum
    }
    return .worst
  }

  /// The value as shown: a bare number, a date, or words.
  var value: String {
    switch actual {
    case .number(let value)?: value.text
    case .date(let day)?: day.text
    case .progress(let percent)?: "\(percent.text)%"
    case .notApplicable?: UnitIndicator.notApplicable
    case .attainment, .onSchedule: words
    case nil: ""
    }
  }
}

/// An indicator of several units with what came of rolling it up.
struct OverviewFigure: Sendable {
  let name: String
  let levelOne: String
  let method: RollUpMethod
  let measure: Measure
  /// How many units have it, to how many it applies, and how many of those met their target.
  let units: Int
  let applicable: Int
  let met: Int
  /// Empty where it cannot be said; `remark` says why.
  let value: String
  /// The same formula applied to the targets; empty where it cannot be.
  let target: String
  let remark: String
  /// Position in the overview of the unit whose figure decided, where one did.
  let decisive: Int?
  /// Every figure that went in: position of its unit, and its own among the overview's items.
  let items: [(unit: Int32, item: Int32)]
  /// The foremost place it has on any sheet.
  let foremost: Int32
  /// The place of the first of its figures on its sheet.
  let position: Int32
}
