// What the sections share: indicators sorted by outcome, counts by level, and whose figures they are.

internal import Synchronization

/// How an indicator came out at year end.
enum CompletionKind: Int, CaseIterable {
  case met, far, unmet, inapplicable

  var word: String {
    switch self {
    case .met: "完成"
    case .far: "超额"
    case .unmet: "未完成"
    case .inapplicable: "不适用"
    }
  }
}

extension ScoredIndicator {
  /// 完成, 超额 (met, above 130 %), 未完成, or 不适用 (which includes the few that cannot be judged).
  var outcome: CompletionKind {
    switch isMet {
    case true?: isFarAbove ? .far : .met
    case false?: .unmet
    case nil: .inapplicable
    }
  }
}

/// How many indicators came out how.
struct Tally {
  private var counts = [Int](repeating: 0, count: CompletionKind.allCases.count)
  private(set) var total = 0

  init(_ places: some Sequence<PlacedIndicator>) {
    for place in places {
      counts[place.outcome.rawValue] += 1
      total += 1
    }
  }

  subscript(_ outcome: CompletionKind) -> Int { counts[outcome.rawValue] }

  /// `完成54个、超额1个、未完成15个`, without what there is none of, or 全部完成.
  var text: String {
    if self[.met] == total { return total == 1 ? "已完成" : "全部完成" }
    return CompletionKind.allCases.filter { self[$0] > 0 }.map { "\($0.word)\(self[$0])个" }.joined(
      separator: "、")
  }
}

/// One indicator with the card it stands on. An object, because the sections look at it again and again and a copy of
/// it is dear.
final class PlacedIndicator: Sendable {
  let card: Scorecard
  let row: ScoredIndicator
  let outcome: CompletionKind

  init(_ row: ScoredIndicator, on card: Scorecard) {
    (self.card, self.row, outcome) = (card, row, row.outcome)
  }
}

/// A report with what its pages ask of it again and again; made once for all of them.
final class NarrativeFacts: Sendable {
  let report: CheckedReport
  let unit: BudgetUnit
  let cards: [Scorecard]
  let year: Int
  /// Every indicator, the unit's own first.
  let all: [PlacedIndicator]
  /// The same by sheet, in the order of `cards`.
  let places: [[PlacedIndicator]]
  /// Where the figures of a rolled-up indicator stand among the unit's, by its ordinal.
  private let figures: [Int: Int]
  private let drawn = Mutex<ReportCharts?>(nil)

  init(_ report: CheckedReport) {
    self.report = report
    unit = report.submission.unit
    cards = report.cards
    year = unit.year
    places = cards.map { card in card.rows.map { PlacedIndicator($0, on: card) } }
    all = places.flatMap { $0 }
    figures = Dictionary(
      report.unit.figures.enumerated().map { ($1.entry.indicator.ordinal, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The charts that stand both on the index and in the report, drawn when one of them first asks.
  var charts: ReportCharts {
    drawn.withLock { drawn in
      let charts = drawn ?? ReportCharts(self)
      drawn = charts
      return charts
    }
  }

  var card: Scorecard? { report.unit.card }
  var projects: [Scorecard] { report.projects }
  var isHalf: Bool { report.period == .half }
  /// `2023年度` or `2023年上半年`.
  var span: String { report.period.span(of: year) }

  /// The indicators of the unit's own sheet; empty where there is none.
  var ofUnit: [PlacedIndicator] { card == nil ? [] : places[0] }
  /// Those of each project, in the order of `projects`.
  var ofProjects: ArraySlice<[PlacedIndicator]> { card == nil ? places[...] : places.dropFirst() }

  /// The indicators of one card.
  func places(of card: Scorecard) -> [PlacedIndicator] {
    cards.firstIndex { $0.name.isSameBytes(card.name) }.map { places[$0] } ?? []
  }

  /// The money of the whole: the unit's own where it filed any, else the sum of the projects.
  var money: (execution: Execution?, isUnit: Bool) {
    if let card, !card.sheet.expenses.isEmpty { return (card.execution, true) }
    return (projects.count == 1 ? projects.first?.execution : nil, false)
  }

  /// Name of a sheet in running text.
  func name(_ card: Scorecard) -> String { card.sheet.isUnit ? "部门整体" : card.name }

  /// `部门整体和8个项目`, whatever there is of it.
  var scope: String {
    let count = projects.count == 1 ? Prose.quoted(projects[0].name) + "一个项目" : "\(projects.count)个项目"
    if card == nil { return count }
    return projects.isEmpty ? "部门整体" : "部门整体和\(count)"
  }

  /// Whether an indicator is to be explained: unmet, at half-year with a red or yellow light.
  func isBehind(_ place: PlacedIndicator) -> Bool {
    isHalf ? (place.row.signal?.light ?? .green) <= .yellow : place.outcome == .unmet
  }

  /// The figures of a unit indicator that was rolled up.
  func rolled(_ row: ScoredIndicator) -> RolledFigure? {
    guard case .rolledUp? = row.achievement?.source else { return nil }
    return figures[row.indicator.ordinal].map { report.unit.figures[$0] }
  }

  /// Whether there are such figures.
  func isRolled(_ place: PlacedIndicator) -> Bool {
    guard case .rolledUp? = place.row.achievement?.source else { return false }
    return figures[place.row.indicator.ordinal] != nil
  }

  /// The project indicators a unit figure was made from, with their results.
  func sources(of figure: RolledFigure) -> [PlacedIndicator] {
    figure.contributions.compactMap { part in
      projects.first { $0.name.isSameBytes(part.project) }.map { places(of: $0)[part.indicator.ordinal - 1] }
    }
  }

  /// Whether a rolled-up figure came from an indicator that a project missed too: what there is to say is said there.
  func isToldByProject(_ place: PlacedIndicator) -> Bool {
    rolled(place.row).map { sources(of: $0).contains(where: isBehind) } ?? false
  }

  /// Whether its figure was filed, and not rolled up or computed; W310 asks reasons of no others.
  func isFiled(_ place: PlacedIndicator) -> Bool {
    guard case .filed? = place.row.achievement?.source else { return false }
    return true
  }

  /// The unit's execution rate computed from its money: section four explains it by its projects.
  func isWholeExecution(_ place: PlacedIndicator) -> Bool {
    guard case .computed? = place.row.achievement?.source else { return false }
    return place.card.sheet.isUnit && !projects.isEmpty
  }
}
