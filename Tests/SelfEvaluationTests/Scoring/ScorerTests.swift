// A sheet as a whole: which actual counts, what does not apply, totals, the separate row.

import Testing

@testable import SelfEvaluation

@Suite struct ScorerTests {
  /// One project sheet: rows of 一级指标, 三级指标, 指标值, 分值; rows of 三级指标, 完成值, 自评得分, 偏差原因; money.
  struct Project {
    var targets: [[String]]
    var actuals: [[String]]
    var budget: [[String]] = []
    var rubric = "jiangsu"
    var period = Period.year

    func outcome() throws -> Pipeline.Outcome {
      let half = period == .half
      let files = [
        ("unit.csv", "项,内容\n单位名称,某单位\n年度,2023\n"),
        ("budget.csv", table("项目名称,收支,资金名称,全年预算数,半年计划执行数,半年执行数,全年执行数", budget.map { ["甲", "支出"] + $0 })),
        (
          "targets.csv",
          table("项目名称,一级指标,二级指标,三级指标,指标值,分值", targets.map { ["甲", $0[0], "某类"] + $0.dropFirst() })
        ),
        (
          "actuals.csv",
          table(
            "项目名称,三级指标,\(half ? "半年完成值" : "全年完成值"),自评得分,偏差原因", actuals.map { ["甲"] + $0 })
        ),
      ]
      var options = try Repository.options(period)
      options.rubricName = rubric
      return Pipeline.examine(
        files.map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }, options: options)
    }

    private func table(_ heading: String, _ rows: [[String]]) -> String {
      let width = heading.split(separator: ",").count
      return
        ([heading] + rows.map { ($0 + Array(repeating: "", count: width - $0.count)).joined(separator: ",") })
        .joined(separator: "\n") + "\n"
    }

    func card() throws -> Scorecard { try #require(try outcome().projects.first) }
  }

  static let two = Project(
    targets: [["产出", "一", "≥10台", "40"], ["效益", "二", "健全", "60"]],
    actuals: [["一", "5台"], ["二", "达成"]])

  @Test func totalsAreSums() throws {
    let card = try Self.two.card()
    #expect(card.rows.map { $0.score?.text } == ["20.00", "60.00"])
    #expect(card.total?.text == "80.00" && card.ruleTotal?.text == "80.00" && card.grade == .good)
    #expect(!card.isConverted && !card.weightsAllotted && card.weightTotal == .full)
    #expect(card.rows.map(\.isMet) == [false, true])
    #expect(card.rows.allSatisfy { $0.derivation != nil && $0.signal == nil })
  }

  /// 得分 is the reported one where there is one; both totals are kept.
  @Test func reportedPointsCount() throws {
    var project = Self.two
    project.actuals[0] += ["30"]
    let card = try project.card()
    #expect(card.rows[0].score?.text == "30.00" && card.rows[0].ruleScore?.text == "20.00")
    #expect(card.total?.text == "90.00" && card.ruleTotal?.text == "80.00" && card.grade == .excellent)
  }

  @Test func claimsAboveTheWeightAreRefused() throws {
    var project = Self.two
    project.actuals[0] += ["40"]
    #expect(try !project.outcome().findings.contains { $0.code == .pointsAboveWeight })
    project.actuals[0][2] = "40.01"
    let finding = try #require(try project.outcome().findings.first { $0.code == .pointsAboveWeight })
    #expect(finding.message == "自评得分40.01高于分值40.00" && finding.indicator == "一")
  }

  /// Σ得分 ÷ Σ适用分值 × 100, by rule and as reported.
  @Test func whatDoesNotApplyIsConverted() throws {
    let project = Project(
      targets: [["产出", "一", "≥10台", "30"], ["效益", "二", "健全", "40"], ["效益", "三", "健全", "30"]],
      actuals: [["一", "5台", "20"], ["二", "达成"], ["三", "不适用", "", "未开展"]])
    let card = try project.card()
    #expect(card.rows[2].score == nil && card.rows[2].ruleScore == nil && card.rows[2].isNotApplicable)
    #expect(card.total?.text == "85.71")  // 60 ÷ 70
    #expect(card.ruleTotal?.text == "78.57")  // 55 ÷ 70
    #expect(card.isConverted && card.applicableWeight.text == "70.00" && card.weightTotal == .full)
  }

  @Test func nothingApplies() throws {
    let project = Project(
      targets: [["产出", "一", "≥10台", "100"]], actuals: [["一", "/", "", "未开展"]])
    let card = try project.card()
    #expect(card.total == nil && card.ruleTotal == nil && card.grade == nil)
  }

  /// A 完成率 too large to be written exactly is an error; one that has no meaning is none.
  @Test func completionOutOfRange() throws {
    var project = Self.two
    project.targets[0][2] = "≥0.000001台"
    project.actuals[0][1] = "9000000000000台"
    let findings = try project.outcome().findings.filter { $0.code == .figureOutOfRange }
    #expect(findings.map(\.indicator) == ["一"])
    #expect(findings.first?.message.contains("完成率") == true)
    project.targets[0][2] = "≥0台"
    #expect(try !project.outcome().findings.contains { $0.code == .figureOutOfRange })
  }

  /// An indicator that does not apply may leave its weight empty; then the rest need not sum to 100.
  @Test func emptyWeightsOfWhatDoesNotApply() throws {
    var project = Project(
      targets: [["产出", "一", "≥10台", "30"], ["效益", "二", "健全", "/"]],
      actuals: [["一", "10台"], ["二", "不适用", "", "未开展"]])
    #expect(try project.card().total?.text == "100.00")
    #expect(try !project.outcome().findings.contains { $0.severity == .error })
    // Above 100 they are wrong all the same.
    project.targets.append(["效益", "三", "健全", "70.01"])
    project.actuals.append(["三", "健全"])
    #expect(try project.outcome().findings.contains { $0.code == .weightsDoNotSum })
    project.targets.removeLast()
    project.actuals.removeLast()
    project.targets[0][3] = "100"
    #expect(try project.card().total?.text == "100.00")
    // With its weight given it is no excuse, and what applies has to have one.
    (project.targets[0][3], project.targets[1][3]) = ("30", "60")
    #expect(try project.outcome().findings.contains { $0.code == .weightsDoNotSum })
    (project.targets[0][3], project.targets[1][3]) = ("", "100")
    #expect(try project.outcome().findings.contains { $0.code == .mixedWeights })
  }

  static let shares: [(String, [Code])] = [
    ("达成 80%", []), ("达成 79.99%", [.percentOutsideBand]), ("达成 100%", []),
    ("达成 100.01%", [.percentOutsideBand]),
    ("部分达成 60%", []), ("部分达成 79.99%", []), ("部分达成 80%", [.percentOutsideBand]),
    ("部分达成 59%", [.percentOutsideBand]),
    ("未达成 0%", []), ("未达成 59.99%", []), ("未达成 60%", [.percentOutsideBand]),
  ]

  @Test(arguments: shares) func percentagesLieInTheirBand(_ actual: String, _ codes: [Code]) throws {
    var project = Self.two
    project.actuals[1][1] = actual
    let findings = try project.outcome().findings
    #expect(findings.map(\.code).filter { $0 == .percentOutsideBand } == codes)
    if let finding = findings.first(where: { $0.code == .percentOutsideBand }) {
      #expect(finding.message.contains("（不含）") == !actual.hasPrefix("达成"))
    }
  }

  /// 预算执行率 is computed where nothing is filed, from expense lines without totals, to four decimals.
  @Test func executionRate() throws {
    var project = Project(
      targets: [["过程", "预算执行率", "=100%", "50"], ["产出", "一", "≥1台", "50"]], actuals: [["一", "1台"]],
      budget: [["资金总额", "9", "3", "3", "3"], ["人员", "6", "2", "2", "1"], ["设备", "3", "1", "0.4", "1"]])
    let card = try project.card()
    #expect(card.rows[0].achievement?.actual == .number(Quantity(millionths: 22_222_200)))
    #expect(card.rows[0].achievement?.source == .computed && card.rows[0].score?.text == "11.11")
    #expect(card.execution.budget == Quantity(9) && card.execution.executed == Quantity(2))
    #expect(card.execution.initial == Quantity(9) && card.execution.signal == nil)
    project.period = .half
    let half = try project.card()
    #expect(half.execution.rate?.text == "26.6667" && half.execution.signal?.word == "绿灯")
    #expect(half.execution.halfPlan == Quantity(3) && half.execution.spent == half.execution.halfExecuted)
    #expect(half.signal?.light == .red && half.total == nil && half.grade == nil)
    project.period = .year
    project.actuals.append(["预算执行率", "30%"])
    #expect(try project.card().rows[0].score?.text == "15.00")
  }

  /// A sheet without money has no figures, not figures of 0.
  @Test func noMoney() throws {
    let execution = try Self.two.card().execution
    #expect(execution.budget == .zero && execution.initial == .zero && execution.rate == nil)
    #expect(execution.halfPlan == nil && execution.halfExecuted == nil && execution.executed == nil)
  }

  /// The money lights up too: 1 of 3 planned is red beside a green indicator.
  @Test func moneyCanBeTheWorstLight() throws {
    var project = Project(
      targets: [["产出", "一", "≥1台", "100"]], actuals: [["一", "1台"]], budget: [["人员", "6", "3", "1", "1"]])
    project.period = .half
    #expect(try project.card().signal?.word == "红灯")
    project.budget = [["人员", "6", "3", "3", "3"]]
    #expect(try project.card().signal?.word == "绿灯")
  }

  @Test func executionThatCannotBeComputed() throws {
    var project = Project(
      targets: [["过程", "预算执行率", "=100%", "50"], ["产出", "一", "≥1台", "50"]], actuals: [["一", "1台"]],
      budget: [["人员", "0", "", "", "0"]])
    #expect(try project.card().rows[0].isNotApplicable)
    #expect(try project.card().total?.text == "100.00")
    #expect(try project.outcome().findings.contains { $0.code == .zeroBudget })
    project.budget = [["人员", "5", "", "", ""], ["设备", "5", "", "", "2"]]
    let owed = try #require(try project.outcome().findings.first { $0.code == .missingActual })
    #expect(owed.message.contains("全年执行数") && !owed.message.contains("半年"))
    #expect(try project.card().rows[0].achievement == nil)
    #expect(try project.card().execution.rate == nil)
  }

  @Test func missingActualsAreNamed() throws {
    var project = Self.two
    project.actuals[0][1] = ""
    project.actuals[0] += ["", "有原因"]
    let outcome = try project.outcome()
    let finding = try #require(outcome.findings.first { $0.code == .missingActual })
    #expect(finding.indicator == "一" && finding.message.contains("全年完成值"))
    #expect(outcome.report == nil && outcome.projects[0].rows[0].score == nil)
    // An unreadable one has its own error and is not called missing.
    project.actuals[0][1] = "5O台"
    #expect(try !project.outcome().findings.contains { $0.code == .missingActual })
    project.period = .half
    project.actuals[0][1] = ""
    #expect(try project.outcome().findings.contains { $0.message.contains("半年完成值") })
  }

  /// Grades at their bounds.
  @Test func grades() throws {
    let rubric = WeightAllotmentTests.rubric("jiangsu")
    let bounds: [(Int64, Grade)] = [
      (9000, .excellent), (8999, .good), (8000, .good), (7999, .fair), (6000, .fair), (5999, .poor),
      (0, .poor),
    ]
    for (hundredths, grade) in bounds { #expect(rubric.grade(Points(hundredths: hundredths)) == grade) }
  }
}
