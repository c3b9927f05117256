// Scorecards by the name of their sheet.

struct CardIndex: Sendable {
  private let cards: [Name: Scorecard]

  init(_ cards: [Scorecard]) {
    self.cards = Dictionary(cards.map { (Name($0.name), $0) }, uniquingKeysWith: { first, _ in first })
  }

  func card(named name: String) -> Scorecard? { cards[Name(name)] }
}
