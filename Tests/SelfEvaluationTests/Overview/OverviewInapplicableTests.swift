// Units to which an indicator does not apply: left out of what was achieved, not of the targets, wherever they stand.

import Testing

@testable import SelfEvaluation

struct OverviewInapplicableTests {
  private static let million: Int128 = 1_000_000

  private func indicator(
    _ target: Target, _ actual: Actual, _ method: RollUpMethod, parts: RollUpParts? = nil,
    share: Quantity? = nil
  ) -> UnitIndicator {
    UnitIndicator(
      name: "检定台数", levelOne: "产出", levelTwo: "", target: target, actual: actual, words: "原话",
      isMet: target.isMet(by: actual), method: method, parts: parts, share: share)
  }

  /// The figure of units in this rank order.
  private func figure(_ indicators: [UnitIndicator]) throws -> OverviewFigure {
    let items = indicators.enumerated().map { OverviewItem(unit: Int32($0), position: 0, $1) }
    let (figures, lonely) = OverviewRoller.roll(items, places: items.indices.map(Int32.init))
    #expect(figures.count == 1 && lonely == 0)
    return try #require(figures.first)
  }

  /// 90台 and 60台, as quotients 180 ÷ 2 and 60 ÷ 1; and the place of the one that decides.
  @Test(
    arguments: [
      (.sum, "150", "300", nil), (.mean, "80", "100", nil), (.weightedMean, "80", "100", nil),
      (.ratio, "80", "100", nil), (.worst, "60", "100", 1), (.minimum, "60", "100", 1),
      (.maximum, "90", "100", 0), (.own, "150", "300", nil),
    ] as [(RollUpMethod, String, String, Int?)], [0, 1, 2])
  func `wherever it stands`(_ test: (RollUpMethod, String, String, Int?), _ position: Int) throws {
    let (method, value, target, decisive) = test
    let goal = Target.number(.atLeast, Quantity(100), Measure(folded: "台"))
    let scale: (Int128, Int128) =
      switch method {
      case .mean: (Self.million, 1)
      case .weightedMean: (Self.million * Self.million, Self.million)
      default: (Self.million, Self.million)
      }
    func unit(_ value: Int, _ numerator: Int128, _ denominator: Int128) -> UnitIndicator {
      let divides = [.mean, .weightedMean, .ratio].contains(method)
      let parts = RollUpParts(numerator: numerator * scale.0, denominator: denominator * scale.1)
      return indicator(goal, .number(Quantity(value)), method, parts: divides ? parts : nil)
    }
    var units = [unit(90, 180, 2), unit(60, 60, 1)]
    units.insert(indicator(goal, .notApplicable, method), at: position)
    let figure = try figure(units)
    #expect(figure.value == value && figure.remark.isEmpty)
    #expect(figure.target == target)
    #expect(figure.units == 3 && figure.applicable == 2 && figure.met == 0)
    #expect(figure.decisive == decisive.map { $0 < position ? $0 : $0 + 1 })
  }

  @Test(arguments: [0, 1, 2]) func `words and days too`(_ position: Int) throws {
    let days = try [(2023, 6, 30), (2023, 12, 31)].map {
      try #require(Day(year: $0.0, month: $0.1, day: $0.2))
    }
    var units = days.map { indicator(.deadline(days[1]), .date($0), .worst) }
    units.insert(indicator(.deadline(days[1]), .notApplicable, .worst), at: position)
    let latest = try figure(units)
    #expect(latest.value == "2023-12-31" && latest.decisive == (position < 2 ? 2 : 1))
    var words = [Attainment.full, .missed].map {
      indicator(.quality("健全"), .attainment($0, percent: nil), .worst, share: Quantity(30))
    }
    words.insert(indicator(.quality("健全"), .notApplicable, .worst), at: position)
    #expect(try figure(words).value == "未达成")
  }

  @Test func `where it applies to none the targets still add up`() throws {
    let goal = Target.number(.atLeast, Quantity(100), Measure(folded: "台"))
    let figure = try figure([indicator(goal, .notApplicable, .sum), indicator(goal, .notApplicable, .sum)])
    #expect(figure.value.isEmpty && figure.remark == "都不适用" && figure.target == "200")
  }

  /// A grade without a percentage counts with the rubric's 系数, as it does within a unit.
  @Test(
    arguments: [
      // A percentage of 序时进度 against a bare grade.
      ([.progress(Quantity(95)), .attainment(.missed, percent: nil)], [nil, 30], "未达成", 1),
      ([.progress(Quantity(20)), .attainment(.missed, percent: nil)], [nil, 30], "20%", 0),
      ([.onSchedule, .attainment(.full, percent: nil)], [nil, 100], "原话", nil),
      // Of one level, by what each earns.
      (
        [.attainment(.missed, percent: Quantity(50)), .attainment(.missed, percent: nil)], [nil, 30], "未达成", 1
      ),
      (
        [.attainment(.missed, percent: Quantity(50)), .attainment(.missed, percent: nil)], [nil, 55],
        "未达成 50%", 0
      ),
      (
        [.attainment(.full, percent: nil), .attainment(.full, percent: Quantity(85))], [100, nil], "达成 85%", 1
      ),
      // Another level counts first.
      (
        [.attainment(.partly, percent: Quantity(61)), .attainment(.missed, percent: nil)], [nil, 70], "未达成", 1
      ),
    ] as [([Actual], [Int?], String, Int?)])
  func `bare grades`(_ actuals: [Actual], _ shares: [Int?], _ value: String, _ decisive: Int?) throws {
    let units = zip(actuals, shares).map { actual, share in
      indicator(.progress, actual, .worst, share: share.map { Quantity($0) })
    }
    let figure = try figure(units)
    #expect(figure.value == value && figure.decisive == decisive)
    // Turned round, the same.
    let turned = try self.figure(units.reversed())
    #expect(turned.decisive == decisive.map { 1 - $0 })
  }

  /// The line of a unit with this much money.
  private func line(_ id: String, budget: [[String]]) throws -> [UInt8] {
    let fixture = RollUpFixture(
      targets: [
        [Sheet.unitName, "决策", "规划", "健全"], [Sheet.unitName, "过程", "预算执行率", "=100%"],
        [Sheet.unitName, "履职", "台数", "≥100台"], [Sheet.unitName, "效益", "效果", "健全"],
        [Sheet.unitName, "满意度", "满意度", "≥90%"],
      ],
      actuals: [
        [Sheet.unitName, "规划", "健全"], [Sheet.unitName, "台数", "100台"], [Sheet.unitName, "效果", "健全"],
        [Sheet.unitName, "满意度", "95%"],
      ], budget: budget)
    let outcome = try fixture.outcome()
    let report = try #require(
      outcome.report, "\(outcome.findings.filter { $0.severity == .error }.map(\.message))")
    return UnitLine(report, folder: id, id: id, output: id).bytes
  }

  /// Units without money rank first: their other indicators are all met.
  @Test func `units without a budget decide nothing`() throws {
    let overview = try Lines.overview([
      try line("a", budget: [[Sheet.unitName, "基本支出", "0", "0"]]), try line("b", budget: []),
      try line("c", budget: [[Sheet.unitName, "基本支出", "300", "270"]]),
      try line("d", budget: [[Sheet.unitName, "基本支出", "200", "80"]]),
    ])
    #expect(overview.units.prefix(2).map(\.id) == ["a", "b"])
    let figures = overview.figures.filter { $0.name == "预算执行率" }
    #expect(figures.count == 1)
    let rate = try #require(figures.first)
    #expect(rate.value == "70" && rate.method == .ratio && rate.decisive == nil)
    #expect(rate.units == 4 && rate.applicable == 2)
  }
}
