// 预算执行率 as an indicator: computed in the terms of its own target, and filed in any of them.

import Testing

@testable import SelfEvaluation

@Suite struct OwnExecutionRateTests {
  /// A sheet whose 预算执行率 has 20 of 100 points; 90 of 100 are spent, 45 at half-year.
  static func project(_ target: String, filed: String = "", rubric: String = "jiangsu", weight: String = "20")
    -> ScorerTests.Project
  {
    ScorerTests.Project(
      targets: [["产出", "预算执行率", target, weight], ["产出", "一", "≥1台", weight.isEmpty ? "90" : "80"]],
      actuals: [["一", "1台"]]
        + (filed.isEmpty ? [] : [["预算执行率"] + filed.split(separator: ";").map(String.init)]),
      budget: [["人员", "100", "45", "45", "90"]], rubric: rubric)
  }

  /// Target, 完成值, points.
  static let computed: [(String, String, String)] = [
    ("≥95%", "90%", "18.95"), ("≥900‰", "900‰", "20.00"), ("≥1000‰", "900‰", "18.00"),
    ("序时进度", "90%", "18.00"),
    ("85%-95%", "90%", "20.00"), ("850‰-890‰", "900‰", "19.78"),
  ]

  @Test(arguments: computed) func inTheTermsOfTheTarget(_ target: String, _ text: String, _ points: String)
    throws
  {
    let outcome = try Self.project(target).outcome()
    let row = try #require(outcome.projects.first?.rows.first)
    #expect(row.achievement?.text == text && row.score?.text == points)
    #expect(row.achievement?.source == .computed && outcome.report != nil)
  }

  @Test func lightsUpByTheSchedule() throws {
    var project = Self.project("序时进度")
    project.period = .half
    #expect(try project.card().rows[0].signal?.word == "绿灯")
    project.budget[0][3] = "25"
    #expect(try project.card().rows[0].signal?.word == "红灯")
  }

  /// Targets no rate can be held against, filed or not.
  static let refused: [(String, String, Code)] = [
    ("≥0.95", "", .fractionForPercent), ("≥0.95", "0.9", .fractionForPercent), ("≥95", "", .measureMismatch),
    ("≥1", "", .fractionForPercent), ("≥1.5", "", .measureMismatch),
    ("≥95万元", "", .measureMismatch), ("较高", "", .measureMismatch), ("2023年12月底", "", .measureMismatch),
  ]

  @Test(arguments: refused) func otherKindsAreRefused(_ target: String, _ filed: String, _ code: Code) throws
  {
    let outcome = try Self.project(target, filed: filed).outcome()
    let errors = outcome.findings.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [code] && errors.first?.indicator == "预算执行率")
    #expect(outcome.report == nil)
  }

  /// Beside a separate row: target, what was filed, the rate and the points of the row.
  static let rows: [(String, String, String, String)] = [
    ("≥950‰", "800‰", "80", "8.00"), ("≥95%", "800‰", "80", "8.00"), ("≥950‰", "80%", "80", "8.00"),
    ("序时进度", "80%", "80", "8.00"), ("≥95%", "", "90", "9.00"), ("≥950‰", "", "90", "9.00"),
  ]

  @Test(arguments: rows)
  func theRowIsInPercent(_ target: String, _ filed: String, _ rate: String, _ points: String) throws {
    let row = try #require(
      try Self.project(target, filed: filed, rubric: "mof", weight: "").card().executionRow)
    #expect(row.rate?.text == rate && row.score?.text == points)
  }

  /// Points that were filed and count nowhere are said to.
  @Test func pointsThatDoNotCount() throws {
    let beside = try Self.project("≥95%", filed: "90%;7", rubric: "mof", weight: "").outcome()
    let said = beside.findings.filter { $0.code == .pointsNotCounted }
    #expect(said.map(\.message) == ["自评得分7.00没有计入：预算执行率由评分办法单列一行，按执行率计分"])
    #expect(try Self.project("≥95%", filed: "90%;7").card().rows[0].score?.text == "7.00")
    let inapplicable = try Self.project("≥95%", filed: "不适用;7;无预算").outcome()
    #expect(inapplicable.findings.first { $0.code == .pointsNotCounted }?.message.contains("不适用") == true)
    for outcome in [try Self.project("≥95%", filed: "90%;7").outcome(), try Self.project("≥95%").outcome()] {
      #expect(!outcome.findings.contains { $0.code == .pointsNotCounted })
    }
  }

  /// Where only a total stands among the expenses, that is said.
  @Test func onlyATotal() throws {
    var project = Self.project("≥95%")
    project.budget = [["资金总额", "100", "45", "45", "90"]]
    let said = try project.outcome().findings.first { $0.code == .zeroBudget }
    #expect(said?.message.contains("支出只有合计行“资金总额”，没有分项的预算行") == true)
    // A total among the income is none of the expenses.
    let income = Example(
      .replace("budget.csv", "能力提升经费,支出,设备购置费,,100,50,50,100\n", with: ""))
    let outcome = Pipeline.examine(income.files, options: try Repository.options())
    let other = outcome.findings.first { $0.code == .zeroBudget && $0.sheet == "能力提升经费" }
    #expect(other?.message.contains("全年预算数为0或没有预算行") == true, "\(outcome.findings.map(\.message))")
  }

  /// A filed rate is compared with the money to the decimals it is written with; ‰ tell one more than %.
  @Test(arguments: [
    ("900‰", "agrees"), ("900.5‰", "agrees"), ("900.48‰", "agrees"), ("901‰", "differs"), ("90%", "agrees"),
  ])
  func filedInThousandths(_ filed: String, _ verdict: String) throws {
    var project = Self.project("≥950‰", filed: filed)
    project.budget = [["人员", "100", "45", "45", "90.0476"]]
    let checks = try #require(try project.outcome().report).unit.reconciliation
    let check = try #require(checks.first { $0.title.contains("填报的预算执行率") })
    #expect("\(check.verdict)" == verdict, "\(check)")
  }
}
