// What spreadsheets spoil outside the figures: codes, names, telephone numbers, dates of projects, reasons.

import Testing

@testable import SelfEvaluation

@Suite struct DamagedTextTests {
  /// File, what stands there, what is put there, the code.
  static let damaged: [(String, String, String, Code)] = [
    ("unit.csv", "示例检验所", "#NAME?", .spreadsheetDamage),
    ("unit.csv", "年度,2023\n", "年度,2023\n单位编码,3.20106E+17\n", .spreadsheetDamage),
    ("unit.csv", "完成年度检定任务", "########", .spreadsheetDamage),
    ("unit.csv", "年度,2023\n", "年度,20 23\n", .unreadableYear),
    ("projects.csv", "\n001,", "\n3.20106E+17,", .spreadsheetDamage),
    ("projects.csv", "\n001,", "\n3E+17,", .spreadsheetDamage),
    ("projects.csv", "2023.12\n", "1.39E+10\n", .spreadsheetDamage),
    ("projects.csv", "示例市场监督管理局", "#REF!", .spreadsheetDamage),
    ("projects.csv", "2023.12\n", "2023/13/1\n", .impossibleDate),
    ("projects.csv", "2023.12\n", "2023年2月30日\n", .impossibleDate),
    ("projects.csv", "2023.12\n", "2023.13\n", .impossibleDate),
    ("projects.csv", "2023.01", "2023-00", .impossibleDate),
    ("projects.csv", "2023.01", "#####", .spreadsheetDamage),
    ("targets.csv", "数量指标,,强制检定台件数", "#NAME?,,强制检定台件数", .spreadsheetDamage),
    ("targets.csv", "检定工作", "#VALUE!", .spreadsheetDamage),
    ("budget.csv", "检定业务费,,200", "#NAME?,,200", .spreadsheetDamage),
    ("budget.csv", "检定业务费,,200", "检定业务费,,20 0", .unreadableAmount),
    // A mark for nothing is no amount, and the spending behind it is not dropped.
    ("budget.csv", "能力提升经费,收入,一般公共预算资金,,100", "能力提升经费,收入,一般公共预算资金,, -   ", .emptyRequiredCell),
    ("budget.csv", "检定业务费,,200", "检定业务费,,／", .emptyRequiredCell),
    ("actuals.csv", "520元/人/天,,,,会议决算", "520元/人/天,,#NAME?,,会议决算", .spreadsheetDamage),
    ("actuals.csv", "检定台账", "＃NAME？", .spreadsheetDamage),
    ("actuals.csv", "520元/人/天,,", "520元/人/天,1 0,", .unreadablePoints),
  ]

  @Test(arguments: damaged) func isNamed(_ file: String, _ old: String, _ new: String, _ code: Code) throws {
    let example = Example(.replace(file, old, with: new))
    #expect(example.idleEdits.isEmpty)
    let errors = try #require(example.outcome).findings.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [code])
  }

  static let sound: [(String, String, String)] = [
    ("projects.csv", "\n001,", "\n1E5,"), ("projects.csv", "\n001,", "\n12E+3,"),
    ("projects.csv", "2023.12\n", "长期\n"),
    ("projects.csv", "2023.12\n", "2023年12月\n"), ("projects.csv", "2023.12\n", "2023-12-31\n"),
    ("projects.csv", "2023.12\n", "2023/12\n"), ("actuals.csv", "检定台账", "#1检定台账"),
    ("actuals.csv", "检定台账", "##"),
    ("budget.csv", "检定业务费,,200", "检定业务费,, 200 "),
  ]

  @Test(arguments: sound) func soundTextIsLeftAlone(_ file: String, _ old: String, _ new: String) throws {
    let example = Example(.replace(file, old, with: new))
    #expect(example.idleEdits.isEmpty)
    #expect(try #require(example.outcome).findings.allSatisfy { $0.severity != .error })
  }

  /// A project whose name is lost is one mistake, however many there are.
  @Test func lostNamesAreNoRepeats() throws {
    let lost = Example(
      .replace("projects.csv", "强制检定经费", with: "#NAME?"), .replace("projects.csv", "能力提升经费", with: "#NAME?"))
    let codes = try #require(lost.outcome).findings.map(\.code)
    #expect(codes.count { $0 == .spreadsheetDamage } == 2 && !codes.contains(.duplicateProject))
  }
}
