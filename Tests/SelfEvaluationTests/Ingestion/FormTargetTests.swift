// What comes back in the target columns of a form: re-formatted, damaged by the spreadsheet, or changed.

import Testing

@testable import SelfEvaluation

@Suite struct FormTargetTests {
  /// The code for a form row of the base with other words in its target columns; nil where nothing was changed.
  private func code(_ indicator: String, _ kind: String, _ value: String, _ unit: String) throws -> Code? {
    let row = "强制检定经费,\(indicator),\(kind),\"\(value)\",\(unit),达成\n"
    let outcome = try #require(
      Example(
        .write("actuals/表.csv", "项目名称,三级指标,比较方式,目标值,计量单位,佐证材料\n" + row),
        .replace(
          "targets.csv", "时效指标,,检定任务完成时间,2023年6月30日,2023年12月31日\n",
          with: "时效指标,,检定任务完成时间,2023年6月30日,2023年12月31日\n强制检定经费,产出指标,数量指标,,检查次数,10-12次,10-12次\n")
      ).outcome)
    return outcome.findings.first { $0.code == .changedTarget || $0.code == .damagedForm }?.code
  }

  @Test(arguments: [
    ("强制检定台件数", "不低于", "28000", "台"), ("强制检定台件数", "不低于", "28,000", "台"),
    ("强制检定台件数", "不低于", "28000.0", "台"), ("强制检定台件数", "不低于", "28,000.00", "台"),
    ("强制检定台件数", "不低于", "28000台", ""), ("强制检定台件数", "", "28000", ""),
    ("强制检定台件数", "不低于", "14000", "台"),
    ("检定任务完成时间", "截止", "2023-12-31", ""), ("检定任务完成时间", "截止", "2023/12/31", ""),
    ("检定任务完成时间", "截止", "2023年12月31日", ""), ("检定任务完成时间", "截止", "2023/12/31 0:00", ""),
    ("客户满意度", "不低于", "80", "%"), ("客户满意度", "不低于", "80%", "%"), ("客户满意度", "不低于", "80.00%", ""),
    ("检查次数", "区间", "10-12", "次"), ("量值溯源体系完善程度", "定性", "较显著", ""),
  ]) func reformattedIsUnchanged(_ indicator: String, _ kind: String, _ value: String, _ unit: String) throws
  {
    #expect(try code(indicator, kind, value, unit) == nil)
  }

  @Test(arguments: [
    ("强制检定台件数", "不低于", "########", "台"), ("强制检定台件数", "不低于", "2.8E+04", "台"),
    ("强制检定台件数", "#NAME?", "28000", "台"), ("强制检定台件数", "不低于", "#VALUE!", "台"),
    ("客户满意度", "不低于", "0.8", "%"), ("客户满意度", "不低于", "0.8", ""),
    ("检定任务完成时间", "截止", "45291", ""), ("检定任务完成时间", "截止", "#####", ""),
    ("检查次数", "区间", "10月12日", "次"), ("检查次数", "区间", "2024/10/12", "次"), ("检查次数", "区间", "2024-10-12", "次"),
  ]) func damageIsNamedAsDamage(_ indicator: String, _ kind: String, _ value: String, _ unit: String) throws {
    #expect(try code(indicator, kind, value, unit) == .damagedForm)
  }

  @Test(arguments: [
    ("强制检定台件数", "不低于", "26000", "台"), ("强制检定台件数", "高于", "28000", "台"), ("强制检定台件数", "不低于", "28000", "套"),
    ("强制检定台件数", "不低于", "28000套", ""), ("客户满意度", "不低于", "0.9", "%"), ("客户满意度", "不低于", "800", "%"),
    ("检定任务完成时间", "截止", "2023-12-30", ""), ("检定任务完成时间", "截止", "45290", ""),
    ("强制检定台件数", "不低于", "2 8000", "台"), ("强制检定台件数", "不低于", "28000台且≤30000", "台"),
    ("强制检定台件数", "不低于", "28000", "台以上"), ("检查次数", "区间", "≥10次且≤12", "次"),
    ("检查次数", "区间", "10-13", "次"), ("检查次数", "区间", "11月12日", "次"), ("量值溯源体系完善程度", "定性", "显著", ""),
  ]) func changesAreNamedAsChanges(_ indicator: String, _ kind: String, _ value: String, _ unit: String)
    throws
  {
    #expect(try code(indicator, kind, value, unit) == .changedTarget)
  }
}
