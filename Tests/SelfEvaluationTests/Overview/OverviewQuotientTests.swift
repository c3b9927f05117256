// 指标溯源 shows what a quotient was made of: what stands there gives, divided, the value beside it.

import Foundation
import Testing

@testable import SelfEvaluation

struct OverviewQuotientTests {
  /// The unit's target, the method, and the target, the actuals and the weights of its sources.
  struct Case: CustomTestStringConvertible {
    let target: String
    let method: String
    let source: String
    let actuals: [String]
    let weights: [String]
    /// 值, 分子, 分母, 算式.
    let expected: [String]

    var testDescription: String { "\(method) \(target) \(source)" }

    var fixture: RollUpFixture {
      var fixture = RollUpFixture.from(
        target, method, actuals, sources: actuals.map { _ in source }, level: "履职")
      guard !weights.isEmpty else { return fixture }
      for (project, weight) in zip(["甲", "乙"], weights) {
        fixture.targets.append([project, "产出", "权项", "≥1台"])
        fixture.actuals.append([project, "权项", weight])
      }
      fixture.rollUp = fixture.rollUp.map { Array($0.dropLast()) + ["权项"] }
      return fixture
    }
  }

  static let cases = [
    Case(
      target: "≥80%", method: "加权平均", source: "≥80%", actuals: ["92.33%", "86.5%"],
      weights: ["100台", "200台"], expected: ["88.4433", "26533", "300", "分子÷分母"]),
    Case(
      target: "≥800‰", method: "加权平均", source: "≥800‰", actuals: ["923.3‰", "865‰"],
      weights: ["100台", "200台"], expected: ["884.4333", "265330", "300", "分子÷分母"]),
    Case(
      target: "≥1万台", method: "加权平均", source: "≥10000台", actuals: ["12345台", "2万台"],
      weights: ["1台", "2台"], expected: ["1.7448", "5.2345", "3", "分子÷分母"]),
    Case(
      target: "≥10000台", method: "加权平均", source: "≥1万台", actuals: ["1.2345万台", "2万台"],
      weights: ["1台", "2台"], expected: ["17448.3333", "52345", "3", "分子÷分母"]),
    Case(
      target: "≥80%", method: "平均", source: "≥80%", actuals: ["92.33%", "86.5%"], weights: [],
      expected: ["89.415", "178.83", "2", "分子÷分母"]),
    Case(
      target: "≥800‰", method: "平均", source: "≥80%", actuals: ["92.33%", "86.5%"], weights: [],
      expected: ["894.15", "1788.3", "2", "分子÷分母"]),
    Case(
      target: "≥1万台", method: "平均", source: "≥1万台", actuals: ["1.2345万台", "2万台"], weights: [],
      expected: ["1.6173", "3.2345", "2", "分子÷分母"]),
    Case(
      target: "≥10台", method: "平均", source: "≥10台", actuals: ["12台", "21台"], weights: [],
      expected: ["16.5", "33", "2", "分子÷分母"]),
    Case(
      target: "≥80%", method: "比率", source: "≥1台", actuals: ["95台", "180台"],
      weights: ["100台", "200台"], expected: ["91.6667", "275", "300", "分子÷分母×100"]),
    Case(
      target: "≥800‰", method: "比率", source: "≥1台", actuals: ["95台", "180台"],
      weights: ["100台", "200台"], expected: ["916.6667", "275", "300", "分子÷分母×1000"]),
    Case(
      target: "≥1万台", method: "比率", source: "≥1台", actuals: ["3万台", "60000台"],
      weights: ["1台", "2台"], expected: ["3", "9", "3", "分子÷分母"]),
    Case(
      target: "≥1台", method: "比率", source: "≥1万台", actuals: ["3万台", "6万台"],
      weights: ["1台", "2台"], expected: ["30000", "90000", "3", "分子÷分母"]),
  ]

  @Test(arguments: cases) func `numerator by denominator is the value`(_ test: Case) throws {
    let outcome = try test.fixture.outcome()
    let report = try #require(
      outcome.report, "\(outcome.findings.filter { $0.severity == .error }.map(\.message))")
    let lines = ["a", "b"].map { UnitLine(report, folder: $0, id: $0, output: $0).bytes }
    let overview = try Lines.overview(lines)
    let path = OverviewPaths.lineage(0, of: 1)
    let lineage = OverviewFigureLayout(overview: overview).lineage()
    let rows = try cells(try Renderer.csv(.lineage, path, try #require(lineage.first), .utf8BOM))
    #expect(rows[0].count == 11)
    let found = rows.filter { $0[1] == "总项" }
    #expect(found.count == 2)
    for row in found {
      #expect([row[5], row[7], row[8], row[9]] == test.expected)
      // Divided as it says, by arithmetic of its own.
      let factor = row[9].split(separator: "×").dropFirst().first
      let numerator = try #require(Decimal(string: row[7]))
      let denominator = try #require(Decimal(string: row[8]))
      var quotient = numerator / denominator * (try #require(Decimal(string: String(factor ?? "1"))))
      var rounded = Decimal()
      NSDecimalRound(&rounded, &quotient, 4, .plain)
      #expect(rounded == Decimal(string: row[5]))
    }
    // Two units alike: their figure together is that of each.
    let figure = try #require(overview.figures.first { $0.name == "总项" })
    #expect(figure.value == test.expected[0])
  }

  @Test func `a target in 万台 is not taken for one in 台`() throws {
    func indicator(_ target: String, _ measure: String) throws -> UnitIndicator {
      let goal = try Numeral(reading: target).quantity
      return UnitIndicator(
        name: "台数", levelOne: "产出", levelTwo: "",
        target: .number(.atLeast, goal, Measure(folded: measure)), actual: .number(goal), words: "",
        isMet: true, method: .mean,
        parts: RollUpParts(
          numerator: Int128(goal.millionths) * Int128(Measure(folded: measure).factor), denominator: 1))
    }
    func target(_ goals: [(String, String)]) throws -> String? {
      let items = try goals.enumerated().map { unit, goal in
        OverviewItem(unit: Int32(unit), position: 0, try indicator(goal.0, goal.1))
      }
      return OverviewRoller.roll(items, places: goals.indices.map(Int32.init)).0.first?.target
    }
    #expect(try target([("28", "台"), ("28", "万台")]) == "")
    #expect(try target([("2.8", "万台"), ("28000", "台")]) == "28000")
    #expect(try target([("2.8", "万台"), ("2.8", "万台")]) == "2.8")
    #expect(try target([("95", "%"), ("950", "‰")]) == "950")
  }
}
