import Testing

@testable import SelfEvaluation

@Suite("What the narrative says") struct NarrativeContentTests {
  @Test("an unmet indicator is told with target, actual, gap, reason and measure")
  func deviation() throws {
    let text = try NarrativeFixture.text(NarrativeFixture.report(NarrativeFixture.misses), section: 5)
    #expect(text.contains("“强制检定台件数”"))
    #expect(text.contains("28000台") && text.contains("27320台") && text.contains("比目标少680台"))
    #expect(text.contains("送检减少；部分停用；"), "\(text)")
    #expect(text.contains("提前通知。"))
    #expect(text.contains("比期限晚30天"))
    #expect(text.contains("超出限额50元/人/天"))
    #expect(text.contains("系统开放晚；改进措施未填报。"))
  }

  @Test("where rule and report part, both are told")
  func differences() throws {
    let text = try NarrativeFixture.text(NarrativeFixture.report(NarrativeFixture.misses), section: 2)
    #expect(text.contains("自评得分与规则得分不一致的指标共1个，低于规则得分"))
    #expect(text.contains("强制检定经费“会议费成本”自评4.00分，规则得分9.09分，相差5.09分。"), "\(text)")
    #expect(text.contains("因有1个指标不适用") == false)
  }

  @Test("money has two decimals, and a changed budget is told")
  func money() throws {
    let report = try NarrativeFixture.report(NarrativeFixture.misses)
    let text = NarrativeFixture.text(report, section: 0) + NarrativeFixture.text(report, section: 3)
    #expect(text.contains("全年预算数300.00万元"))
    #expect(text.contains("年初预算数为280.00万元，年中调增20.00万元。"))
    #expect(text.contains("全年实际执行250.00万元，预算执行率83.33%，未执行50.00万元。"))
  }

  @Test("what the unit wrote is joined, the kind of data too")
  func statements() throws {
    let report = try NarrativeFixture.report(NarrativeFixture.misses)
    let conduct = NarrativeFixture.text(report, section: 1)
    #expect(conduct.contains("财务科牵头。各科配合。") && conduct.contains("注明为“示例数据”。"))
    #expect(NarrativeFixture.text(report, section: 6).contains("一是人手紧；二是资金慢。"))
    #expect(NarrativeFixture.text(report, section: 7).contains("院内通报。"))
  }

  @Test("far over and inapplicable are told")
  func completion() throws {
    let text = try NarrativeFixture.text(NarrativeFixture.report(NarrativeFixture.misses), section: 4)
    #expect(text.contains("能力提升经费“新增设备数量”") && text.contains("200.00%") && text.contains("没有说明原因"))
    #expect(text.contains("能力提升经费“培训费成本”：未办培训。"))
  }

  @Test("nothing to say is said plainly")
  func silence() throws {
    let report = try NarrativeFixture.report(NarrativeFixture.oneProject)
    #expect(NarrativeFixture.text(report, section: 5).contains("没有需要说明的偏差"))
    #expect(NarrativeFixture.text(report, section: 7).contains("没有说明自评结果的应用安排"))
    let poor = try NarrativeFixture.report(NarrativeFixture.withoutBudget)
    #expect(NarrativeFixture.text(poor, section: 3).contains("填报材料没有资金数据。"))
    let zero = try NarrativeFixture.report(NarrativeFixture.zeroBudget)
    #expect(NarrativeFixture.text(zero, section: 3).contains("能力提升经费的全年预算数为零，执行率不作计算"))
  }

  @Test("without a unit sheet there is no total, and each project is told")
  func projectsOnly() throws {
    let text = try NarrativeFixture.text(NarrativeFixture.report(NarrativeFixture.withoutUnit), section: 2)
    #expect(text.contains("不计算单位总分") && text.contains("2个项目的自评等级均为“优”。"))
  }

  @Test("half-year: lights, no points and no grades")
  func monitoring() throws {
    let report = try NarrativeFixture.report(NarrativeFixture.misses, .half)
    let all = NarrativeFixture.texts(Narrative.sections(report)).joined()
    #expect(!all.contains("得分") && !all.contains("等级为"))
    #expect(all.contains("红灯") && NarrativeFixture.text(report, section: 3).contains("为半年计划的50.00%，亮红灯"))
    #expect(NarrativeFixture.text(report, section: 5).contains("强制检定台件数"))
  }

  @Test(
    "texts of the unit become clauses",
    arguments: [
      ("完成。", "完成"), ("一。\n二；\r\n三", "一；二；三"), ("无", ""), ("／", ""), ("好，，很好。。", "好，很好"), ("　空格　前后 ", "空格前后"),
      ("甲。”乙", "甲”乙"), ("真的吗？", "真的吗"), ("完成.", "完成"), ("采购25TB硬盘 2块", "采购25TB硬盘2块"),
    ])
  func clauses(_ text: String, _ expected: String) {
    #expect(Prose.clause(text) == expected)
  }

  @Test("numerals", arguments: [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")])
  func numerals(_ number: Int, _ expected: String) {
    #expect(Prose.numeral(number) == expected)
  }
}
