// Lines that contradict themselves are refused with their member; whatever a run writes is taken.

import Foundation
import Testing

@testable import SelfEvaluation

struct LineCoherenceTests {
  /// One unit with everything that can be divided, compared and graded.
  private func fixture(_ period: Period = .year) -> RollUpFixture {
    var fixture = RollUpFixture(
      targets: [
        [Sheet.unitName, "决策", "规划", "健全", "健全"], [Sheet.unitName, "过程", "预算执行率", "=100%", "=50%"],
        [Sheet.unitName, "履职", "均数", "≥1万台", "≥1万台"], [Sheet.unitName, "履职", "均率", "≥80%", "≥80%"],
        [Sheet.unitName, "履职", "比率", "≥80%", "≥80%"], [Sheet.unitName, "履职", "千分", "≥800‰", "≥800‰"],
        [Sheet.unitName, "履职", "进度", "序时进度", "序时进度"], [Sheet.unitName, "履职", "温度", "10～20度", "10～20度"],
        [Sheet.unitName, "履职", "完工", "2023年12月31日", "2023年6月30日"],
        [Sheet.unitName, "效益", "效果", "健全", "健全"], [Sheet.unitName, "满意度", "满意度", "≥90%", "≥90%"],
        ["甲", "产出", "分数", "≥1台", "≥1台"], ["甲", "产出", "分率", "≥80%", "≥80%"],
        ["乙", "产出", "分数", "≥1台", "≥1台"], ["乙", "产出", "分率", "≥80%", "≥80%"],
      ],
      actuals: [
        [Sheet.unitName, "规划", "未达成", "未达成"], [Sheet.unitName, "进度", "95%", "95%"],
        [Sheet.unitName, "温度", "15度", "15度"], [Sheet.unitName, "完工", "2023年11月30日", "2023年5月31日"],
        [Sheet.unitName, "效果", "达成 85%", "达成 85%"], [Sheet.unitName, "满意度", "不适用", "不适用"],
        ["甲", "分数", "12345台", "12345台"], ["甲", "分率", "92.33%", "92.33%"],
        ["乙", "分数", "20000台", "20000台"], ["乙", "分率", "86.5%", "86.5%"],
      ],
      rollUp: ["甲", "乙"].flatMap { project in
        [
          ["均数", "平均", project, "分数", ""], ["均率", "加权平均", project, "分率", "分数"],
          ["比率", "比率", project, "分数", "分数"], ["千分", "比率", project, "分数", "分数"],
        ]
      },
      budget: [[Sheet.unitName, "基本支出", "300", "270"]])
    fixture.period = period
    return fixture
  }

  private func line(_ period: Period = .year) throws -> String {
    let outcome = try fixture(period).outcome()
    let report = try #require(
      outcome.report, "\(outcome.findings.filter { $0.severity == .error }.map(\.message))")
    return String(decoding: UnitLine(report, folder: "f", id: "i", output: "o").bytes, as: UTF8.self)
  }

  @Test(arguments: [Period.year, .half]) func `what a run writes is taken`(_ period: Period) throws {
    let text = try line(period)
    #expect(try UnitLine(reading: Array(text.utf8)).bytes == Array(text.utf8))
    #expect(text.components(separatedBy: "\"numerator\"").count == 6)
    #expect(text.contains("\"attainment\":\"未达成\",\"share\":\"30000000\""))
    #expect(text.contains("\"attainment\":\"达成\",\"percent\":\"85000000\",\"words\""))
  }

  /// Earlier builds did not say what a bare grade earns.
  @Test func `a grade without its share is read`() throws {
    let text = try line().replacing(",\"share\":\"30000000\"", with: "")
    let result = try #require(try UnitLine(reading: Array(text.utf8)).result)
    #expect(result.indicators.first?.share == Quantity(30))
  }

  @Test(
    arguments: [
      // A total of forged quotients would be nobody's.
      (
        "\"actual\":\"90000000\"", "\"actual\":\"99000000\"",
        "指标“预算执行率”的“numerator”除以“denominator”不等于“actual”的“99000000”"
      ),
      ("\"numerator\":\"270000000\"", "\"numerator\":\"300000000\"", "指标“预算执行率”的“numerator”除以"),
      ("\"denominator\":\"300000000\"", "\"denominator\":\"0\"", "指标“预算执行率”的“denominator”的值“0”不能作除数"),
      ("\"numerator\":\"270000000\",", "", "指标“预算执行率”的“numerator”无法识别"),
      (",\"denominator\":\"300000000\"", "", "指标“预算执行率”的“denominator”无法识别"),
      (",\"numerator\":\"270000000\",\"denominator\":\"300000000\"", "", "指标“预算执行率”的“method”是“比率”，却没有"),
      ("\"actual\":\"1617300\"", "\"actual\":\"1617400\"", "指标“均数”的“numerator”除以"),
      ("\"denominator\":\"2\"", "\"denominator\":\"-2\"", "指标“均数”的“denominator”的值“-2”不能作除数"),
      ("\"method\":\"加权平均\"", "\"method\":\"最差\"", "指标“均率”的“method”是“最差”，却有"),
      ("\"method\":\"加权平均\"", "\"method\":\"比率\"", "指标“均率”的“numerator”除以"),
      (
        "\"actual\":\"不适用\",\"words\":\"不适用\",\"method\":\"自报\"",
        "\"actual\":\"不适用\",\"words\":\"不适用\",\"method\":\"平均\",\"numerator\":\"1\",\"denominator\":\"1\"",
        "指标“满意度”的“actual”不是数字"
      ),
      ("\"grade\":\"良\"", "\"grade\":\"优\"", "“grade”的值“优”与“score”的“"),
      ("\"error\":0", "\"error\":3", "“counts.error”的值“3”与“ok”的“true”不符"),
      ("\"ruleScore\":", "\"ruleScore\":null,\"x\":", "“score”和“ruleScore”只有其一"),
      ("\"light\":null", "\"light\":\"red\"", "“light”的值“red”与“period”的“year”不符"),
      ("\"red\":0", "\"red\":1", "“lights”的值“合计1”与“period”的“year”不符"),
      ("\"sheets\":3", "\"sheets\":0", "“sheets”的值“0”不对"),
      ("\"folder\":\"f\"", "\"folder\":\"\"", "“folder”是空的"), ("\"id\":\"i\"", "\"id\":\"\"", "“id”是空的"),
      ("\"unit\":\"某单位\"", "\"unit\":\"\"", "“unit”是空的"),
      ("\"output\":\"o\"", "\"output\":\"\"", "“output”是空的"),
      ("\"name\":\"规划\"", "\"name\":\"\"", "指标的“name”是空的"),
      ("\"submission\":\"", "\"submission\":\"0", "“submission”的值“0"),
      ("\"upper\":\"20000000\"", "\"upper\":\"9000000\"", "指标“温度”的“upper”小于“target”"),
      ("\"comparison\":\"定性\"", "\"comparison\":\"不低于\"", "指标“规划”的“target”无法识别"),
      (
        "\"comparison\":\"定性\",\"target\":\"健全\"", "\"comparison\":\"不低于\",\"target\":\"1000000\"",
        "指标“规划”的“attainment”无法识别"
      ),
      ("\"share\":\"30000000\"", "\"share\":\"130000000\"", "指标“规划”的“share”的值“130000000”不在0%到100%之间"),
      ("\"share\":\"30000000\"", "\"share\":\"x\"", "“share”的值“x”无法识别"),
      ("\"percent\":\"85000000\"", "\"percent\":\"-1\"", "指标“效果”的“percent”的值“-1”不在0%到100%之间"),
      ("\"met\":false", "\"met\":true", "指标“规划”的“met”与完成值和指标值不符"),
      ("\"unmet\":", "\"unmet\":0,\"x\":", "“unmet”的值“0”小于未达标的指标数“"),
      ("\"budget\":\"300000000\"", "\"budget\":null", "“spent”的值“270000000”没有对应的“budget”"),
      ("\"code\":\"\"", "\"code\":\"C1\"", "“id”的值“i”与“code”的“C1”不符"),
    ])
  func `contradictions are refused`(old: String, new: String, message: String) throws {
    let text = try line()
    let range = try #require(text.range(of: old), "\(old) not in \(text)")
    let reader = Lines.reader([Array(text.replacingCharacters(in: range, with: new).utf8)])
    #expect(reader.overview() == nil && reader.faults.count == 1)
    #expect(reader.faults.first?.hasPrefix("a.ndjson:1: \(message)") == true, "\(reader.faults)")
  }

  @Test func `lights have no points`() throws {
    let text = try line(.half)
      .replacing(
        "\"score\":null,\"ruleScore\":null,\"grade\":null",
        with: "\"score\":1,\"ruleScore\":1,\"grade\":\"差\"")
    #expect(Lines.reader([Array(text.utf8)]).faults == ["a.ndjson:1: “score”的值“1”与“period”的“half”不符"])
  }

  /// Where a unit has bounds of its own they are not known.
  @Test func `grades of other rubrics are taken`() throws {
    let own = Example.Edit.write("rubric.csv", "项,值\n等级/优,100\n")
    let bytes = try Lines.line(1, .year, [own]).bytes
    #expect(try UnitLine(reading: bytes).bytes == bytes)
  }

  @Test func `names that differ by case only are twins`() throws {
    let text = try line()
    let other = text.replacing("\"id\":\"i\"", with: "\"id\":\"I\"")
    let reader = Lines.reader([Array(text.utf8), Array(other.utf8)])
    #expect(
      reader.faults == ["a.ndjson:2: “某单位”（文件夹名 I）重复，a.ndjson:1 已有“i”，两者只差大小写，不能并存"])
  }
}
