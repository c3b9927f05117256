// FORMATS §2: every formula with worked figures.

import Testing

@testable import SelfEvaluation

@Suite struct ScoreRuleTests {
  /// Target, actual, weight in hundredths, points.
  static let worked: [(String, String, Int64, String)] = [
    ("≥28000台", "27320台", 400, "3.90"),  // 4 × 27320 ÷ 28000 = 3.902857
    ("≤1%", "1.2%", 200, "1.60"),  // 2 × (1 − 0.2 ÷ 1)
    ("≤2.5%", "5%", 200, "0.00"),  // twice the limit
    ("=100%", "97.3%", 200, "1.95"),  // 2 × 0.973 = 1.946
    ("=0次", "1次", 300, "0.00"),
    ("≥1.8万份", "17000份", 500, "4.72"),  // 5 × 17000 ÷ 18000 = 4.7222
    ("2023年12月31日", "2024年1月30日", 300, "2.75"),  // 3 × (1 − 30 ÷ 365) = 2.7534
    ("2023年12月31日", "2023年12月31日", 300, "3.00"), ("2023年12月31日", "2025年1月31日", 300, "0.00"),
    ("2023年12月31日", "2024年1月1日", 300, "2.99"),  // 3 × (1 − 1 ÷ 365) = 2.9918
    ("≥78项", "79项", 250, "2.50"), ("≥78项", "-3项", 250, "0.00"), ("≥0项", "0项", 250, "2.50"),
    ("≥0项", "-1项", 250, "0.00"),
    ("≥-5℃", "-6℃", 250, "0.00"), (">0", "0", 250, "2.50"), (">10", "10", 250, "2.50"),
    (">10", "9", 250, "2.25"),
    ("<5%", "5%", 250, "2.50"), ("<5%", "6%", 250, "2.00"), ("<0℃", "0℃", 250, "2.50"),
    ("≤0%", "0%", 119, "1.19"),
    ("≤0%", "1%", 119, "0.00"),
    ("≤2年", "3年", 200, "1.00"), ("=100%", "120%", 200, "2.00"), ("=0次", "0次", 300, "3.00"),
    ("=0次", "-1次", 300, "3.00"),
    ("=-5", "-6", 200, "0.00"), ("=-5", "-4", 200, "2.00"),
    ("90%-95%", "92%", 200, "2.00"), ("90%-95%", "81%", 200, "1.80"), ("90%-95%", "114%", 200, "1.60"),
    ("序时进度", "序时进度", 138, "1.38"), ("序时进度", "90%", 138, "1.24"), ("序时进度", "130%", 138, "1.38"),
    ("序时进度", "部分达成", 100, "0.70"), ("健全", "达成", 250, "2.50"), ("健全", "部分达成", 250, "1.75"),
    ("健全", "未达成", 250, "0.75"), ("健全", "部分达成 75%", 250, "1.88"),  // 1.875, away from zero
    ("≥3", "1", 1, "0.00"), ("≥2", "1", 1, "0.01"),  // 0.0033 and 0.005
  ]

  @Test(arguments: worked) func scores(_ target: String, _ actual: String, _ weight: Int64, _ points: String)
    throws
  {
    #expect(try ScoreRuleTests.points(target, actual, weight) == points)
  }

  static func points(
    _ target: String, _ actual: String, _ weight: Int64, _ overrides: [(String, String)] = []
  ) throws -> String {
    let rows = overrides.map { RubricRow(item: $0.0, value: $0.1, basis: "", origin: nil) }
    let (rubric, findings) = RubricReader.read(
      named: "jiangsu", base: Rubrics.builtIn("jiangsu"), overrides: rows)
    try #require(findings.isEmpty)
    let goal = try #require(TargetParser.parse(target).value)
    let value = try #require(ActualParser.parse(actual, for: goal).value)
    let (score, derivation) = try #require(
      ScoreRule(rubric: rubric).score(Points(hundredths: weight), goal, value))
    #expect(
      !derivation.formula.isEmpty && derivation.substitution.contains(score.plain)
        || derivation.substitution.contains(score.text))
    return score.text
  }

  @Test func alternativeFormulas() throws {
    #expect(try ScoreRuleTests.points("≤2年", "3年", 200, [("反向公式", "比例")]) == "1.33")  // 2 × 2 ÷ 3
    #expect(try ScoreRuleTests.points("=100%", "120%", 200, [("等于公式", "偏离")]) == "1.60")  // 2 × (1 − 0.2)
    #expect(try ScoreRuleTests.points("=100%", "300%", 200, [("等于公式", "偏离")]) == "0.00")
    #expect(try ScoreRuleTests.points("=0.000001", "0.000003", 200, [("等于公式", "偏离")]) == "0.00")
    #expect(try ScoreRuleTests.points("≥100台", "131台", 200, [("超额扣减", "10%")]) == "1.80")
    #expect(try ScoreRuleTests.points("≥100台", "130台", 200, [("超额扣减", "10%")]) == "2.00")
    #expect(try ScoreRuleTests.points("≤100台", "20台", 200, [("超额扣减", "10%")]) == "2.00")
  }

  /// Target, actual, the formula shown: at a bound two formulas give the same points, and the sheet has to say which.
  static let formulas: [(String, String, String)] = [
    ("90%-95%", "90%", "在区间之内：得满分"), ("90%-95%", "95%", "在区间之内：得满分"),
    ("<5%", "5%", "达到指标值：得满分"), (">5%", "5%", "达到指标值：得满分"), ("≤5%", "5%", "达到指标值：得满分"),
    ("≤2.5%", "4.9%", "超过上限：分值×(1−超出部分÷指标值)"), ("≤2.5%", "5%", "达到上限两倍：不得分"),
    ("2023年12月31日", "2023年12月31日", "按期完成：得满分"),
    ("健全", "部分达成 75%", "定性指标“部分达成”：分值×填报比例"),
    ("健全", "部分达成", "定性指标“部分达成”：分值×评分办法默认比例"), ("≥1项", "0项", "未达到指标值：分值×完成值÷指标值"),
    ("≥1项", "-1项", "未达到指标值且不能按比例计：不得分"), ("=0次", "1次", "未达到指标值且不能按比例计：不得分"),
    ("≥0项", "-1项", "未达到指标值且不能按比例计：不得分"),
  ]

  @Test(arguments: formulas) func namesItsFormula(_ target: String, _ actual: String, _ formula: String)
    throws
  {
    let goal = try #require(TargetParser.parse(target).value)
    let value = try #require(ActualParser.parse(actual, for: goal).value)
    let rule = ScoreRule(rubric: WeightAllotmentTests.rubric("jiangsu"))
    #expect(rule.score(.full, goal, value)?.1.formula == formula)
  }

  /// 0 ≤ points ≤ weight, whatever target and actual.
  @Test func staysBetweenZeroAndTheWeight() throws {
    var generator = SeededGenerator(seed: 11)
    let (rubric, _) = RubricReader.read(named: "jiangsu", base: Rubrics.builtIn("jiangsu"), overrides: [])
    let limit = Quantity.hundred.millionths * 1_000_000
    for _ in 0..<5000 {
      let weight = Points(hundredths: Int64.random(in: 0...10_000, using: &generator))
      let target = Quantity(millionths: Int64.random(in: -limit...limit, using: &generator))
      let actual = Quantity(millionths: Int64.random(in: -limit...limit, using: &generator))
      let comparator = try #require(Comparator.allCases.randomElement(using: &generator))
      let (score, _) = try #require(
        ScoreRule(rubric: rubric).score(weight, .number(comparator, target, .none), .number(actual)))
      #expect(score >= .zero && score <= weight)
    }
  }

  /// Target, actual, 完成率.
  static let completions: [(String, String, String)] = [
    ("≥28000台", "27320台", "97.57%"), ("≤1%", "1.2%", "120.00%(反向)"), ("=100%", "97.3%", "97.30%"),
    ("=0次", "1次", ""),
    ("健全", "健全", ""), ("≥0项", "3项", ""), (">8", "10", "125.00%"), ("90%-95%", "92%", ""),
  ]

  @Test(arguments: completions) func completionRates(_ target: String, _ actual: String, _ expected: String)
    throws
  {
    let goal = try #require(TargetParser.parse(target).value)
    let rate = Completion.rate(goal, ActualParser.parse(actual, for: goal).value)
    #expect(Completion.text(rate, goal) == expected)
  }
}
