// Rows that hold no data, and rows that could not be read: no other fault is made up from them.

import Testing

@testable import SelfEvaluation

@Suite struct SkippedRowTests {
  private func findings(_ edits: Example.Edit...) throws -> [Finding] {
    try #require(Example(edits, period: .year).outcome).findings
  }

  /// 7 columns, as the base's targets have.
  @Test(arguments: [
    "填表人：张三,,审核人：李四,,,,", "填表人：,张三,,审核人：,李四,,", "备注,,,,,,", "制表人：张三,,,,,,", ",注：,,,,,",
    "单位负责人：王五,财务负责人：,,联系电话：025-12345678,,填报日期：2024年1月15日,", "备注,金额单位为万元,,,,,",
    "合计（分）,,,,,,100", "合计,,,,,,100", "总分（100分）,,,,,,",
  ]) func isSkippedWithANote(_ row: String) throws {
    let base = try findings().map(\.code)
    let found = try findings(.append("targets.csv", row + "\n")).map(\.code)
    #expect(found.filter { $0 == .rowSkipped }.count == 1)
    #expect(
      found.filter { $0 != .rowSkipped }.sorted { $0.rawValue < $1.rawValue }
        == base.sorted { $0.rawValue < $1.rawValue })
  }

  @Test(arguments: ["备注,产出指标,数量指标,,检查次数,,≥1次", "填表人：张三,产出指标,数量指标,,检查次数,,≥1次", "合计检查,产出指标,数量指标,,检查次数,,≥1次"])
  func dataIsNotSkipped(_ row: String) throws {
    #expect(!(try findings(.append("targets.csv", row + "\n")).contains { $0.code == .rowSkipped }))
  }

  /// Of a file whose only row has a cell too few it is not said that it is empty.
  @Test func theOnlyRowIsRagged() throws {
    let heading = "项目名称,一级指标,二级指标,重点工作,三级指标,半年指标值,全年指标值\n"
    let found = try findings(
      .write("targets.csv", heading + "强制检定经费,产出指标,数量指标,强制检定台件数,,≥28000台\n"))
    #expect(found.contains { $0.code == .raggedRow })
    #expect(!found.contains { $0.code == .noIndicators })
    #expect(!found.contains { $0.code == .projectMissingFromFile && $0.sheet == "强制检定经费" })
  }

  /// The number of a day in an indicator of time; elsewhere it counts something.
  @Test func namesTheNumberOfADay() throws {
    let place = "检定任务完成时间,2023年6月30日,2023年12月31日"
    let found = try findings(.replace("targets.csv", place, with: "检定任务完成时间,2023年6月30日,45291"))
    let said = found.filter { $0.code == .unreadableTarget }.map(\.message)
    #expect(said == ["指标值“45291”像是表格软件把日期存成的序号"])
    let counted = try findings(
      .replace("targets.csv", "强制检定台件数,≥14000台,≥28000台", with: "强制检定台件数,≥14000台,45291"))
    #expect(!counted.contains { $0.code == .unreadableTarget })
  }
}
