// What the summary says: the largest losses and why, whose money, counts that agree with the report.

import Testing

@testable import SelfEvaluation

struct EmailSummaryTests {
  /// The summary as plain text.
  private func text(_ report: CheckedReport) -> String {
    let summary = EmailSummary(report, paths: OutputPaths(report))
    return String(decoding: EmailText(summary: summary).bytes(), as: UTF8.self)
  }

  private func text(
    _ edits: Example.Edit..., period: Period = .year, rubric: String = "jiangsu"
  ) throws -> String {
    let example = Example(edits, period: period)
    #expect(example.idleEdits.isEmpty)
    return text(try report(example.files, period, rubric: rubric))
  }

  private static let unitMoney = [
    "部门整体,收入,资金总额,,300,,,\n", "部门整体,收入,一般公共预算资金,,300,,,\n", "部门整体,支出,项目支出,,300,150,150,300\n",
    "部门整体,支出,强制检定经费,,200,100,100,200\n", "部门整体,支出,能力提升经费,,100,50,50,100\n",
  ].map { Example.Edit.replace("budget.csv", $0, with: "") }

  @Test func `the largest losses stand first, whatever their sheet`() throws {
    let report = try report(try sample())
    let losses = report.cards.flatMap { card in
      card.rows.compactMap { row -> (name: String, loss: Points)? in
        guard let weight = row.weight, let score = row.score, score < weight else { return nil }
        return (row.indicator.name, weight - score)
      }
    }
    let sorted = losses.enumerated().sorted {
      ($1.element.loss, $0.offset) < ($0.element.loss, $1.offset)
    }
    let text = text(report)
    for (place, entry) in sorted.prefix(5).enumerated() {
      #expect(text.contains("\(place + 1). \(entry.element.name)：失\(entry.element.loss.text)分（"))
    }
    #expect(text.contains("各表失分指标共\(losses.count)个，其余见报告。"))
    let told = NarrativeFixture.texts(Narrative.sections(report)).joined()
    #expect(told.contains("未达到目标的指标共\(losses.count)个"))
  }

  @Test func `a separate execution row loses points too`() throws {
    let names = (1...5).map { "设备\($0)数量" }
    let more = names.map { "强制检定经费,产出,数量指标,\($0),≥10套,≥10套\n" }.joined()
    let filed = names.map { "强制检定经费,\($0),5套,9套,验收单\n" }.joined()
    let example = Example(
      NarrativeFixture.ministry.edits + [
        .replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,100,20"),
        .append("targets.csv", more), .append("actuals.csv", filed),
      ], period: .year)
    #expect(example.idleEdits.isEmpty)
    let text = text(try report(example.files, rubric: "mof"))
    #expect(text.contains("1. 预算执行率：失9.00分（分值10.00）\r\n   强制检定经费，指标值≥100%，完成值10%\r\n   原因：尚有180.00万元未执行"))
    #expect(text.contains("各表失分指标共5个，另有单列的预算执行率1行，其余见报告。"))
  }

  @Test func `what was spent beyond the budget is said so`() throws {
    let text = try text(
      .replace("targets.csv", "部门整体,过程,预算执行,,预算执行率,=50%,=100%", with: "部门整体,过程,预算执行,,预算执行率,≤50%,≤100%"),
      .replace("budget.csv", "部门整体,支出,强制检定经费,,200,100,100,200", with: "部门整体,支出,强制检定经费,,200,100,100,220"),
      .replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,100,220"))
    #expect(text.contains("原因：超出预算20.00万元，其中强制检定经费20.00万元"))
    #expect(!text.contains("-20"))
  }

  @Test func `a project that kept its promise owes no reason`() throws {
    let stricter = Example.Edit.replace("targets.csv", "≥14000台,≥28000台", with: "≥15000台,≥30000台")
    #expect(try text(stricter).contains("原因：项目目标已经达到，单位目标更严"))
    let together = try text(
      .replace("targets.csv", "客户满意度,≥80%,≥80%", with: "客户满意度,≥95%,≥95%"),
      .write(
        "rollup.csv",
        "单位指标,汇总方式,项目名称,项目指标,权数\n客户满意度,平均,强制检定经费,客户满意度,\n客户满意度,平均,能力提升经费,使用人员满意度,\n"))
    #expect(together.contains("原因：各项目目标均已达到，汇总后未达到单位目标"))
    let half = text(try report(try sample(), .half))
    #expect(half.contains("1. 项目验收合格率：红灯\r\n   部门整体，指标值=100%，完成值0%\r\n   原因：各项目目标均已达到，汇总后未达到单位目标"))
    // A project that is behind itself does owe one.
    #expect(
      try text(.replace("actuals.csv", "28600台", with: "27320台")).contains(
        "强制检定台件数：失0.97分（分值40.00）\r\n   部门整体，指标值≥28000台，完成值27320台\r\n   原因：填报时未说明"))
  }

  @Test func `points missing from a target that was reached`() throws {
    let own = try text(.replace("actuals.csv", "28600台,,", with: "28600台,12,"))
    #expect(own.contains("原因：指标已达到，自评得分12.00低于规则得分15.00"))
    let rule = try text(
      .replace("actuals.csv", "强制检定经费,,立项依据充分性,充分,充分", with: "强制检定经费,,立项依据充分性,充分,达成 95%"))
    #expect(rule.contains("原因：指标已达到，按规则计分（定性指标“达成”：分值×填报比例）"))
  }

  @Test(arguments: [(Period.year, "没有可以计分的指标。"), (.half, "没有可以亮灯的指标。")])
  func `nothing to judge is not nothing lost`(period: Period, words: String) throws {
    let nothing = try text(
      .write("targets.csv", "项目名称,一级指标,二级指标,三级指标,半年指标值,全年指标值\n强制检定经费,满意度,满意度,客户满意度,≥80%,≥80%\n"),
      .write("actuals.csv", "项目名称,三级指标,半年完成值,全年完成值,偏差原因\n强制检定经费,客户满意度,不适用,不适用,没有客户\n"),
      period: period)
    #expect(nothing.contains(words))
    #expect(try !text(period: period).contains(words))
  }

  @Test func `kinds there are none of are left out`() throws {
    let text = try text()
    #expect(text.contains("待处理：提示") || text.contains("没有待处理的问题"))
    #expect(!text.contains("0条"))
    let checks = try Renderer.render(try report(), templates: try TemplateLibrary()).text("index.html")
    #expect(checks.contains("勾稽校验：共 ") && !checks.contains(" 0 项"))
  }

  @Test func `projects beyond the twentieth are counted`() throws {
    let names = (1...23).map { "第\($0)项目" }
    let targets = names.map { "\($0),满意度,满意度,客户满意度,≥80%,≥80%\n" }.joined()
    let text = try text(
      .remove("projects.csv"), .remove("budget.csv"),
      .write("targets.csv", "项目名称,一级指标,二级指标,三级指标,半年指标值,全年指标值\n" + targets),
      .write(
        "actuals.csv", "项目名称,三级指标,半年完成值,全年完成值\n" + names.map { "\($0),客户满意度,85%,85%\n" }.joined()))
    #expect(text.contains("第20项目：100.00/100.00") && !text.contains("第21项目：100.00/100.00"))
    #expect(text.contains("\r\n其余3个见报告。\r\n"))
  }

  @Test func `what a finding names itself is not said twice`() throws {
    let text = try text(.replace("budget.csv", "强制检定经费,收入,资金总额,,200", with: "强制检定经费,收入,资金总额,,210"))
    #expect(text.contains("   如强制检定经费不符合“各项收入合计＝资金总额”：左边200，右边210，相差10万元；"))
  }

  @Test func `the projects' money is called theirs, on the index too`() throws {
    func shown(_ example: Example) throws -> (mail: String, index: String) {
      #expect(example.idleEdits.isEmpty)
      let report = try report(example.files)
      return (text(report), try Renderer.render(report, templates: try TemplateLibrary()).text("index.html"))
    }
    for example in [NarrativeFixture.withoutUnit, Example(EmailSummaryTests.unitMoney, period: .year)] {
      let (mail, index) = try shown(example)
      #expect(mail.contains("预算执行率：100.00%（各项目合计 300.00÷300.00万元）"))
      #expect(
        index.contains(
          "<strong>100.00%</strong><span>各项目合计 <span class=\"whole\">300.00 ÷</span> <span class=\"whole\">300.00 万元</span></span>"
        ))
    }
    let partly = Example(
      EmailSummaryTests.unitMoney + [
        .replace("budget.csv", "设备购置费,,100,50,50,100", with: "设备购置费,,100,50,50,"),
        .replace("targets.csv", "能力提升经费,过程,资金管理,,预算执行率,=50%,=100%\n", with: ""),
      ], period: .year)
    #expect(try shown(partly).mail.contains("预算执行率：100.00%（强制检定经费 200.00÷200.00万元）"))
    let none = try shown(NarrativeFixture.withoutBudget)
    #expect(
      none.mail.contains("预算执行率：—\r\n") && none.index.contains("<dt>预算执行率</dt><dd><strong>—</strong></dd>"))
    let own = try shown(Example())
    #expect(own.mail.contains("预算执行率：100.00%（300.00÷300.00万元）") && !own.index.contains("各项目合计"))
  }
}
