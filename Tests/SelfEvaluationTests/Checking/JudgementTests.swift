// Edges of the rules of judgement that their two examples do not show.

import Testing

@testable import SelfEvaluation

@Suite struct JudgementTests {
  private func findings(_ code: Code, _ edits: Example.Edit..., period: Period = .year) throws -> [Finding] {
    let example = Example(edits, period: period)
    #expect(example.idleEdits.isEmpty)
    return try #require(example.outcome).findings.filter { $0.code == code }
  }

  @Test func farAboveIsJudgedExactlyAndReportedWhereItWasFiled() throws {
    let found = try findings(.farAboveTarget, .replace("actuals.csv", "28600台", with: "36401台"))
    // 130.0036 % is printed as 130.00 %; the unit's rolled-up row repeats nothing.
    #expect(found.map(\.sheet) == ["强制检定经费"])
    #expect(found.first?.message.contains("130.00%") == true)
  }

  @Test func farAboveIsStillReportedWithAReason() throws {
    let found = try findings(.farAboveTarget, .replace("actuals.csv", "28600台,,", with: "40000台,,新增站点"))
    #expect(found.map(\.remedy) == ["核对偏差原因是否说明了为何超额"])
  }

  @Test func theRubricMayDeductForIt() throws {
    let found = try findings(
      .farAboveTarget, .replace("actuals.csv", "28600台", with: "40000台"),
      .write("rubric.csv", "项,值,依据\n超额扣减,20%,本单位规定\n"))
    #expect(found.first?.message.hasSuffix("按评分办法扣减20%") == true)
  }

  @Test func monitoringAsksForReasonsOnlyUnderRedAndYellow() throws {
    let edit = Example.Edit.replace("actuals.csv", "14500台", with: "13000台")
    #expect(try findings(.unmetWithoutReason, edit, period: .half).isEmpty)
    let red = Example.Edit.replace("actuals.csv", "14500台", with: "7000台")
    #expect(try findings(.unmetWithoutReason, red, period: .half).first?.message.contains("亮红灯") == true)
    #expect(try findings(.unmetWithoutReason, red).isEmpty)
  }

  @Test func costBoundsUnderLevelTwoCountToo() throws {
    let found = try findings(
      .costWithAtLeast,
      .replace("targets.csv", "产出指标,数量指标,,新增设备数量,≥10套", with: "产出指标,成本指标,,新增设备数量,≥10套"))
    #expect(found.map(\.indicator) == ["新增设备数量"])
  }

  @Test func ratesMayNotExceedHundredEvenWhenAchieved() throws {
    let found = try findings(.rateAboveHundred, .replace("actuals.csv", "100%,100%", with: "100%,102%"))
    #expect(found.map(\.indicator) == ["设备验收合格率"])
  }

  /// One demand in two scales, for costs, rates and marks without a unit.
  @Test(arguments: [
    ("≤1.5万元/台", "≤15000元/台", true), ("≤1.5万元/台", "≤15001元/台", false), ("≥5‰", "≥0.5%", true),
    ("0.5%-1%", "5‰-10‰", true), ("0.5%-1%", "5‰-11‰", false), ("≥90", "≥90", true), ("≥90", "≥95", false),
  ])
  func namesakesInTwoScales(_ one: String, _ other: String, _ isSame: Bool) throws {
    let found = try findings(
      .namesakeTargetsDiffer,
      .replace(
        "targets.csv", "能力提升经费,满意度,服务对象满意度,,使用人员满意度,≥80%,≥80%", with: "能力提升经费,满意度,服务对象满意度,,办事人员满意度,,\(one)"),
      .append("targets.csv", "强制检定经费,满意度,服务对象满意度,,办事人员满意度,,\(other)\n"))
    #expect(found.isEmpty == isSame)
  }

  @Test func ownFigureMayBeRounded() throws {
    let rollUp = Example.Edit.write(
      "rollup.csv",
      "单位指标,汇总方式,项目名称,项目指标,权数\n客户满意度,平均,强制检定经费,客户满意度,\n客户满意度,平均,能力提升经费,使用人员满意度,\n")
    // The mean of 92 and 93 is 92.5.
    let rounded = Example.Edit.append("actuals.csv", "部门整体,,客户满意度,90%,93%,,,,满意度调查\n")
    #expect(try findings(.ownFigureDiffers, rollUp, rounded).isEmpty)
    let wrong = Example.Edit.append("actuals.csv", "部门整体,,客户满意度,90%,92.6%,,,,满意度调查\n")
    #expect(try findings(.ownFigureDiffers, rollUp, wrong).count == 1)
  }

  @Test func oneProjectUnderTheUnitIsSaidOnce() throws {
    let edit = Example.Edit.replace("targets.csv", "客户满意度,≥80%,≥80%", with: "客户满意度,≥85%,≥85%")
    #expect(try findings(.targetsDoNotRollUp, edit).count == 1)
    #expect(try findings(.namesakeTargetsDiffer, edit).isEmpty)
  }

  @Test func whatDoesNotReconcileIsQuotedAndNotClaimed() throws {
    let money = Example.Edit.replace("budget.csv", "强制检定经费,收入,资金总额,,200", with: "强制检定经费,收入,资金总额,,210")
    #expect(
      try findings(.doesNotReconcile, money).first?.message
        == "强制检定经费不符合“各项收入合计＝资金总额”：左边200，右边210，相差10万元；收入分项之和应等于资金总额")
    let rates = Example.Edit.replace(
      "targets.csv", "预算执行率,=50%,=100%\n强制检定经费,成本",
      with: "预算执行率,=50%,=100%\n强制检定经费,过程,资金管理,,财政拨款预算执行率,≥46%,≥92%\n强制检定经费,成本")
    let filed = Example.Edit.append("actuals.csv", "强制检定经费,,财政拨款预算执行率,50%,100%,,,,支付明细\n")
    #expect(
      try findings(.doesNotReconcile, rates, filed).map(\.message) == [
        "强制检定经费不符合“‘财政拨款预算执行率’与‘预算执行率’的目标一致”：左边≥92%，右边=100%，相差8个百分点；资金只有一个来源，两个执行率是同一个数"
      ])
    let line = Example.Edit.replace(
      "budget.csv", "部门整体,支出,强制检定经费,,200,100,100,200", with: "部门整体,支出,强制检定经费,,200,100,100,190")
    #expect(
      try findings(.doesNotReconcile, line).contains {
        $0.message.hasPrefix("不符合“部门整体‘强制检定经费’全年执行数＝项目表支出合计”：左边190，右边200，相差10万元；")
      })
  }

  @Test func ratesDifferInPoints() throws {
    let edit = Example.Edit.replace("targets.csv", "客户满意度,≥80%,≥80%", with: "客户满意度,≥75%,≥85%")
    let message = try #require(try findings(.targetsDoNotRollUp, edit).first?.message)
    #expect(message.contains("项目目标汇总为80%，相差5个百分点；半年目标“≥75%”，项目目标汇总为80%，相差5个百分点"))
    let filed = try findings(.executionDiffers, .append("actuals.csv", "强制检定经费,,预算执行率,50%,98%,,,,支付明细\n"))
    #expect(filed.first?.message.hasSuffix("按资金计算是100%，相差2个百分点") == true)
  }

  @Test func costsNamedAfterNothingKnownRaiseTheCount() throws {
    let found = try findings(
      .projectCountDiffers, .replace("budget.csv", "部门整体,支出,能力提升经费", with: "部门整体,支出,能力建设经费"))
    #expect(found.isEmpty)
    let more = try findings(
      .projectCountDiffers, .append("budget.csv", "部门整体,支出,科研项目经费,,0,0,0,0\n部门整体,支出,基本支出,,0,0,0,0\n"))
    #expect(more.first?.message.contains("部门整体支出有3个") == true)
  }

  @Test func anUnreadableFileIsNotAlsoCalledEmpty() throws {
    let edit = Example.Edit.bytes("budget.csv", Array("%PDF-1.7".utf8))
    #expect(try findings(.projectMissingFromFile, edit).isEmpty)
    #expect(try findings(.absentFile, edit).isEmpty)
    #expect(try findings(.spreadsheetFile, edit).count == 1)
  }

  @Test func errorsCannotBeExplainedAway() throws {
    let found = try findings(
      .unusedAcknowledgement, .replace("actuals.csv", "28600台", with: "286OO台"),
      .write("acknowledged.csv", "编码,位置,说明\nE203,强制检定经费/强制检定台件数,笔误\n"))
    #expect(found.first?.message == "E203 是错误，不能用说明代替改正")
  }
}
