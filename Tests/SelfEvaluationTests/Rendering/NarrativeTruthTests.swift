import Testing

@testable import SelfEvaluation

/// Sentences that hold for the large sample and are false for other figures.
@Suite("The narrative says nothing that the figures do not") struct NarrativeTruthTests {
  private func text(
    _ example: Example, _ section: Int, _ period: Period = .year, rubric: String = "jiangsu"
  ) throws -> String {
    try NarrativeFixture.text(NarrativeFixture.report(example, period, rubric: rubric), section: section)
  }

  /// The unit's and both projects' spending.
  private func spending(_ first: String, _ second: String, reasons: Bool = false) -> Example {
    let reason = "项目名称,三级指标,偏差原因\n强制检定经费,预算执行率,追加任务\n能力提升经费,预算执行率,按计划\n"
    return Example(
      [
        .replace(
          "budget.csv", "强制检定经费,支出,检定业务费,,200,100,100,200", with: "强制检定经费,支出,检定业务费,,200,100,100,\(first)"),
        .replace(
          "budget.csv", "部门整体,支出,强制检定经费,,200,100,100,200", with: "部门整体,支出,强制检定经费,,200,100,100,\(first)"),
        .replace(
          "budget.csv", "能力提升经费,支出,设备购置费,,100,50,50,100", with: "能力提升经费,支出,设备购置费,,100,50,50,\(second)"),
        .replace("budget.csv", "部门整体,支出,能力提升经费,,100,50,50,100", with: "部门整体,支出,能力提升经费,,100,50,50,\(second)"),
      ] + (reasons ? [.write("actuals/reasons.csv", reason)] : []), period: .year)
  }

  @Test("money beyond the budget is not money left")
  func overspent() throws {
    let money = try text(spending("260", "80", reasons: true), 3)
    #expect(money.contains("未执行的资金20.00万元，全部在“能力提升经费”。"), "\(money)")
    #expect(money.contains("超出预算的是“强制检定经费”60.00万元。"))
    #expect(money.contains("“强制检定经费”支出超出预算，原因是追加任务"))
    #expect(!money.contains("-") && !money.contains("“强制检定经费”资金未全部执行"))
  }

  @Test("who spent all gives no reason for what is left")
  func spentAll() throws {
    let money = try text(spending("180", "100", reasons: true), 3)
    #expect(money.contains("“强制检定经费”资金未全部执行，原因是追加任务"), "\(money)")
    #expect(!money.contains("按计划"))
  }

  @Test("an execution rate that falls short says what is left, one beyond a limit what is over")
  func rates() throws {
    var limits = spending("260", "80").edits
    for sheet in ["部门整体,过程,预算执行", "强制检定经费,过程,资金管理"] {
      limits.append(.replace("targets.csv", "\(sheet),,预算执行率,=50%,=100%", with: "\(sheet),,预算执行率,≤50%,≤100%"))
    }
    let deviations = try text(Example(limits, period: .year), 5)
    #expect(deviations.contains("超出预算60.00万元") && deviations.contains("尚有20.00万元未执行"), "\(deviations)")
    #expect(!deviations.contains("-"))
  }

  @Test("those that share the first or the last place are all named")
  func ties() throws {
    let conclusion = try text(
      Example(
        .replace("actuals.csv", "91%,92%", with: "60%,40%"),
        .replace("actuals.csv", "14500台,28600台", with: "7000台,14000台")
      ), 2)
    #expect(conclusion.contains("最低的是“强制检定经费”，"), "\(conclusion)")
    // The unit loses 3 of 10 points under 决策 and as many under 满意度.
    let tied = try text(
      Example(
        .replace("actuals.csv", "工作计划健全性,健全,健全", with: "工作计划健全性,健全,较健全"),
        .replace("actuals.csv", "91%,92%", with: "91%,56%")), 2)
    #expect(tied.contains("失分最多的是决策和满意度，各失3.00分。"), "\(tied)")
    let even = try text(spending("180", "90"), 3)
    #expect(even.contains("2个项目的执行率均为90.00%。"))
    #expect(Prose.tied(["甲", "乙"]) == "“甲”和“乙”" && Prose.tied(["甲", "乙", "丙", "丁"]) == "“甲”等4个项目")
  }

  @Test("where the projects met their own targets, the unit's is called stricter")
  func stricter() throws {
    let example = Example(
      .replace("targets.csv", "强制检定,检定工作,强制检定台件数,≥14000台,≥28000台", with: "强制检定,检定工作,强制检定台件数,≥14000台,≥30000台"))
    let report = try NarrativeFixture.report(example)
    let deviations = NarrativeFixture.text(report, section: 5)
    #expect(deviations.contains("该完成值取自强制检定经费“强制检定台件数”，项目目标已经达到，单位目标更严。"), "\(deviations)")
    let annex = try #require(Narrative.annexes(report).first)
    #expect(annex.rows.first?.cells[5].text == "由强制检定经费汇总；项目目标已经达到，单位目标更严")
    #expect(!deviations.contains("应当补充"))
  }

  @Test("a project that gives no reason is not referred to for one")
  func silentProject() throws {
    let deviations = try text(Example(.replace("actuals.csv", "14500台,28600台", with: "7000台,14000台")), 5)
    #expect(deviations.contains("偏差来自强制检定经费“强制检定台件数”，项目没有填报原因和措施。"), "\(deviations)")
    #expect(deviations.contains("有1个指标填报时没有写明原因，应当补充。"))
  }

  @Test("a separate execution row that loses the most is named", arguments: ["mof", "hubei"])
  func executionRow(_ rubric: String) throws {
    var edits = NarrativeFixture.ministry.edits
    edits.append(.replace("budget.csv", "100,100,200", with: "100,100,20"))
    let example = Example(edits, period: .year)
    let conclusion = try text(example, 2, rubric: rubric)
    #expect(conclusion.contains("失分的是单列的预算执行率，失"), "\(conclusion)")
    let deviations = try text(example, 5, rubric: rubric)
    #expect(deviations.contains("单列的预算执行率失") && deviations.contains("尚有180.00万元未执行"), "\(deviations)")
  }

  @Test("nothing filed is not called equal, weights that were given are not called assumed")
  func reported() throws {
    let conclusion = try text(Example(), 2)
    #expect(conclusion.contains("填报时没有报自评得分，得分按评分办法计算。") && !conclusion.contains("一致"), "\(conclusion)")
    #expect(conclusion.contains("本工具的假设"))
    let rows = Example.base.first { $0.path == "targets.csv" }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    let lines = try #require(rows).split(separator: "\n").dropFirst()
    let given = lines.map { $0.hasPrefix("部门整体") ? "20" : $0.contains("决策") ? "10" : "15" }
    let weighted = try NarrativeFixture.report(Example(.column("targets.csv", "分值", given)))
    #expect(!NarrativeFixture.text(weighted, section: 2).contains("本工具的假设"))
  }

  @Test("goals written twice are counted once")
  func goals() throws {
    let basics = try text(Example(.append("unit.csv", "年度目标,完成年度检定任务\n")), 0)
    #expect(basics.contains("年度目标：完成年度检定任务。") && !basics.contains("共2项"), "\(basics)")
  }

  @Test("evidence is counted among the figures that were filed")
  func evidence() throws {
    let conduct = try text(
      Example(.replace("actuals.csv", "450元/人/天,500元/人/天,,,,培训决算", with: "不适用,不适用,,未办培训,,")), 1)
    #expect(conduct.contains("填报13个（含不适用1个）") && conduct.contains("填报的完成值都列明了佐证材料"), "\(conduct)")
  }

  @Test("half-year: lights and what does not apply add up, and nobody is late who is in time")
  func lights() throws {
    let example = Example(.replace("actuals.csv", "450元/人/天,500元/人/天,,,,培训决算", with: "不适用,不适用,,未办培训,,"))
    let progress = try text(example, 4, .half)
    #expect(progress.contains("不适用1个"), "\(progress)")
    #expect(try text(example, 3, .half).contains("3张表的资金亮灯为绿灯3个"))
  }

  @Test("nothing to judge is not called all met")
  func nothingToJudge() throws {
    let lines = ["项目名称,一级指标,二级指标,三级指标,半年指标值,全年指标值", "强制检定经费,产出指标,数量指标,强制检定台件数,≥14000台,≥28000台"]
    let example = Example(
      NarrativeFixture.oneProject.edits + [
        .write("targets.csv", lines.joined(separator: "\n") + "\n"),
        .write("actuals.csv", "项目名称,三级指标,半年完成值,全年完成值,偏差原因\n强制检定经费,强制检定台件数,不适用,不适用,停办\n"),
      ], period: .year)
    #expect(try text(example, 5).contains("没有可以评价的指标，不作偏差分析。"))
    #expect(try !text(example, 4).contains("均达到目标"))
    #expect(try text(example, 5, .half).contains("没有可以判定亮灯的指标"))
  }

  @Test("a figure of several projects names them, a weight is called by its name")
  func origins() throws {
    #expect(Prose.series(["甲", "乙", "丙", "丁"], atMost: 3, of: "个项目") == "甲、乙、丙等4个项目")
    let example = Example(
      .replace(
        "targets.csv", "能力提升经费,成本,经济成本,,培训费成本",
        with: "能力提升经费,产出指标,数量指标,,强制检定台件数,≥1台,≥1台\n能力提升经费,成本,经济成本,,培训费成本"),
      .append("actuals.csv", "能力提升经费,,强制检定台件数,10000台,20000台,,追加任务,,检定台账\n"))
    let completion = try text(example, 4)
    #expect(completion.contains("部门整体“强制检定台件数”") && completion.contains("数据来自强制检定经费和能力提升经费"), "\(completion)")
  }
}
