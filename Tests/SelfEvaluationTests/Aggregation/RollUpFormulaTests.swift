// FORMATS §1.3: the arithmetic of every 汇总方式.

import Testing

@testable import SelfEvaluation

@Suite struct RollUpFormulaTests {
  static func terms(_ values: [(Int64, Int64?)]) -> [Term] {
    values.map { value, weight in
      Term(
        value: Quantity(millionths: value), factor: 1, weight: weight.map(Quantity.init(millionths:)),
        weightFactor: 1)
    }
  }

  private static let million: Int64 = 1_000_000

  static func apply(
    _ method: RollUpMethod, _ values: [(Int64, Int64?)], _ unit: String = "台",
    worst: Direction = .smallIsWorse
  )
    -> String
  {
    let scaled = values.map { ($0.0 * million, $0.1.map { $0 * million }) }
    switch RollUpFormula.apply(method, to: terms(scaled), in: Measure(folded: unit), direction: worst) {
    case .value(let value): return value.text
    case .zeroDenominator: return "零"
    case .missingWeight: return "缺"
    case .outOfRange: return "溢出"
    }
  }

  @Test func methods() {
    let values: [(Int64, Int64?)] = [(27320, 3), (1612, 1), (5, 2)]
    #expect(Self.apply(.sum, values) == "28937")
    #expect(Self.apply(.mean, values) == "9645.6667")  // 28937 ÷ 3 = 9645.6666…
    #expect(Self.apply(.maximum, values) == "27320")
    #expect(Self.apply(.minimum, values) == "5")
    #expect(Self.apply(.worst, values) == "5")
    #expect(Self.apply(.worst, values, worst: .largeIsWorse) == "27320")
    #expect(Self.apply(.quote, [(7, nil)]) == "7")
    #expect(Self.apply(.mean, [(7, nil)]) == "7")
    #expect(Self.apply(.weightedMean, values) == "13930.3333")  // (81960 + 1612 + 10) ÷ 6
    #expect(Self.apply(.ratio, [(1, 3), (1, 3)]) == "0.3333")
  }

  @Test func ratioInPercentAndPerMille() {
    let scaled: [(Int64, Int64?)] = [(1, 3), (1, 3)]
    let terms = scaled.map {
      Term(value: Quantity(Int($0.0)), factor: 1, weight: $0.1.map { Quantity(Int($0)) }, weightFactor: 1)
    }
    #expect(
      RollUpFormula.apply(.ratio, to: terms, in: .percent, direction: .smallIsWorse)
        == .value(Quantity(millionths: 33_333_300)))
    #expect(
      RollUpFormula.apply(.ratio, to: terms, in: Measure(folded: "‰"), direction: .smallIsWorse)
        == .value(Quantity(millionths: 333_333_300)))
  }

  @Test func whatCannotBeComputedIsSaid() {
    #expect(Self.apply(.weightedMean, [(1, 0), (2, 0)]) == "零")
    #expect(Self.apply(.ratio, [(1, 0)]) == "零")
    #expect(Self.apply(.weightedMean, [(1, nil)]) == "缺")
    let huge = Self.terms([(.max, nil), (.max, nil)])
    #expect(RollUpFormula.apply(.sum, to: huge, in: .none, direction: .smallIsWorse) == .outOfRange)
    let product = Self.terms([(.max, .max), (.max, .max), (.max, .max)])
    #expect(
      RollUpFormula.apply(.weightedMean, to: product, in: .none, direction: .smallIsWorse) == .outOfRange)
  }

  /// Weights that cancel out are told as such, though the products above them cannot be added.
  @Test func divisorsOfNothing() {
    let cancelling = Self.terms([(.max, .max), (.max, .max), (-.max, -.max), (-.max, -.max)])
    #expect(
      RollUpFormula.apply(.weightedMean, to: cancelling, in: .none, direction: .smallIsWorse)
        == .zeroDenominator)
    #expect(
      RollUpFormula.parts(.weightedMean, of: cancelling) == RollUpParts(numerator: 0, denominator: 0))
    // A millionth is a divisor as any other.
    #expect(
      RollUpFormula.apply(
        .weightedMean, to: Self.terms([(5_000_000, 1)]), in: .none, direction: .smallIsWorse)
        == .value(Quantity(5)))
  }

  /// What is divided, exact and in whole units, so that figures of many units can be added before dividing.
  @Test func partsOfQuotients() {
    let terms = [
      Term(value: Quantity(3), factor: 10_000, weight: Quantity(2), weightFactor: 1),
      Term(value: Quantity(5), factor: 1, weight: Quantity(4), weightFactor: 100),
    ]
    let million: Int128 = 1_000_000
    #expect(
      RollUpFormula.parts(.mean, of: terms) == RollUpParts(numerator: 30_005 * million, denominator: 2))
    #expect(
      RollUpFormula.parts(.weightedMean, of: terms)
        == RollUpParts(numerator: (60_000 + 2000) * million * million, denominator: 402 * million))
    #expect(
      RollUpFormula.parts(.ratio, of: terms)
        == RollUpParts(numerator: 30_005 * million, denominator: 402 * million))
    #expect(RollUpFormula.parts(.sum, of: terms) == nil)
    #expect(RollUpFormula.parts(.ratio, of: Self.terms([(1, nil)])) == nil)
    let huge = RollUpParts(numerator: .max, denominator: 1)
    #expect(RollUpFormula.sum([huge, huge]) == nil)
    #expect(
      RollUpFormula.sum([huge, RollUpParts(numerator: -7, denominator: 2)])
        == RollUpParts(numerator: .max - 7, denominator: 3))
    #expect(RollUpFormula.divide(.ratio, huge, in: .percent) == .outOfRange)
    #expect(
      RollUpFormula.divide(.mean, RollUpParts(numerator: 1, denominator: .max), in: Measure(folded: "万份"))
        == .outOfRange)
  }

  /// The arithmetic as it is printed.
  @Test func substitutions() {
    let terms = [
      Term(value: Quantity(3), factor: 1, weight: Quantity(2), weightFactor: 1),
      Term(value: Quantity(5), factor: 1, weight: nil, weightFactor: 1),
    ]
    func shown(_ method: RollUpMethod, _ unit: String = "台", _ count: Int = 2) -> String {
      RollUpFormula.substitution(method, Array(terms.prefix(count)), in: Measure(folded: unit))
    }
    #expect(shown(.sum) == "3 + 5" && shown(.mean) == "(3 + 5) ÷ 2" && shown(.maximum) == "最大(3，5)")
    #expect(shown(.minimum) == "最小(3，5)" && shown(.worst) == "最差(3，5)" && shown(.worst, "台", 1) == "3")
    #expect(shown(.quote, "台", 1) == "3" && shown(.sum, "万台") == "0.0003 + 0.0005")
    #expect(shown(.weightedMean) == "(3 × 2 + 5 × —) ÷ (2 + —)")
    #expect(shown(.ratio) == "(3 + 5) ÷ (2 + —)" && shown(.ratio, "%") == "(3 + 5) ÷ (2 + —) × 100")
    #expect(shown(.ratio, "‰") == "(3 + 5) ÷ (2 + —) × 1000")
  }

  /// Figures of different scales are shown in one, so that the printed arithmetic is true.
  @Test func mixedScalesAreShownInOne() {
    func term(_ value: Int, _ factor: Int64, _ weight: Int, _ weightFactor: Int64) -> Term {
      Term(value: Quantity(value), factor: factor, weight: Quantity(weight), weightFactor: weightFactor)
    }
    func shown(_ method: RollUpMethod, _ unit: String, _ terms: Term...) -> String {
      RollUpFormula.substitution(method, terms, in: Measure(folded: unit))
    }
    #expect(
      shown(.weightedMean, "台", term(9, 1, 3, 10_000), term(8, 1, 2, 1))
        == "(9 × 30000 + 8 × 2) ÷ (30000 + 2)")
    #expect(
      shown(.weightedMean, "台", term(9, 1, 3, 10_000), term(8, 1, 2, 10_000)) == "(9 × 3 + 8 × 2) ÷ (3 + 2)")
    #expect(shown(.ratio, "%", term(2, 10_000, 3, 10_000)) == "(2) ÷ (3) × 100")
    #expect(shown(.ratio, "%", term(2, 10_000, 30_000, 1)) == "(20000) ÷ (30000) × 100")
    #expect(shown(.ratio, "万元/人", term(30, 10_000, 20, 1)) == "(30) ÷ (20)")
    #expect(shown(.ratio, "元/人", term(30, 10_000, 20, 1)) == "(300000) ÷ (20)")
    #expect(shown(.ratio, "万元/人", term(300_000, 1, 20, 1)) == "(300000) ÷ (20) ÷ 10000")
  }

  @Test func scalesOfUnits() {
    let terms = [
      Term(value: Quantity(millionths: 1_790_000), factor: 10_000, weight: nil, weightFactor: 1),
      Term(value: Quantity(1560), factor: 1, weight: nil, weightFactor: 1),
    ]
    #expect(
      RollUpFormula.apply(.sum, to: terms, in: Measure(folded: "份"), direction: .smallIsWorse)
        == .value(Quantity(19460)))
    #expect(
      RollUpFormula.apply(.sum, to: terms, in: Measure(folded: "万份"), direction: .smallIsWorse)
        == .value(Quantity(millionths: 1_946_000)))
  }

  /// The sum of the parts is the sum of the sums, in whatever order.
  @Test func sumsAreExactInAnyOrder() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let values = (0..<20).map { _ in
        Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &generator)
      }
      let expected = RollUpFormula.Result.value(Quantity(millionths: values.reduce(0, +)))
      for order in [values, values.shuffled(using: &generator)] {
        #expect(
          RollUpFormula.apply(
            .sum, to: Self.terms(order.map { ($0, nil) }), in: .none, direction: .smallIsWorse) == expected)
      }
    }
  }
}
