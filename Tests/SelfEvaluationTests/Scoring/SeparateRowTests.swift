// FORMATS §2: the row 预算执行率 that some rubrics add.

import Testing

@testable import SelfEvaluation

@Suite struct SeparateRowTests {
  private enum ProjectFault: Error { case noCell }

  /// mof: a row of 10 beside 90 given points, scored against 100 %, in the sheet's own words where it files one.
  @Test func separateRow() throws {
    var project = ScorerTests.Project(
      targets: [["产出", "一", "≥10台", "60"], ["效益", "二", "健全", "30"]], actuals: [["一", "10台"], ["二", "达成"]],
      budget: [["人员", "3", "3", "1", "2"]], rubric: "mof")
    let card = try project.card()
    #expect(card.executionRow?.score?.text == "6.67" && card.executionRow?.rate?.text == "66.6667")
    #expect(card.total?.text == "96.67" && card.ruleTotal?.text == "96.67" && card.weightTotal == .full)
    project.budget[0][4] = "4"
    #expect(try project.card().executionRow?.score?.text == "10.00")
    project.budget[0] = ["人员", "0", "0", "0", "0"]
    let without = try project.card()
    #expect(without.executionRow?.score == nil && without.total?.text == "100.00" && without.isConverted)
    #expect(without.executionRow?.derivation.formula == "预算执行率无法计算，按不适用处理")
    project.period = .half
    #expect(try project.card().executionRow?.derivation.formula == "运行监控不计分")
    #expect(try project.card().executionRow?.score == nil)
  }

  /// What keeps the row from its points is found as for an indicator: a blank is owed, a budget of 0 does not apply.
  @Test func separateRowThatCannotBeComputed() throws {
    var project = ScorerTests.Project(
      targets: [["产出", "一", "≥10台", "60"], ["效益", "二", "健全", "30"]], actuals: [["一", "10台"], ["二", "达成"]],
      budget: [["人员", "3", "3", "1", "2"], ["设备", "3", "3", "1", ""]], rubric: "mof")
    func found(_ code: Code) throws -> [Finding] { try project.outcome().findings.filter { $0.code == code } }
    let owed = try found(.missingActual)
    #expect(owed.map(\.indicator) == ["预算执行率"] && owed[0].message.contains("全年执行数没有填全"))
    guard case .cell(let origin) = owed[0].place else { throw ProjectFault.noCell }
    #expect(origin.line == 3)
    #expect(try project.outcome().report == nil && found(.zeroBudget).isEmpty)
    #expect(try project.card().executionRow?.derivation.formula == "预算执行率没有完成值")
    // Of several blanks the first is shown.
    project.budget[0][4] = ""
    guard case .cell(let first) = try found(.missingActual)[0].place else { throw ProjectFault.noCell }
    #expect(first.line == 2)
    project.budget[0][4] = "2"
    project.period = .half
    #expect(try !found(.missingActual).contains { $0.indicator == "预算执行率" })
    project.period = .year
    for budget in [[["人员", "0", "0", "0", "0"]], []] {
      project.budget = budget
      #expect(try found(.zeroBudget).map(\.indicator) == ["预算执行率"] && found(.missingActual).isEmpty)
      #expect(try project.card().total?.text == "100.00")
    }
    // An indicator of the sheet that stands for the row has the finding, once.
    project.targets.append(["产出", "预算执行率", "=100%", ""])
    #expect(try found(.zeroBudget).count == 1)
    project.actuals.append(["预算执行率", "50%"])
    #expect(try found(.zeroBudget).isEmpty)
    // Filed as 不适用 it is not owed, whatever the money leaves blank.
    project.actuals[2] = ["预算执行率", "不适用", "", "无预算"]
    project.budget = [["人员", "3", "3", "1", ""]]
    #expect(try project.card().executionRow?.derivation.formula == "预算执行率无法计算，按不适用处理")
  }

  /// Its own 预算执行率 is then shown without points, and its filed figure is the row's.
  @Test func ownRateBesideTheRow() throws {
    let project = ScorerTests.Project(
      targets: [["产出", "一", "≥10台", "60"], ["效益", "二", "健全", "30"], ["产出", "预算执行率", "=100%", ""]],
      actuals: [["一", "10台"], ["二", "达成"], ["预算执行率", "50%"]], budget: [["人员", "3", "3", "1", "2"]],
      rubric: "mof")
    let card = try project.card()
    #expect(card.rows[2].weight == nil && card.rows[2].score == nil && card.rows[2].ruleScore == nil)
    #expect(card.executionRow?.score?.text == "5.00" && card.total?.text == "95.00")
    // Points claimed for it count nowhere.
    var claimed = project
    claimed.actuals[2] += ["5"]
    #expect(try claimed.card().rows[2].reported == nil && claimed.card().total?.text == "95.00")
    var given = project
    given.targets[2][3] = "10"
    let own = try given.card()
    #expect(own.executionRow == nil && own.rows[2].score?.text == "5.00" && own.total?.text == "95.00")
    var allotted = project
    allotted.targets = allotted.targets.map { Array($0.dropLast()) }
    let shared = try allotted.card()
    #expect(shared.rows.map { $0.weight?.text } == ["56.25", "33.75", nil])
    #expect(shared.weightsAllotted && shared.executionRow?.weight.text == "10.00")
  }

  /// Where 预算执行率 stands under two 二级指标, the first filed one is the row's.
  @Test func twoRatesBesideTheRow() throws {
    let files = [
      ("unit.csv", "项,内容\n单位名称,某单位\n年度,2023\n"),
      (
        "targets.csv",
        "项目名称,一级指标,二级指标,三级指标,指标值,分值\n甲,产出,数量,一,≥1台,90\n甲,产出,数量,预算执行率,=100%,\n甲,产出,时效,预算执行率,=100%,\n"
      ),
      (
        "actuals.csv",
        "项目名称,二级指标,三级指标,全年完成值,偏差原因\n甲,数量,一,1台,\n甲,数量,预算执行率,50%,有原因\n甲,时效,预算执行率,80%,有原因\n"
      ),
    ]
    var options = try Repository.options()
    options.rubricName = "mof"
    let outcome = Pipeline.examine(
      files.map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }, options: options)
    #expect(outcome.projects.first?.executionRow?.score?.text == "5.00")
  }
}
