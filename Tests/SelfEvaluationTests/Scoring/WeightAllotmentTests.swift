// FORMATS §2, weights: they sum exactly, and what is missing is spread in proportion.

import Testing

@testable import SelfEvaluation

@Suite struct WeightAllotmentTests {
  /// A sheet with so many indicators under each level 1.
  static func sheet(_ levels: [(String, Int)], name: String = "某项目", weights: [String?] = []) -> Sheet {
    let names = levels.flatMap { level, count in (1...count).map { (level, "\(level)第\($0)项") } }
    let origin = Origin(file: 0, line: 1, offset: 0, length: 0)
    let indicators = names.enumerated().map { index, pair in
      let text = index < weights.count ? weights[index] ?? "" : ""
      return Indicator(
        ordinal: index + 1, levelOne: pair.0, levelTwo: "二级", keyTask: "", name: pair.1, half: nil,
        year: StatedTarget(text: "健全", target: .quality("健全"), origin: origin), weightText: text,
        weight: Points(reading: text), origin: origin)
    }
    return Sheet(name: name, indicators: indicators, filings: [:], money: [])
  }

  static func rubric(_ name: String) -> Rubric {
    RubricReader.read(named: name, base: Rubrics.builtIn(name), overrides: []).0
  }

  static func allot(_ sheet: Sheet, _ rubric: String = "jiangsu") -> (WeightAllotment, [Finding]) {
    WeightAllotter(rubric: WeightAllotmentTests.rubric(rubric)).allot(sheet) { _ in false }
  }

  @Test func sharesAreSplitEvenlyLargestRemainderFirst() {
    let sheet = Self.sheet([("决策", 6), ("过程", 5), ("成本", 3), ("产出指标", 7), ("效益", 3), ("满意度", 1)])
    let weights = Self.allot(sheet).0.weights.map { $0?.text }
    // 10 ÷ 6 = 1.666…: four hundredths are left over and go to the first four.
    #expect(weights.prefix(6) == ["1.67", "1.67", "1.67", "1.67", "1.66", "1.66"])
    #expect(weights[11...13] == ["3.34", "3.33", "3.33"])
    #expect(weights.last == "10.00")
  }

  @Test func missingLevelsAreSpreadInProportion() {
    let sheet = Self.sheet([("决策", 1), ("过程", 1), ("成本", 1), ("产出", 1), ("效益", 1)])
    // 10, 20, 10, 30, 20 of 90: 11.11, 22.22, 11.11, 33.33, 22.22 and one hundredth to the largest remainder.
    #expect(Self.allot(sheet).0.weights.map { $0?.text } == ["11.11", "22.22", "11.11", "33.34", "22.22"])
  }

  @Test func separateExecutionRow() {
    let sheet = Self.sheet([("产出", 2), ("效益", 1), ("满意度", 1)])
    let (allotment, findings) = Self.allot(sheet, "mof")
    #expect(findings.isEmpty)
    #expect(allotment.executionRow?.text == "10.00")
    #expect(allotment.weights.map { $0?.text } == ["25.00", "25.00", "30.00", "10.00"])
    let withCost = Self.sheet([("成本", 1), ("产出", 2), ("效益", 1), ("满意度", 1)])
    #expect(
      Self.allot(withCost, "mof").0.weights.map { $0?.text } == ["20.00", "20.00", "20.00", "20.00", "10.00"])
  }

  @Test func benefitAndSatisfactionShareEvenlyInHubei() {
    let sheet = Self.sheet([("产出", 1), ("效益", 3), ("满意度", 1)])
    #expect(
      Self.allot(sheet, "hubei").0.weights.map { $0?.text } == ["40.00", "10.00", "10.00", "10.00", "10.00"])
  }

  @Test func unknownLevelIsNamed() {
    let (_, findings) = Self.allot(Self.sheet([("决策", 1), ("产出", 1)]), "mof")
    #expect(findings.map(\.code) == [.unknownLevelOne])
    #expect(findings.first?.message.contains("决策") == true)
  }

  /// Weights, rubric, points of the separate row, findings.
  static let given: [([String?], String, String?, [Code])] = [
    (["40", "60"], "jiangsu", nil, []), (["40", "59.99"], "jiangsu", nil, [.weightsDoNotSum]),
    (["40", nil], "jiangsu", nil, [.mixedWeights]), (["90", nil], "mof", nil, [.mixedWeights]),
    (["40", "50"], "mof", "10.00", []), (["40", "60"], "mof", nil, []),
    (["40", "55"], "mof", nil, [.weightsDoNotSum]), (["33.33", "66.67"], "jiangsu", nil, []),
  ]

  @Test(arguments: given)
  func givenWeights(_ weights: [String?], _ rubric: String, _ row: String?, _ codes: [Code]) {
    let (allotment, findings) = Self.allot(Self.sheet([("产出", 1), ("效益", 1)], weights: weights), rubric)
    #expect(findings.map(\.code) == codes)
    #expect(allotment.executionRow?.text == row && !allotment.allotted)
    if codes == [.weightsDoNotSum] {
      let expected = rubric == "mof" ? "应为100.00，或90.00（另加预算执行率10.00），相差" : "应为100.00，相差"
      #expect(findings.first?.message.contains(expected) == true, "\(findings)")
    }
  }

  /// Names and weights of a sheet whose second indicator does not apply, under mof; points of the separate row, findings.
  static let withOwnRate: [([(String, String)], String?, [Code])] = [
    // Its own 预算执行率 with points is the row.
    ([("甲", "80"), ("乙", ""), ("预算执行率", "10")], nil, []),
    ([("甲", "60"), ("乙", "20"), ("预算执行率", "10")], nil, [.weightsDoNotSum]),
    ([("甲", "60"), ("乙", "30"), ("预算执行率", "10")], nil, []),
    ([("甲", "60"), ("乙", "30"), ("预算执行率", "")], "10.00", []),
    ([("甲", "60"), ("乙", "30"), ("预算执行率", "0")], "10.00", []),
    // Its own without points says that the row is wanted, but not what 乙 would weigh.
    ([("甲", "90"), ("乙", "/"), ("预算执行率", "")], "10.00", []),
    ([("甲", "60"), ("乙", "/"), ("预算执行率", "")], nil, [.executionRowUndecided]),
    ([("甲", "90"), ("乙", "")], "10.00", [.executionRowUndecided]),
    ([("甲", "60"), ("乙", "/")], nil, [.executionRowUndecided]),
    ([("甲", "95"), ("乙", "/")], nil, []),
    ([("甲", "95"), ("乙", "/"), ("预算执行率", "10")], nil, [.weightsDoNotSum]),
    ([("甲", "60"), ("乙", "30")], "10.00", []),
  ]

  @Test(arguments: withOwnRate)
  func weightsBesideTheRow(_ rows: [(String, String)], _ row: String?, _ codes: [Code]) throws {
    let project = ScorerTests.Project(
      targets: rows.map { ["产出", $0.0, $0.0 == "预算执行率" ? "≥95%" : "≥1台", $0.1] },
      actuals: [["甲", "1台"], ["乙", "不适用", "", "未开展"]], budget: [["人员", "3", "3", "1", "3"]], rubric: "mof")
    let outcome = try project.outcome()
    let found = outcome.findings.filter { [.weightsDoNotSum, .executionRowUndecided].contains($0.code) }
    #expect(found.map(\.code) == codes)
    #expect(outcome.projects.first?.executionRow?.weight.text == row)
  }

  /// Shares of nothing get nothing; a single hundredth of a share gets all.
  @Test func splitting() {
    #expect(Points.split(Points(10), by: [.zero, .zero]) == [.zero, .zero])
    #expect(Points.split(Points(10), by: [Points(hundredths: 1), .zero]) == [Points(10), .zero])
    #expect(Points.split(Points(10), by: []).isEmpty)
  }

  /// Whatever the sheet, allotted weights sum to 100.00 with the execution row.
  @Test func alwaysSumsToOneHundred() {
    var generator = SeededGenerator(seed: 5)
    let allotter = WeightAllotter(rubric: Self.rubric("jiangsu"))
    for _ in 0..<500 {
      let levels = ["决策", "过程", "成本", "产出", "效益", "满意度"].compactMap { level -> (String, Int)? in
        let count = Int.random(in: 0...40, using: &generator)
        return count == 0 ? nil : (level, count)
      }
      guard !levels.isEmpty else { continue }
      let (allotment, _) = allotter.allot(Self.sheet(levels)) { _ in false }
      #expect(Points.sum(allotment.weights.compactMap(\.self)) == .full)
    }
  }
}
