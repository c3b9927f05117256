// FORMATS §1.3: the mapping where rollup.csv says nothing.

import Testing

@testable import SelfEvaluation

@Suite struct DerivedPlanTests {
  /// The method chosen for a unit indicator with these same-named ones in projects.
  static func method(_ target: String, _ sources: [String], level: String = "履职", name: String = "总项") throws
    -> RollUpMethod
  {
    let projects = zip("甲乙丙丁", sources).map { (String($0), $1) }
    let fixture = RollUpFixture(
      targets: [[Sheet.unitName, level, name, target]] + projects.map { [$0.0, "产出", name, $0.1] },
      actuals: [[Sheet.unitName, name, "1"]])
    return try fixture.figure(name).entry.method
  }

  static let chosen: [(String, [String], RollUpMethod)] = [
    ("≥10台", ["≥4台", "≥6台/件"], .sum), ("≥10台", ["≥4台"], .quote), ("≥10", ["≥4", "≥6"], .sum),
    ("≥1万份", ["≥4份", "≥6份"], .sum),
    ("≥90%", ["≥90%", "≥95%"], .worst), ("≤5元/人/天", ["≤5元/人/天", "≤4元/人/天"], .worst),
    ("≤5天", ["≤5天", "≤4天"], .worst), ("健全", ["健全", "较健全"], .worst),
    // Spans of time in the words of daily use, and marks, do not add up.
    ("≤24个小时", ["≤20个小时", "≤22个小时"], .worst), ("≤10个自然日", ["≤9个自然日", "≤8个自然日"], .worst),
    ("≤5天(工作日)", ["≤5天（工作日）", "≤4天（工作日）"], .worst), ("≤2个星期", ["≤2个星期", "≤1个星期"], .worst),
    ("≤3日历天", ["≤3日历天", "≤2日历天"], .worst), ("≥90分", ["≥90分", "≥85分"], .worst),
    ("≥5个", ["≥2个", "≥3个"], .sum), ("≥5个月饼", ["≥2个月饼", "≥3个月饼"], .sum),
    // A range of things counts them too.
    ("10-20次", ["5-10次", "5-10批次"], .sum), ("90%-95%", ["90%-95%", "≥90%"], .worst),
    ("2023年6月30日", ["2023年6月30日", "2023年7月30日"], .worst),
    ("≥10台", ["≥4份", "≥6份"], .own), ("≥10台", ["健全", "≥6台"], .own), ("健全", ["≥6台"], .own),
    ("≥10台", ["≥4台", "≥6份"], .own), ("≥10台", [], .own),
  ]

  @Test(arguments: chosen)
  func derives(_ target: String, _ sources: [String], _ expected: RollUpMethod) throws {
    let lone = sources.isEmpty ? ["≥1份"] : sources
    if sources.isEmpty {
      let fixture = RollUpFixture(
        targets: [[Sheet.unitName, "履职", "总项", target], ["甲", "产出", "别的", lone[0]]], actuals: [])
      #expect(try fixture.figure("总项").entry.method == expected)
    } else {
      #expect(try Self.method(target, sources) == expected)
    }
  }

  /// A rate without a unit is one by its name.
  @Test(arguments: [("设备完好率", RollUpMethod.worst), ("满意度", .worst), ("设备台数", .sum)])
  func ratesWithoutUnit(_ name: String, _ method: RollUpMethod) throws {
    #expect(try Self.method("≥95", ["≥95", "≥96"], name: name) == method)
  }

  /// Half-year figures are rolled up by the half-year targets: 50% of 1000台 is no count of them.
  @Test func theUnitsOfThePeriodAgree() throws {
    var fixture = RollUpFixture(
      targets: [
        [Sheet.unitName, "履职", "总项", "≥100台", "≥50%"], ["甲", "产出", "总项", "≥1000台"],
        ["乙", "产出", "总项", "≥1000台"],
      ],
      actuals: [[Sheet.unitName, "总项", "90台", "60%"], ["甲", "总项", "1台", "1台"], ["乙", "总项", "1台", "1台"]])
    #expect(try fixture.figure("总项").entry.method == .sum)
    // 项目目标汇总 of the half year is not made of 台 either.
    #expect(try fixture.outcome().unit.reconciliation.filter { $0.id.hasPrefix("G07") }.count == 1)
    fixture.period = .half
    #expect(try fixture.figure("总项").entry.method == .own && fixture.value("总项") == "60%")
    #expect(try fixture.outcome().findings.contains { $0.code == .derivedMeasureMismatch })
    fixture.rollUp = [["总项", "求和", "甲", "总项", ""]]
    #expect(try fixture.outcome().findings.contains { $0.code == .rollUpMeasureMismatch })
    // A kind of its own at half-year is not rolled up from numbers.
    fixture.targets[0][4] = "序时进度"
    #expect(try fixture.outcome().findings.contains { $0.code == .mixedTargetKinds })
  }

  /// 决策 and 过程 are the unit's own, and 预算执行率 comes from its own money wherever it stands.
  @Test func ownWhateverProjectsHave() throws {
    #expect(try Self.method("≥10台", ["≥4台", "≥6台"], level: "决策") == .own)
    #expect(try Self.method("≥10台", ["≥4台", "≥6台"], level: "过程指标") == .own)
    // The rubric's synonyms count: 管理 is 过程.
    #expect(try Self.method("≥10台", ["≥4台", "≥6台"], level: "管理") == .own)
    #expect(try Self.method("≥10台", ["≥4台", "≥6台"], level: "项目决策") == .own)
    for level in ["过程", "产出", "履职"] {
      #expect(try Self.method("≥95%", ["≥95%", "≥95%"], level: level, name: "预算执行率") == .own)
    }
  }

  /// What the plan says of each entry, as `rollup-plan` prints it.
  @Test func notes() throws {
    func entry(_ target: String, _ sources: [String]) throws -> RollUpEntry {
      let projects = zip("甲乙丙丁", sources).map { (String($0), $1) }
      return try RollUpFixture(
        targets: [[Sheet.unitName, "履职", "总项", target]] + projects.map { [$0.0, "产出", "总项", $0.1] },
        actuals: [[Sheet.unitName, "总项", "1"]]
      ).figure("总项").entry
    }
    let entries = [
      try entry("≥10台", ["≥4台", "≥6台"]), try entry("≥10台", ["≥4台"]), try entry("≥90%", ["≥90%", "≥95%"]),
      try entry("≥10台", ["≥4份"]),
    ]
    #expect(entries.map(\.note) == ["同名计数指标相加", "唯一同名项目指标", "同名指标取最差", "同名项目指标的计量单位不一致，由单位自报"])
    #expect(entries.allSatisfy { !$0.isDeclared && !$0.isBroken })
  }

  /// The warning names the first project whose figures cannot be used.
  @Test func unfitNamesakesAreNamed() throws {
    let fixture = RollUpFixture(
      targets: [[Sheet.unitName, "履职", "总项", "≥10台"]]
        + [("甲", "≥4台"), ("乙", "≥6份"), ("丙", "≥7人")].map { [$0.0, "产出", "总项", $0.1] },
      actuals: [[Sheet.unitName, "总项", "1台"]])
    let findings = try fixture.outcome().findings.filter { $0.code == .derivedMeasureMismatch }
    #expect(findings.count == 1)
    #expect(findings.first?.message.contains("而“乙”的同名指标是“≥6份”") == true)
  }

  static let keys: [(String, String)] = [
    ("型式评价批次数", "型式评价批次数量"), ("抽查次数", "抽查"), ("系统个数", "系统数量"), ("样机数", "样机"), ("核查（甲）", "核查(甲)"),
    ("维护次", "维护"), ("维护次个数", "维护"), ("批次数", "批"),
  ]

  @Test(arguments: keys) func wordingsThatAreOneName(_ left: String, _ right: String) {
    #expect(Name(left).loose == Name(right).loose)
  }

  /// One ending and one final 次 are dropped, no more.
  @Test func otherWordingsStayApart() {
    #expect(Name("参数数量").loose.text == "参数")
    #expect(Name("批次").loose.text == "批")
    #expect(Name("次次").loose.text == "次")
    #expect(Name("合格率").loose.text == "合格率")
  }
}
