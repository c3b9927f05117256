// What the sections share: indicators sorted by outcome, counts by level, and whose figures they are.

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
  private var counts: [CompletionKind: Int] = [:]
  private(set) var total = 0

  init(_ rows: some Sequence<ScoredIndicator>) {
    for row in rows {
      counts[row.outcome, default: 0] += 1
      total += 1
    }
  }

  subscript(_ outcome: CompletionKind) -> Int { counts[outcome] ?? 0 }

  /// `完成54个、超额1个、未完成15个`, without what there is none of, or 全部完成.
  var text: String {
    if self[.met] == total { return "全部完成" }
    return CompletionKind.allCases.filter { self[$0] > 0 }.map { "\($0.word)\(self[$0])个" }.joined(
      separator: "、")
  }
}

/// One indicator with the card it stands on.
struct PlacedIndicator {
  let card: Scorecard
  let row: ScoredIndicator
}

/// A report with what the narrative asks of it again and again.
struct NarrativeFacts {
  let report: CheckedReport
  let unit: BudgetUnit
  let cards: [Scorecard]
  let year: Int

  init(_ report: CheckedReport) {
    self.report = report
    unit = report.submission.unit
    cards = report.cards
    year = unit.year
  }

  var card: Scorecard? { report.unit.card }
  var projects: [Scorecard] { report.projects }
  var isHalf: Bool { report.period == .half }
  /// `2023年度` or `2023年上半年`.
  var span: String { isHalf ? "\(year)年上半年" : "\(year)年度" }

  /// Every indicator, the unit's own first.
  var all: [PlacedIndicator] {
    cards.flatMap { card in card.rows.map { PlacedIndicator(card: card, row: $0) } }
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
    isHalf ? (place.row.signal?.light ?? .green) <= .yellow : place.row.outcome == .unmet
  }

  /// The figures of a unit indicator that was rolled up.
  func rolled(_ row: ScoredIndicator) -> RolledFigure? {
    guard case .rolledUp? = row.achievement?.source else { return nil }
    return report.unit.figures.first { $0.entry.indicator.ordinal == row.indicator.ordinal }
  }

  /// The unit's execution rate computed from its money: section four explains it by its projects.
  func isWholeExecution(_ place: PlacedIndicator) -> Bool {
    place.card.sheet.isUnit && place.row.achievement?.source == .computed && !projects.isEmpty
  }

  /// Level-1 names of some cards in sheet order, with their rows; 产出 and 产出指标 are one.
  func levels(_ cards: [Scorecard]) -> [(name: String, rows: [ScoredIndicator])] {
    var order: [(key: String, name: String)] = []
    var rows: [String: [ScoredIndicator]] = [:]
    for row in cards.flatMap(\.rows) {
      let key = report.rubric.canonical(row.indicator.levelOne)
      if rows[key] == nil { order.append((key, row.indicator.levelOne)) }
      rows[key, default: []].append(row)
    }
    return order.map { ($0.name, rows[$0.key] ?? []) }
  }

  func levels(_ card: Scorecard) -> [(name: String, rows: [ScoredIndicator])] { levels([card]) }

  /// Weight and score of rows that apply.
  static func points(_ rows: [ScoredIndicator]) -> (weight: Points, score: Points) {
    let applicable = rows.filter { !$0.isNotApplicable }
    return (Points.sum(applicable.compactMap(\.weight)), Points.sum(applicable.compactMap(\.score)))
  }
}
