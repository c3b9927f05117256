// What the rules of judgement look at: the finished figures, walked through once for all of them.

/// Everything a rule of judgement may look at.
struct Examination: Sendable {
  let submission: Submission
  let projects: [Scorecard]
  let unit: UnitScorecard
  let rubric: Rubric
  let period: Period
  /// All scorecards, the unit's own first.
  let cards: [Scorecard]
  /// All indicators of all sheets, the unit's own first.
  let rows: [ExaminedRow]
  /// The figures of the unit by the ordinal of their indicator.
  let figures: [Int: RolledFigure]
  /// The projects by name.
  let index: CardIndex
  /// Indicators with the name of their sheet, by the cells of their name and targets.
  private let cells: [Int: (sheet: String, indicator: Indicator)]

  init(
    submission: Submission, projects: [Scorecard], unit: UnitScorecard, rubric: Rubric, period: Period
  ) {
    (self.submission, self.projects, self.unit) = (submission, projects, unit)
    (self.rubric, self.period) = (rubric, period)
    cards = [unit.card].compactMap { $0 } + projects
    rows = cards.flatMap { card in card.rows.map { ExaminedRow(card: card, row: $0) } }
    figures = Dictionary(
      unit.figures.map { ($0.entry.indicator.ordinal, $0) }, uniquingKeysWith: { first, _ in first })
    index = CardIndex(projects)
    cells = Examination.cells(of: submission.sheets)
  }

  /// The indicator a cross-check points at; nil where it is about money.
  func indicator(of check: ReconciliationCheck) -> Indicator? {
    guard let origin = check.origin, let found = cells[Examination.key(origin)], let sheet = check.sheet,
      sheet.isSameText(found.sheet)
    else { return nil }
    let indicator = found.indicator
    let isMeant =
      indicator.origin == origin || indicator.year?.origin == origin || indicator.half?.origin == origin
    return isMeant ? indicator : nil
  }

  private static func cells(of sheets: [Sheet]) -> [Int: (sheet: String, indicator: Indicator)] {
    var cells: [Int: (sheet: String, indicator: Indicator)] = [:]
    cells.reserveCapacity(3 * sheets.reduce(0) { $0 + $1.indicators.count })
    for sheet in sheets {
      for indicator in sheet.indicators {
        for origin in [indicator.origin, indicator.year?.origin, indicator.half?.origin] {
          if let origin { cells[key(origin)] = (sheet.name, indicator) }
        }
      }
    }
    return cells
  }

  /// No two cells have the same: the file and the offset in it.
  private static func key(_ origin: Origin) -> Int { Int(origin.file) << 32 | Int(origin.offset) }
}
