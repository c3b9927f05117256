// 项目目标汇总 and 目标差额: the plan's formula on the project targets.

import Testing

@testable import SelfEvaluation

@Suite struct TargetRollerTests {
  /// The unit's target, method, project targets, 项目目标汇总, 目标差额.
  static let rolled: [(String, String, [String], String, String?)] = [
    ("≥28000台", "求和", ["≥26000台", "≥1500台"], "27500", "500"),
    ("≥28000台", "求和", ["≥26000台", "≥2500台"], "28500", "-500"),
    ("≥2万份", "求和", ["≥12000份", "≥8000份"], "2", "0"),
    ("≥90%", "最差", ["≥95%", "≥85%"], "85", "5"), ("≤2.5%", "最差", ["≤2%", "≤3%"], "3", "-0.5"),
    ("=0次", "最差", ["=0次", "=1次"], "1", "-1"), ("≥90%", "平均", ["≥95%", "≥85%", "≥85%"], "88.3333", "1.6667"),
    ("较显著", "最差", ["显著", "较显著"], "较显著", nil), ("显著", "最差", ["显著", "显著"], "显著", nil),
    ("显著", "最差", ["不显著", "较显著"], "不显著", nil), ("显著", "最差", ["较显著", "一般"], "一般", nil),
    ("显著", "最差", ["一般", "较显著"], "一般", nil), ("显著", "最差", ["显著", "健全"], "", nil),
    ("2023年6月30日", "最差", ["2023年5月31日", "2023年7月1日"], "2023-07-01", nil),
    ("2023年6月30日", "最大", ["2023年5月31日", "2023年7月1日"], "2023-07-01", nil),
    ("2023年6月30日", "最小", ["2023年7月1日", "2023年5月31日"], "2023-05-31", nil),
    ("一般", "最差", ["一般", "一般"], "一般", nil), ("比较好", "最差", ["比较好", "比较好"], "比较好", nil),
    // Two words of one rung: the first stands.
    ("健全", "最差", ["较健全", "基本健全"], "较健全", nil),
    ("序时进度", "最差", ["序时进度", "序时进度"], "序时进度", nil),
    ("90%-95%", "最差", ["90%-95%", "90%-95%"], "", nil), ("≥90%", "最差", ["≥90%", "90%-95%"], "", nil),
  ]

  @Test(arguments: rolled)
  func rollsUp(
    _ target: String, _ method: String, _ sources: [String], _ expected: String, _ difference: String?
  ) throws {
    let fixture = RollUpFixture.from(target, method, sources.map { _ in "不适用" }, sources: sources)
    let figure = try fixture.figure("总项")
    #expect(figure.projectTargets == expected)
    #expect(figure.targetDifference?.text == difference)
  }

  /// A source that does not apply is left out of the actuals, not of the targets.
  @Test func targetsOfWhatDoesNotApplyCount() throws {
    let figure = try RollUpFixture.from("≥10台", "求和", ["4台", "不适用"], sources: ["≥4台", "≥6台"]).figure("总项")
    #expect(figure.projectTargets == "10")
    #expect(figure.achievement?.text == "4台")
  }

  /// Weights of targets are targets: 5 % of 100 and 10 % of 300 are 8.75 %, of 200 each 7.5 %.
  @Test func weightsAreTargetsToo() throws {
    let fixture = RollUpFixture(
      targets: [[Sheet.unitName, "履职", "总项", "≤9%"]]
        + ["甲", "乙"].flatMap {
          [[$0, "产出", "率", $0 == "甲" ? "≤5%" : "≤10%"], [$0, "产出", "量", $0 == "甲" ? "≥100份" : "≥0.03万份"]]
        },
      actuals: ["甲", "乙"].flatMap {
        [[$0, "率", $0 == "甲" ? "5%" : "10%"], [$0, "量", $0 == "甲" ? "200份" : "0.02万份"]]
      },
      rollUp: ["甲", "乙"].map { ["总项", "加权平均", $0, "率", "量"] })
    let figure = try fixture.figure("总项")
    #expect(figure.projectTargets == "8.75")
    #expect(figure.targetDifference?.text == "0.25")
    #expect(figure.achievement?.text == "7.5%")
    // 份 beside 万份: shown in 份, or nobody could compute the figure again.
    #expect(figure.contributions.map(\.weight) == ["200", "200"])
    #expect(figure.derivation.substitution == "(5 × 200 + 10 × 200) ÷ (200 + 200) = 7.5%")
  }

  /// 预算 weighs by 全年预算数, totals left out.
  @Test func weighsByBudget() throws {
    var fixture = RollUpFixture.from("≥90%", "加权平均", ["90%", "95%"])
    fixture.rollUp = fixture.rollUp.map { Array($0.dropLast()) + ["预算"] }
    fixture.budget = [
      ["甲", "人员", "30", "1"], ["甲", "资金总额", "30", "1"], ["乙", "人员", "50", "1"], ["乙", "设备", "20", "1"],
    ]
    let figure = try fixture.figure("总项")
    #expect(figure.achievement?.text == "93.5%")  // (90 × 30 + 95 × 70) ÷ 100
    #expect(figure.contributions.map(\.weight) == ["30", "70"])
    #expect(figure.projectTargets == "90")
  }

  /// A source whose half-year target is of another kind leaves nothing to compare.
  @Test func progressBesideNumbers() throws {
    var fixture = RollUpFixture(
      targets: [
        [Sheet.unitName, "履职", "总项", "序时进度"], ["甲", "产出", "分项", "序时进度", "≥50%"], ["乙", "产出", "分项", "序时进度"],
      ], actuals: [["甲", "分项", "100%", "60%"], ["乙", "分项", "100%", "50%"]],
      rollUp: ["甲", "乙"].map { ["总项", "最差", $0, "分项", ""] }, period: .half)
    #expect(try fixture.figure("总项").projectTargets == "")
    fixture.period = .year
    #expect(try fixture.figure("总项").projectTargets == "序时进度")
  }

  /// Half-year monitoring rolls up the half-year targets and actuals; an empty half-year target means the annual one.
  @Test func halfYear() throws {
    let fixture = RollUpFixture(
      targets: [
        [Sheet.unitName, "履职", "总项", "≥10台", "≥5台"], ["甲", "产出", "分项", "≥4台", "≥1台"],
        ["乙", "产出", "分项", "≥6台"],
      ], actuals: [["甲", "分项", "4台", "2台"], ["乙", "分项", "7台", "3台"]],
      rollUp: ["甲", "乙"].map { ["总项", "求和", $0, "分项", ""] }, period: .half)
    let figure = try fixture.figure("总项")
    #expect(figure.projectTargets == "7")
    #expect(figure.targetDifference?.text == "-2")
    #expect(figure.achievement?.text == "5台")
  }
}
