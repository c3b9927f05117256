// 增减 beside last year's figure: in the unit of this year's target.

import Testing

@testable import SelfEvaluation

@Suite struct PreviousChangeTests {
  /// This year's target and actual, last year's figure and its unit, the change; nil where the units differ.
  static let changes: [(String, String, String, String, String?)] = [
    ("≥1.5万个", "1.8万个", "20000", "个", "-0.2"), ("≥15000个", "18000个", "2", "万项", "-2000"),
    ("≥5‰", "6‰", "0.5", "%", "1"), ("≥5台", "6台", "4", "台/件", "2"), ("≥5台", "6台", "4", "台", "2"),
    ("≥5", "6", "4", "", "2"), ("≥5台", "6台", "4", "套", nil), ("≥5台", "6台", "4", "", nil),
    ("≥5台", "6台", "健全", "", nil),
  ]

  @Test(arguments: changes) func isInTheUnitOfTheTarget(
    _ target: String, _ actual: String, _ bare: String, _ measure: String, _ change: String?
  ) throws {
    let project = ScorerTests.Project(targets: [["产出", "一", target, "100"]], actuals: [["一", actual]])
    let card = try project.card()
    var previous = PreviousFigures(unit: "某单位", year: 2022)
    previous.add(
      PreviousFigures.Entry(bare: bare, measure: measure), sheet: "甲", levelTwo: "某类", name: "一")
    let found = try #require(previous.comparison(of: card.rows[0], on: card))
    #expect(found.change?.text == change && found.entry.text == bare + measure)
  }
}
