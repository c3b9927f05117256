// 勾稽校验 at its edges: small edits of a sound submission, and the one check each changes.

import Testing

@testable import SelfEvaluation

@Suite struct ReconcilerTests {
  /// The checks of a group after edits of the sound example: each replaces a text of a file.
  static func checks(_ group: String, _ edits: [(String, String, String)], _ period: Period = .year) throws
    -> [ReconciliationCheck]
  {
    let files = try Example.base.map { file in
      var text = String(decoding: file.bytes, as: UTF8.self)
      for (_, old, new) in edits.filter({ $0.0 == file.path }) {
        try #require(text.contains(old), "\(old)")
        text = text.replacing(old, with: new)
      }
      return SourceFile(path: file.path, bytes: Array(text.utf8))
    }
    return Pipeline.examine(files, options: try Repository.options(period)).unit.reconciliation.filter {
      $0.id.hasPrefix(group)
    }
  }

  /// Weights that are given are spread over nothing; the one of an indicator that does not apply may be missing.
  @Test(arguments: [
    ([""], "其权重按比例分给其他一级指标"), (["50", "50"], "100分全在其他一级指标上"), (["", "100"], "100分全在其他一级指标上"),
  ])
  func missingSatisfactionIsToldByTheWeights(_ weights: [String], _ basis: String) throws {
    let rows = weights.enumerated().map { "甲,产出,数量,量\($0.offset),≥1台,\($0.element)\n" }.joined()
    let files = [
      ("unit.csv", "项,内容\n单位名称,某单位\n年度,2023\n"), ("projects.csv", "项目名称\n甲\n"),
      ("targets.csv", "项目名称,一级指标,二级指标,三级指标,全年指标值,分值\n" + rows),
    ].map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }
    let checks = Pipeline.examine(files, options: try Repository.options(.year)).unit.reconciliation
    #expect(checks.first { $0.id == "G12-01" }?.basis == "没有满意度指标，" + basis)
  }

  private static func shown(_ check: ReconciliationCheck) -> String {
    "\(check.id) \(check.left) \(check.right) \(check.difference) \(check.verdict.rawValue)"
  }

  /// Group, file, text, its replacement, the checks of the group.
  static let edited: [(String, String, String, String, [String])] = [
    (
      "G01", "budget.csv", "收入,一般公共预算资金,,300", "收入,一般公共预算资金,,290",
      ["G01-01 290 300 -10 不符", "G01-02 200 200 0 相符", "G01-03 100 100 0 相符"]
    ),
    (
      "G01", "budget.csv", "部门整体,收入,资金总额,,300,,,\n", "", ["G01-01 200 200 0 相符", "G01-02 100 100 0 相符"]
    ),
    // A total may stand behind its parts, and a second one is held to them too.
    (
      "G01", "budget.csv", "强制检定经费,收入,资金总额,,200,,,\n强制检定经费,收入,一般公共预算资金,,200,,,\n",
      "强制检定经费,收入,一般公共预算资金,,190,,,\n强制检定经费,收入,其他资金,,10,,,\n强制检定经费,收入,资金总额,,200,,,\n强制检定经费,收入,资金总额,,201,,,\n",
      ["G01-01 300 300 0 相符", "G01-02 200 200 0 相符", "G01-03 200 201 -1 不符", "G01-04 100 100 0 相符"]
    ),
    (
      "G02", "budget.csv", "强制检定经费,收入,资金总额,,200,,,\n强制检定经费,收入,一般公共预算资金,,200,,,\n",
      "强制检定经费,收入,一般公共预算资金,,190,,,\n强制检定经费,收入,其他资金,,10,,,\n强制检定经费,收入,资金总额,,200,,,\n强制检定经费,收入,资金总额,,201,,,\n",
      [
        "G02-01 300 300 0 相符", "G02-02 200 200 0 相符", "G02-03 200 201 -1 不符", "G02-04 100 100 0 相符",
        "G02-05 300 300 0 相符", "G02-06 150 150 0 相符", "G02-07 150 150 0 相符", "G02-08 300 300 0 相符",
      ]
    ),
    // Where a total stands among the expenses, each column given there is compared; it is summed nowhere.
    (
      "G02", "budget.csv", "强制检定经费,支出,检定业务费,,200,100,100,200\n",
      "强制检定经费,支出,资金总额,,200,100,90,\n强制检定经费,支出,检定业务费,,200,100,100,200\n",
      [
        "G02-01 300 300 0 相符", "G02-02 200 200 0 相符", "G02-03 200 200 0 相符", "G02-04 100 100 0 相符",
        "G02-05 100 90 10 不符", "G02-06 100 100 0 相符", "G02-07 300 300 0 相符", "G02-08 150 150 0 相符",
        "G02-09 150 150 0 相符", "G02-10 300 300 0 相符",
      ]
    ),
    (
      "G02", "budget.csv", "部门整体,支出,项目支出,,300,150,150,300\n部门整体,支出,强制检定经费,,200,100,100,200\n",
      "部门整体,支出,强制检定经费,,200,100,100,200\n部门整体,支出,项目支出,,300,150,150,300\n",
      [
        "G02-01 300 300 0 相符", "G02-02 200 200 0 相符", "G02-03 100 100 0 相符", "G02-04 300 300 0 相符",
        "G02-05 150 150 0 相符", "G02-06 150 150 0 相符", "G02-07 300 300 0 相符",
      ]
    ),
    (
      "G02", "budget.csv", "检定业务费,,200,", "检定业务费,,199.5,",
      [
        "G02-01 300 300 0 相符", "G02-02 199.5 200 -0.5 不符", "G02-03 100 100 0 相符", "G02-04 300 300 0 相符",
        "G02-05 150 150 0 相符", "G02-06 150 150 0 相符", "G02-07 300 300 0 相符",
      ]
    ),
    (
      "G02", "budget.csv", "项目支出,,300,150,150,300", "项目支出,,300,150,140,301",
      [
        "G02-01 300 300 0 相符", "G02-02 200 200 0 相符", "G02-03 100 100 0 相符", "G02-04 300 300 0 相符",
        "G02-05 150 150 0 相符", "G02-06 150 140 10 不符", "G02-07 300 301 -1 不符",
      ]
    ),
    (
      "G02", "budget.csv", "部门整体,支出,项目支出,,300,150,150,300", "部门整体,支出,项目支出,,300,,,\n部门整体,支出,项目支出,,301,,,",
      [
        "G02-01 300 300 0 相符", "G02-02 200 200 0 相符", "G02-03 100 100 0 相符", "G02-04 300 300 0 相符",
        "G02-05 300 301 -1 不符",
      ]
    ),
    (
      "G03", "budget.csv", "部门整体,支出,能力提升经费,,100,50,50,100\n", "",
      [
        "G03-01 200 200 0 相符", "G03-02 100 100 0 相符", "G03-03 100 100 0 相符", "G03-04 200 200 0 相符",
        "G03-05 无 100  不符",
      ]
    ),
    (
      "G03", "budget.csv", "部门整体,支出,能力提升经费,,100,50,50,100", "部门整体,支出,能力提升经费,,90,,50,100",
      [
        "G03-01 200 200 0 相符", "G03-02 100 100 0 相符", "G03-03 100 100 0 相符", "G03-04 200 200 0 相符",
        "G03-05 90 100 -10 不符", "G03-06 50 50 0 相符", "G03-07 100 100 0 相符",
      ]
    ),
    (
      "G04", "budget.csv", "能力提升经费,收入,一般公共预算资金,,100", "能力提升经费,收入,一般公共预算资金,,101",
      ["G04-01 300 301 -1 不符"]
    ),
    (
      "G04", "budget.csv", "部门整体,支出,项目支出", "部门整体,收入,其他资金,,5,,,\n部门整体,支出,基本支出,,4,,,\n部门整体,支出,项目支出",
      ["G04-01 300 300 0 相符", "G04-02 5 0 5 相符", "G04-03 5 4 1 不符"]
    ),
    ("G04", "budget.csv", "部门整体,收入,一般公共预算资金,,300", "部门整体,收入,国有资本金,,0", []),
    (
      "G05", "targets.csv", "强制检定经费,过程,资金管理,,预算执行率,=50%", "强制检定经费,过程,资金管理,,预算执行率,=50.1%",
      ["G05-01 50% 50% 0 相符", "G05-02 50.1% 50% 0.1 不符", "G05-03 50% 50% 0 相符"]
    ),
    (
      "G05", "targets.csv", "强制检定经费,过程,资金管理,,预算执行率,=50%", "强制检定经费,过程,资金管理,,预算执行率,",
      ["G05-01 50% 50% 0 相符", "G05-02 50% 50% 0 相符"]
    ),
    (
      "G05", "targets.csv", "强制检定经费,过程,资金管理,,预算执行率,=50%", "强制检定经费,过程,资金管理,,预算执行率,=50.0000000%",
      ["G05-01 50% 50% 0 相符", "G05-02 50% 50% 0 相符", "G05-03 50% 50% 0 相符"]
    ),
    // Under two 二级指标 the first counts.
    (
      "G05", "targets.csv", "强制检定经费,成本,", "强制检定经费,产出指标,时效指标,,预算执行率,=49%,=98%\n强制检定经费,成本,",
      ["G05-01 50% 50% 0 相符", "G05-02 50% 50% 0 相符", "G05-03 50% 50% 0 相符"]
    ),
    (
      "G05", "budget.csv", "检定业务费,,200,100", "检定业务费,,200,99",
      ["G05-01 50% 50% 0 相符", "G05-02 50% 49.5% 0.5 相符", "G05-03 50% 50% 0 相符"]
    ),
    (
      "G05", "budget.csv", "检定业务费,,200,100", "检定业务费,,200,98.9",
      ["G05-01 50% 50% 0 相符", "G05-02 50% 49.45% 0.55 不符", "G05-03 50% 50% 0 相符"]
    ),
    (
      "G06", "actuals.csv", "强制检定经费,,立项依据充分性", "强制检定经费,,预算执行率,50%,100%,,,,\n强制检定经费,,立项依据充分性",
      ["G06-01 100% 100% 0 相符"]
    ),
    (
      "G06", "actuals.csv", "强制检定经费,,立项依据充分性", "强制检定经费,,预算执行率,50%,99.9%,,,,\n强制检定经费,,立项依据充分性",
      ["G06-01 99.9% 100% -0.1 不符"]
    ),
    // ‰ are compared, and shown, in %.
    (
      "G05", "targets.csv", "强制检定经费,过程,资金管理,,预算执行率,=50%,=100%", "强制检定经费,过程,资金管理,,预算执行率,=501‰,=1000‰",
      ["G05-01 50% 50% 0 相符", "G05-02 50.1% 50% 0.1 不符", "G05-03 50% 50% 0 相符"]
    ),
    (
      "G06", "actuals.csv", "强制检定经费,,立项依据充分性", "强制检定经费,,预算执行率,500‰,995‰,,,,\n强制检定经费,,立项依据充分性",
      ["G06-01 99.5% 100% -0.5 不符"]
    ),
    (
      "G09", "targets.csv", "部门整体,满意度,服务对象满意度,,客户满意度", "部门整体,满意度,服务对象满意度,,客户满意程度",
      ["G09-01 客户满意程度 名称最接近：客户满意度  提示"]
    ),
    ("G09", "targets.csv", "部门整体,决策,计划制定,,工作计划健全性", "部门整体,决策,计划制定,,别的", []),
    (
      "G10", "targets.csv", "强制检定经费,产出指标,数量指标,,强制检定台件数,≥14000台,≥28000台",
      "强制检定经费,产出指标,数量指标,,强制检定台件数,≥1.4万台,≥2.8万台", []
    ),
    (
      "G10", "targets.csv", "强制检定经费,产出指标,数量指标,,强制检定台件数,≥14000台,≥28000台",
      "强制检定经费,产出指标,数量指标,,强制检定台件数,≥14000台件,≥28000台件",
      ["G10-01 部门整体：台 强制检定经费：台件  提示"]
    ),
    (
      "G10", "targets.csv", "能力提升经费,成本,经济成本,,培训费成本,≤550元/人/天,≤550元/人/天",
      "能力提升经费,成本,经济成本,,培训费成本,≤550人/天,≤550人/天", ["G10-01 人/天 元/人/天  提示"]
    ),
    (
      "G11", "targets.csv", "设备验收合格率,=100%,=100%", "设备验收合格率,≥100%,≥100%", ["G11-01 ≥100% 100% 0 提示"]
    ),
    ("G11", "targets.csv", "设备验收合格率,=100%,=100%", "设备验收合格率,≥99.9%,≥99.9%", []),
    ("G11", "targets.csv", "设备验收合格率,=100%,=100%", "设备验收合格率,≥999‰,≥999‰", []),
    (
      "G11", "targets.csv", "设备验收合格率,=100%,=100%", "设备验收合格率,≥1010‰,≥1010‰", ["G11-01 ≥1010‰ 100% 1 提示"]
    ),
    ("G11", "targets.csv", "设备验收合格率,=100%,=100%", "设备合格比例,≥100%,≥100%", []),
    ("G11", "targets.csv", "设备验收合格率,=100%,=100%", "收入增长率,≥120%,≥120%", []),
    ("G11", "targets.csv", "设备验收合格率,=100%,=100%", "收入完成率,≥120%,≥120%", []),
    ("G11", "targets.csv", "设备验收合格率,=100%,=100%", "设备验收合格率,>100%,>101%", ["G11-01 >101% 100% 1 提示"]),
    ("G11", "targets.csv", "设备验收合格率,=100%,=100%", "设备验收合格率,≤100%,≤100%", []),
    (
      "G12", "targets.csv", "强制检定经费,满意度,服务对象满意度,,客户满意度,≥80%,≥80%\n", "", ["G12-01 无 应有  提示"]
    ),
    (
      "G13", "targets.csv", "培训费成本,≤550元/人/天,≤550元/人/天", "设备购置成本,≤60万元,≤100万元",
      ["G13-01 100 100 0 相符", "G13-02 60 50 10 不符"]
    ),
    (
      "G13", "targets.csv", "培训费成本,≤550元/人/天,≤550元/人/天", "专家劳务成本,,≤100万元",
      ["G13-01 100 100 0 相符", "G13-02 专家劳务成本 100 设备购置费 100  提示"]
    ),
    ("G13", "targets.csv", "培训费成本,≤550元/人/天,≤550元/人/天", "专家劳务成本,,≤90万元", ["G13-01 90 100 -10 不符"]),
    (
      "G13", "targets.csv", "培训费成本,≤550元/人/天,≤550元/人/天", "设备购置成本,≤500000元,≤100万元",
      ["G13-01 100 100 0 相符", "G13-02 50 50 0 相符"]
    ),
    (
      "G14", "targets.csv", "强制检定经费,成本,", "强制检定经费,过程,资金管理,,财政预算执行率,,≥95%\n强制检定经费,成本,",
      ["G14-01 ≥95% =100% -5 不符"]
    ),
    ("G14", "targets.csv", "强制检定经费,成本,", "强制检定经费,过程,资金管理,,财政预算执行率,,=100%\n强制检定经费,成本,", []),
    ("G14", "targets.csv", "强制检定经费,成本,", "强制检定经费,过程,资金管理,,财政预算执行率,,=1000‰\n强制检定经费,成本,", []),
    (
      "G15", "targets.csv", "部门整体,效益", "部门整体,过程,资金管理,,结转结余率,,=0%\n部门整体,效益", []
    ),
  ]

  @Test(arguments: edited)
  func oneEdit(_ group: String, _ file: String, _ old: String, _ new: String, _ expected: [String]) throws {
    #expect(try Self.checks(group, [(file, old, new)]).map(Self.shown) == expected)
  }

  /// A cost limit of the amount of a line with another name: indicator, names of the lines of that amount, the remark.
  static let crossings: [(String, [String], String?)] = [
    ("专家劳务成本", ["设备购置费"], "设备购置费"), ("会务费成本", ["会议费"], nil), ("差额成本", ["差旅"], "差旅"),
    // As many characters on either side: those of the line are looked for.
    ("会议费支出", ["会议会务费"], nil),
    // Of several lines of the amount one that bears the name is the right one.
    ("培训费成本", ["设备购置费", "培训费"], nil), ("专家劳务成本", ["设备购置费", "培训费"], "设备购置费"),
  ]

  @Test(arguments: crossings)
  func crossedNames(_ indicator: String, _ lines: [String], _ named: String?) throws {
    let checks = try Self.checks(
      "G13",
      [
        ("targets.csv", "培训费成本,≤550元/人/天,≤550元/人/天", "\(indicator),,≤100万元"),
        (
          "budget.csv", "能力提升经费,支出,设备购置费,,100,50,50,100\n",
          lines.map { "能力提升经费,支出,\($0),,100,50,50,100\n" }.joined()
        ),
      ])
    #expect(checks.filter { $0.verdict == .remark }.map(\.right) == (named.map { ["\($0) 100"] } ?? []))
    #expect(
      checks.first.map(Self.shown) == (lines.count == 1 ? "G13-01 100 100 0 相符" : "G13-01 100 200 -100 不符"))
  }

  /// Where 预算执行率 stands under two 二级指标, the first is the sheet's; the other must agree with it.
  @Test func rateUnderTwoLevels() throws {
    let target = (
      "targets.csv", "强制检定经费,成本,", "强制检定经费,产出指标,时效指标,,预算执行率,=49%,=98%\n强制检定经费,成本,"
    )
    let filed = (
      "actuals.csv", "强制检定经费,,立项依据充分性",
      "强制检定经费,资金管理,预算执行率,50%,100%,,,,\n强制检定经费,时效指标,预算执行率,50%,99%,,,,\n强制检定经费,,立项依据充分性"
    )
    #expect(try Self.checks("G06", [target, filed]).map(Self.shown) == ["G06-01 100% 100% 0 相符"])
    #expect(try Self.checks("G14", [target, filed]).map(Self.shown) == ["G14-01 =98% =100% -2 不符"])
  }

  /// A project of projects.csv counts as one in the unit's money, though it has no targets.
  @Test func linesOfProjectsWithoutTargets() throws {
    let checks = try Self.checks(
      "G02",
      [
        ("projects.csv", "002,能力提升经费", "003,后勤保障经费,示例市场监督管理局,2023.01,2023.12\n002,能力提升经费"),
        ("budget.csv", "部门整体,支出,能力提升经费,,100", "部门整体,支出,后勤保障经费,,1,,,\n部门整体,支出,能力提升经费,,100"),
      ])
    #expect(checks.first { $0.id == "G02-04" }.map(Self.shown) == "G02-04 301 300 1 不符")
  }

  /// What needs two files to be edited.
  @Test func carriedOverMoney() throws {
    let target = ("targets.csv", "部门整体,效益", "部门整体,过程,资金管理,,结转结余率,,=0%\n部门整体,效益")
    let carried = ("budget.csv", "部门整体,支出,项目支出", "部门整体,收入,上年结转,,9.5,,,\n部门整体,支出,项目支出")
    #expect(try Self.checks("G15", [target, carried]).map(Self.shown) == ["G15-01 =0% 上年结转 9.5  提示"])
    #expect(
      try Self.checks("G15", [(target.0, target.1, target.2.replacing("=0%", with: "≤5%")), carried]).isEmpty)
    #expect(
      try Self.checks("G15", [target, (carried.0, carried.1, carried.2.replacing("9.5", with: "0"))]).isEmpty)
    // Several rates, several carried sums: the first that is 0 %, the first that is not 0.
    let rates = target.2.replacing("部门整体,效益", with: "部门整体,过程,资金管理,,项目结转结余率,,≤0%\n部门整体,效益")
    let sums = carried.2.replacing("9.5,,,", with: "0,,,\n部门整体,收入,财政结转,,3,,,\n部门整体,收入,其他结转,,4,,,")
    #expect(
      try Self.checks("G15", [(target.0, target.1, rates), (carried.0, carried.1, sums)]).map(Self.shown)
        == ["G15-01 =0% 财政结转 3  提示"])
    let second = rates.replacing(",结转结余率,,=0%", with: ",结转结余率,,≤5%")
    let named = try Self.checks("G15", [(target.0, target.1, second), (carried.0, carried.1, sums)])
    #expect(named.map(\.title) == ["部门整体：结转结余率目标与上年结转资金"] && named.first?.left == "≤0%")
  }

  /// Two execution rates may differ where the money has several sources.
  @Test func twoRatesOnTwoSources() throws {
    let rate = ("targets.csv", "强制检定经费,成本,", "强制检定经费,过程,资金管理,,财政预算执行率,,≥95%\n强制检定经费,成本,")
    let source = ("budget.csv", "强制检定经费,支出", "强制检定经费,收入,其他资金,,1,,,\n强制检定经费,支出")
    #expect(try Self.checks("G14", [rate, source]).isEmpty)
    #expect(
      try Self.checks("G14", [rate, (source.0, source.1, source.2.replacing(",1,", with: ",0,"))]).count == 1)
  }

  /// G07 and G08 compare both periods, and the wordings of what does not add up.
  @Test func targetsOfUnitAndProjects() throws {
    let lower = [("targets.csv", "强制检定经费,效益,社会效益,,量值溯源体系完善程度,较显著", "强制检定经费,效益,社会效益,,量值溯源体系完善程度,显著")]
    #expect(
      try Self.checks("G08", lower).map(Self.shown) == ["G08-01 较显著 显著  不符"])
    #expect(try Self.checks("G07", lower).filter { $0.verdict == .differs }.map(\.left) == ["较显著"])
    let more = [("targets.csv", "部门整体,履职,强制检定,检定工作,强制检定台件数,≥14000台", "部门整体,履职,强制检定,检定工作,强制检定台件数,≥14001台")]
    let differing = try Self.checks("G07", more).filter { $0.verdict == .differs }
    #expect(differing.map(Self.shown) == ["G07-01 14001台 14000台 1 不符"])
    #expect(differing.map(\.basis) == ["按“引用”汇总：强制检定经费≥14000台"])
    // Counts that add up may differ from sheet to sheet.
    #expect(try Self.checks("G08", more).isEmpty)
    #expect(
      try Self.checks(
        "G08",
        [("targets.csv", "强制检定经费,满意度,服务对象满意度,,客户满意度,≥80%,≥80%", "强制检定经费,满意度,服务对象满意度,,客户满意度,≥80%,≥81.5%")]
      ).map(Self.shown) == ["G08-01 ≥80% ≥81.5% -1.5 不符"])
  }

  /// What feeds a 比率 need not be in its unit.
  @Test func sourcesOfRatios() throws {
    var fixture = RollUpFixture(
      targets: [
        [Sheet.unitName, "履职", "总项", "≥50%"], ["甲", "产出", "总项", "≥5台"], ["甲", "产出", "量", "≥10台"],
      ],
      actuals: [["甲", "总项", "5台"], ["甲", "量", "10台"]], rollUp: [["总项", "比率", "甲", "总项", "量"]])
    #expect(try !fixture.outcome().unit.reconciliation.contains { $0.id.hasPrefix("G10") })
    // Beside a source of another name too; a namesake that is no source is compared as ever.
    fixture.targets += [["乙", "产出", "别项", "≥5台"], ["乙", "产出", "总量", "≥10台"]]
    fixture.actuals += [["乙", "别项", "5台"], ["乙", "总量", "10台"]]
    fixture.rollUp.append(["总项", "比率", "乙", "别项", "总量"])
    #expect(try !fixture.outcome().unit.reconciliation.contains { $0.id.hasPrefix("G10") })
    fixture.targets.append(["乙", "产出", "总项", "≥5台"])
    fixture.actuals.append(["乙", "总项", "5台"])
    #expect(try fixture.outcome().unit.reconciliation.contains { $0.id.hasPrefix("G10") })
    fixture.rollUp = []
    #expect(try fixture.outcome().unit.reconciliation.contains { $0.id.hasPrefix("G10") })
  }

  /// A submission of projects alone has the checks of its sheets only.
  @Test func withoutUnitSheet() throws {
    var files = Example.base
    files = try files.map { file in
      let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").filter {
        !$0.hasPrefix("部门整体")
      }
      try #require(!lines.isEmpty)
      return SourceFile(path: file.path, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
    }
    let checks = Pipeline.examine(files, options: try Repository.options()).unit.reconciliation
    #expect(checks.map { String($0.id.prefix(3)) } == ["G01", "G01", "G02", "G02", "G05", "G05"])
  }
}
