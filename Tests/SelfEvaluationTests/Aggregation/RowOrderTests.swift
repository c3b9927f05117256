// The order of rows in the files of actuals and of the roll-up decides nothing.

import Foundation
import Testing

@testable import SelfEvaluation

@Suite struct RowOrderTests {
  @Test func shuffledActualsGiveTheSameFigures() throws {
    let files = try Repository.sample("jsmi-2023")
    let options = try Repository.options()
    let original = Pipeline.examine(files, options: options)
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<3 {
      let shuffled = files.map { Self.shuffled($0, &generator) }
      let outcome = Pipeline.examine(shuffled, options: options)
      #expect(Self.figures(outcome) == Self.figures(original))
      #expect(
        outcome.findings.map(\.code.rawValue).sorted() == original.findings.map(\.code.rawValue).sorted())
    }
  }

  private static func shuffled(_ file: SourceFile, _ generator: inout SeededGenerator) -> SourceFile {
    let moved = file.path.hasPrefix("actuals/") || file.path == "rollup.csv"
    guard moved, let text = String(validating: file.bytes, as: UTF8.self), !text.contains("\"") else {
      return file
    }
    let lines = text.split(separator: "\n")
    guard let heading = lines.first else { return file }
    let rows = lines.dropFirst().shuffled(using: &generator)
    return SourceFile(path: file.path, bytes: Array(([heading] + rows).joined(separator: "\n").utf8) + [10])
  }

  private static func figures(_ outcome: Pipeline.Outcome) -> [String] {
    let cards = [outcome.unit.card].compactMap(\.self) + outcome.projects
    return cards.flatMap { card in
      [
        "\(card.name) \(card.total?.text ?? "") \(card.ruleTotal?.text ?? "") \(card.execution.rate?.text ?? "")"
      ]
        + card.rows.map { "\($0.indicator.name) \($0.achievement?.text ?? "") \($0.score?.text ?? "")" }
    } + outcome.unit.reconciliation.map { "\($0.id) \($0.left) \($0.right) \($0.verdict)" }
  }
}
