// 汇总表 as figures: many units in rank order, their totals, and indicators of one name rolled up across them.

/// One unit with a report.
struct OverviewUnit: Sendable {
  let id: String
  let code: String
  let name: String
  let folder: String
  let counts: UnitLine.Counts
  let score: Points?
  let ruleScore: Points?
  let grade: Grade?
  let light: Light?
  let lights: [Int]
  let rows: Int
  let unmet: Int
  let budget: Quantity?
  let spent: Quantity?
  let submission: String
  /// `Rubric.digest` of the rubric it was scored by.
  let rubric: String
  let output: String
  /// 名次: units with the same score share it; nil without a score.
  var rank: Int?

  /// `once` gives the one copy of a text that is kept.
  init(_ line: UnitLine, _ result: UnitResult, once: (String) -> String = { $0 }) {
    rubric = once(line.rubric.digest)
    (id, code, name, folder, counts) = (line.id, line.code, line.unit, line.folder, line.counts)
    (score, ruleScore, grade) = (result.score, result.ruleScore, result.grade)
    (light, lights, rows, unmet) = (result.light, result.lights, result.rows, result.unmet)
    (budget, spent) = (result.budget, result.spent)
    (submission, output) = (result.submission, result.output)
  }

  /// 预算执行率 in percent.
  var rate: Quantity? { budget.flatMap { whole in spent.flatMap { Execution.percent($0, of: whole) } } }
}

/// One folder without a report.
struct OverviewFailure: Sendable {
  let id: String
  let code: String
  let name: String
  let folder: String
  let errors: Int
  let reason: String
  let first: String

  init(_ line: UnitLine) {
    (id, code, name, folder) = (line.id, line.code, line.unit, line.folder)
    errors = line.counts.errors
    (reason, first) = (line.refusal?.reason ?? "", line.refusal?.first ?? "")
  }
}

/// The overview of many units; it does not depend on the order in which their lines came, nor on how they were divided.
public struct Overview: Sendable {
  let period: Period
  let year: Int?
  let version: String
  /// That of most units, under the smallest of its names.
  let rubric: UnitLine.RubricName
  let natures: [String]
  /// By score, best first; then by name.
  let units: [OverviewUnit]
  /// By folder.
  let failed: [OverviewFailure]
  /// Indicators that at least two units have, in the order of their sheets.
  let figures: [OverviewFigure]
  /// What the figures were made of.
  let items: [OverviewItem]
  /// How many indicators only one unit has: nothing to roll up.
  let lonely: Int

  init(
    _ period: Period, year: Int?, _ version: String, _ rubric: UnitLine.RubricName, _ natures: [String],
    _ units: [OverviewUnit], _ items: [OverviewItem], _ failed: [OverviewFailure]
  ) {
    (self.period, self.year, self.version, self.rubric, self.natures) = (
      period, year, version, rubric, natures
    )
    let order = units.indices.sorted { Overview.precedes(units[$0], units[$1]) }
    var places = [Int32](repeating: 0, count: units.count)
    for (place, index) in order.enumerated() { places[index] = Int32(place) }
    self.units = Overview.ranked(order.map { units[$0] })
    self.failed = failed.sorted { left, right in
      Bytewise.precedes(left.folder, right.folder)
        || left.folder == right.folder && Bytewise.precedes(left.id, right.id)
    }
    self.items = items
    (figures, lonely) = OverviewRoller.roll(items, places: places)
  }

  private static func precedes(_ left: OverviewUnit, _ right: OverviewUnit) -> Bool {
    switch (left.score, right.score) {
    case (let a?, let b?) where a != b: return a > b
    case (.some, nil): return true
    case (nil, .some): return false
    default: return Bytewise.precedes(left.id, right.id)
    }
  }

  private static func ranked(_ units: [OverviewUnit]) -> [OverviewUnit] {
    var units = units
    for index in units.indices where units[index].score != nil {
      let isTied = index > 0 && units[index - 1].score == units[index].score
      units[index].rank = isTied ? units[index - 1].rank : index + 1
    }
    return units
  }

  /// The units scored by another rubric than most, in the order of the table.
  var deviating: [OverviewUnit] { units.filter { $0.rubric != rubric.digest } }

  /// How many folders there were.
  public var count: Int { units.count + failed.count }
  /// How many of them have no report.
  public var failedCount: Int { failed.count }

  /// What it was made from, hashed: every unit with its submission, and every failure.
  var digest: String {
    let lines =
      units.map { "\($0.id)\0\($0.submission)\n" }.sorted(by: Bytewise.precedes)
      + failed.map { "\($0.folder)\0\($0.reason)\n" }
    return Digest.sha256(Array(lines.joined().utf8))
  }

  /// The sum of money over all units that have some, exact; nil where none has, or out of range.
  func sum(_ figure: (OverviewUnit) -> Quantity?) -> Quantity? {
    let known = units.compactMap(figure)
    return known.isEmpty ? nil : Quantity.sum(known)
  }

  /// The mean of points over the units that have some, two decimals.
  func mean(_ points: (OverviewUnit) -> Points?) -> Points? {
    let known = units.compactMap(points)
    guard !known.isEmpty else { return nil }
    let total = known.reduce(Int128(0)) { $0 + Int128($1.hundredths) }
    return Points(hundredths: Int64(clamping: roundedHalfAway(total, Int128(known.count))))
  }

  /// 预算执行率 over the units whose money is complete: spent over budget.
  var rate: Quantity? {
    let whole = units.filter { $0.budget != nil && $0.spent != nil }
    guard let budget = Quantity.sum(whole.compactMap(\.budget)),
      let spent = Quantity.sum(whole.compactMap(\.spent))
    else { return nil }
    return Execution.percent(spent, of: budget)
  }
}
