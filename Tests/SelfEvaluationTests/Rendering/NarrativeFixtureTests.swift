import Testing

@testable import SelfEvaluation

/// Reports made from small edits of the base example, and the text of their narrative.
enum NarrativeFixture {
  /// The report of an example; a finding of severity error fails the test.
  static func report(
    _ example: Example, _ period: Period = .year, rubric: String = "jiangsu",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> CheckedReport {
    var options = ReportOptions(date: try #require(Day(year: 2024, month: 1, day: 15)))
    options.period = period
    options.rubricName = rubric
    let outcome = Pipeline.examine(example.files, options: options)
    let errors = outcome.findings.filter { $0.severity == .error }.map(\.message)
    let report = outcome.report
    return try #require(report, "\(errors)", sourceLocation: sourceLocation)
  }

  /// Every heading, paragraph and list item.
  static func texts(_ sections: [NarrativeSection]) -> [String] {
    sections.flatMap { section in
      [section.title]
        + section.blocks.flatMap { block -> [String] in
          switch block {
          case .heading(let text), .paragraph(let text): [text]
          case .list(let items): items
          case .table(let table): [table.caption]
          case .figure(let figure): [figure.title, figure.description]
          }
        }
    }
  }

  /// What no sentence may hold: placeholders, leaks of the program, doubled marks, words without an object.
  static let forbidden = [
    "{{", "}}", "TODO", "nil", "Optional(", "“”", "、、", "。。", "，。", "；。", "。；", "，，", "；；", "：：", "：。",
    "，；", "！。",
    "！；", "、。", "。，", "（）", "()", "  ", "\n", "是。", "为。", "：；", "，：", "是：", "在：",
  ]

  /// Sentences of twelve characters and more that stand twice.
  static func repeated(_ sections: [NarrativeSection]) -> [String] {
    var seen: Set<String> = []
    let sentences = texts(sections).flatMap { $0.split(separator: "。").map(String.init) }
    return sentences.filter { $0.count >= 12 && !seen.insert($0).inserted }
  }

  /// The text of one section.
  static func text(_ report: CheckedReport, section: Int) -> String {
    texts([Narrative.sections(report)[section]]).joined(separator: "\n")
  }

  /// Misses of every kind, with the punctuation people leave in their texts.
  static let misses = Example(
    .replace("actuals.csv", "14500台,28600台,,,", with: "8000台,27320台,,\"因为：送检减少。。\n部分停用，\",\"提前通知。\""),
    .replace("actuals.csv", "2023年6月28日,2023年12月20日,,,", with: "2023年7月3日,2024年1月30日,,系统开放晚！,"),
    .replace("actuals.csv", "500元/人/天,520元/人/天,,,", with: "560元/人/天,600元/人/天,4.00,会期延长;,无"),
    .replace("actuals.csv", "11套,21套,,,", with: "11套,40套,,,"),
    .replace("actuals.csv", "450元/人/天,500元/人/天,,,", with: "不适用,不适用,,未办培训,"),
    .replace("actuals.csv", "强制检定经费,,量值溯源体系完善程度,较显著,较显著", with: "强制检定经费,,量值溯源体系完善程度,一般,一般"),
    .replace("budget.csv", "强制检定经费,支出,检定业务费,,200,100,100,200", with: "强制检定经费,支出,检定业务费,180,200,100,50,150"),
    .replace("budget.csv", "部门整体,支出,强制检定经费,,200,100,100,200", with: "部门整体,支出,强制检定经费,180,200,100,50,150"),
    .append(
      "unit.csv",
      "自评组织情况,\"财务科牵头。\n各科配合。\"\n存在问题,一是人手紧；二是资金慢；\n改进措施,增加人手。\n结果应用,院内通报\n单位主要职能,检定、校准。\n主要成效,完成检定\n"),
    .append("unit.csv", "数据性质,示例数据。\n"))

  static let withoutUnit = Example(
    .write("unit.csv", "项,内容\n单位名称,示例检验所\n年度,2023\n"),
    .write("targets.csv", projectLines("targets.csv")), .write("actuals.csv", projectLines("actuals.csv")),
    .write("budget.csv", projectLines("budget.csv")))

  static let oneProject = Example(
    .write("unit.csv", "项,内容\n单位名称,示例检验所\n年度,2023\n"),
    .write("targets.csv", projectLines("targets.csv", without: "能力提升经费")),
    .write("actuals.csv", projectLines("actuals.csv", without: "能力提升经费")),
    .write("budget.csv", projectLines("budget.csv", without: "能力提升经费")),
    .replace("projects.csv", "002,能力提升经费,示例市场监督管理局,2023.01,2023.12\n", with: ""))

  /// Level-1 as the ministry has it.
  static let ministry = Example(
    .write("unit.csv", "项,内容\n单位名称,示例检验所\n年度,2023\n"),
    .write(
      "targets.csv",
      """
      项目名称,一级指标,二级指标,三级指标,半年指标值,全年指标值
      强制检定经费,产出,数量指标,强制检定台件数,≥14000台,≥28000台
      强制检定经费,效益,社会效益,量值溯源体系完善程度,较显著,较显著
      强制检定经费,满意度,服务对象满意度,客户满意度,≥80%,≥80%

      """),
    .write(
      "actuals.csv",
      """
      项目名称,三级指标,半年完成值,全年完成值,佐证材料
      强制检定经费,强制检定台件数,14500台,28600台,检定台账
      强制检定经费,量值溯源体系完善程度,较显著,较显著,总结报告
      强制检定经费,客户满意度,91%,92%,满意度调查

      """),
    .write("budget.csv", projectLines("budget.csv", without: "能力提升经费")),
    .replace("projects.csv", "002,能力提升经费,示例市场监督管理局,2023.01,2023.12\n", with: ""))

  static let withoutBudget = Example(
    .write("budget.csv", "项目名称,收支,资金名称,全年预算数\n"))

  static let zeroBudget = Example(
    .replace("budget.csv", "能力提升经费,支出,设备购置费,,100,50,50,100", with: "能力提升经费,支出,设备购置费,,0,0,0,0"))

  /// Every variant by name, each to be reported for both periods.
  static let all: [(name: String, example: Example)] = [
    ("base", Example()), ("misses", misses), ("withoutUnit", withoutUnit), ("oneProject", oneProject),
    ("withoutBudget", withoutBudget), ("zeroBudget", zeroBudget),
  ]

  /// The base file without the unit's own rows, and without those of one project.
  static func projectLines(_ path: String, without name: String = "部门整体") -> String {
    let text = Example.base.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("部门整体") && !$0.hasPrefix(name) }
    return lines.joined(separator: "\n") + "\n"
  }
}
