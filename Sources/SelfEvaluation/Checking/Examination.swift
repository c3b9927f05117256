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
  }
}
