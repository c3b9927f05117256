// jixiao trace: the separate row of some rubrics, and what it says where there is no such indicator.

import Foundation
import SelfEvaluation
import Testing

@Suite struct TraceTests {
  /// Two projects; only the second counts 检定台数.
  private static let files = [
    ("unit.csv", "项,内容\n单位名称,某所\n年度,2023\n"),
    (
      "budget.csv",
      "项目名称,收支,资金名称,全年预算数,半年计划执行数,半年执行数,全年执行数\n甲项目,支出,设备费,60,30,30,60\n甲项目,支出,业务费,40,20,15,30\n乙项目,支出,业务费,50,25,25,50\n"
    ),
    (
      "targets.csv",
      "项目名称,一级指标,二级指标,三级指标,指标值\n甲项目,产出,数量,校准台数,≥2台\n甲项目,效益,社会,效果,健全\n甲项目,满意度,客户,满意度,≥90%\n乙项目,产出,数量,检定台数,≥2台\n乙项目,效益,社会,效果,健全\n乙项目,满意度,客户,满意度,≥90%\n"
    ),
    (
      "actuals.csv",
      "项目名称,三级指标,全年完成值\n甲项目,校准台数,2台\n甲项目,效果,健全\n甲项目,满意度,95%\n乙项目,检定台数,2台\n乙项目,效果,健全\n乙项目,满意度,95%\n"
    ),
  ]

  private func withSubmission(_ body: (String) throws -> Void) throws {
    try TemporaryFolder.with { (folder: URL) throws in
      for (name, text) in Self.files { try Data(text.utf8).write(to: folder.appending(path: name)) }
      try body(folder.path)
    }
  }

  @Test func tellsTheSeparateRow() throws {
    try withSubmission { folder in
      let run = try Tool.run("trace", folder, "预算执行率", "--rubric", "mof", "--project", "甲项目")
      #expect(run.status == 0, "\(run.messages)")
      #expect(
        run.output == """
          甲项目 · 预算执行率（评分办法单列的一行）
            指标值：≥100%
            支出（万元）：设备费，全年预算数 60.00，全年执行数 60.00（budget.csv:2）
            支出（万元）：业务费，全年预算数 40.00，全年执行数 30.00（budget.csv:3）
            公式：全年执行数合计÷全年预算数合计；90.00 ÷ 100.00 = 90%
            完成值：90%（计算）
            分值：10.00（评分办法“财政部项目支出绩效自评权重”的预算执行率分值）
            推导：未达到指标值：分值×完成值÷指标值；10 × 90 ÷ 100 → 9.00
            得分：9.00

          """)
      let both = try Tool.run("trace", folder, "预算执行率", "--rubric", "mof")
      #expect(both.output.contains("甲项目 · 预算执行率") && both.output.contains("乙项目 · 预算执行率"))
      let none = try Tool.run("trace", folder, "预算执行率")
      #expect(none.status == 64 && none.messages.contains("没有三级指标“预算执行率”"))
    }
  }

  @Test func tellsWhichSheetHasIt() throws {
    try withSubmission { folder in
      let other = try Tool.run("trace", folder, "检定台数", "--project", "甲项目")
      #expect(other.status == 64)
      #expect(other.messages == "jixiao: “甲项目”中没有三级指标“检定台数”；有这个指标的是“乙项目”\n")
      let near = try Tool.run("trace", folder, "校准台", "--project", "甲项目")
      #expect(near.messages == "jixiao: “甲项目”中没有三级指标“校准台”；名称最接近的是“校准台数”\n")
    }
  }
}
