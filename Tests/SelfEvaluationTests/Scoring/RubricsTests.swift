// Choosing a rubric: built in, from a file, with overrides; and what is wrong with one.

import Testing

@testable import SelfEvaluation

@Suite struct RubricsTests {
  static func choose(file: String? = nil, named name: String = "jiangsu", overrides: [(String, String)] = [])
    throws
    -> (Rubric, [Finding])
  {
    var options = try Repository.options()
    options.rubricName = name
    if let file { options.rubricFile = SourceFile(path: "办法.csv", bytes: Array(file.utf8)) }
    return Rubrics.choose(
      options, overrides: overrides.map { RubricRow(item: $0.0, value: $0.1, basis: "", origin: nil) })
  }

  static func shares(_ list: [Rubric.LevelShare]) -> [String] {
    list.map { "\($0.levels.joined(separator: "+")) \($0.points.plain)" }
  }

  @Test func builtIn() throws {
    let jiangsu = try Self.choose().0
    #expect(Self.shares(jiangsu.project) == ["决策 10", "过程 20", "成本 10", "产出 30", "效益 20", "满意度 10"])
    #expect(Self.shares(jiangsu.unit) == ["决策 10", "过程 25", "履职 40", "效益 15", "满意度 10"])
    #expect(jiangsu.executionPoints == .zero && !jiangsu.assumption.isEmpty)
    let mof = try Self.choose(named: "mof").0
    #expect(Self.shares(mof.project) == ["产出 50", "效益 30", "满意度 10"])
    #expect(Self.shares(mof.projectWithCost) == ["成本 20", "产出 40", "效益 20", "满意度 10"])
    #expect(mof.executionPoints == Points(10) && mof.assumption.isEmpty)
    let hubei = try Self.choose(named: "hubei").0
    #expect(Self.shares(hubei.project) == ["产出 40", "效益+满意度 40"] && hubei.executionPoints == Points(20))
    #expect(hubei.band(of: .partly).lower == Quantity(50) && jiangsu.band(of: .partly).lower == Quantity(60))
    for name in Rubrics.names { #expect(try Self.choose(named: name).1.isEmpty) }
  }

  /// A file that states shares states all of them; formulas it leaves out are the default's.
  @Test func fileWithShares() throws {
    let (rubric, findings) = try Self.choose(
      file: "项,值\n名称,本市办法\n项目/产出,70\n项目/效益,30\n部门整体/履职,100\n反向公式,比例\n")
    #expect(findings.isEmpty)
    #expect(rubric.title == "本市办法" && rubric.name == "办法.csv" && rubric.assumption.isEmpty)
    #expect(Self.shares(rubric.project) == ["产出 70", "效益 30"] && Self.shares(rubric.unit) == ["履职 100"])
    #expect(rubric.reverseByRatio && !rubric.equalByDeviation)
    #expect(rubric.grades[.excellent] == Points(90) && rubric.canonical("产出指标") == "产出")
  }

  @Test func fileWithoutShares() throws {
    let (rubric, findings) = try Self.choose(file: "项,值\n等级/优,95\n")
    #expect(findings.isEmpty)
    #expect(Self.shares(rubric.project).count == 6 && rubric.grades[.excellent] == Points(95))
    #expect(rubric.assumption.isEmpty && rubric.title == "办法.csv")
    // Synonyms are no shares: a file may add one and keep the default's shares.
    let (synonym, none) = try Self.choose(file: "项,值\n同义/产出,成果\n")
    #expect(none.isEmpty && Self.shares(synonym.project).count == 6 && synonym.canonical("成果") == "产出")
  }

  /// What is wrong with a file points at the file, not at a place in the submission.
  @Test func faultsOfAFile() throws {
    let (_, findings) = try Self.choose(file: "项,值\n项目/产出,70\n不存在的项,1\n")
    #expect(findings.map(\.code) == [.illegalRubric, .illegalRubric])
    let (_, unreadable) = try Self.choose(file: "项目,数\n")
    #expect(unreadable.contains { $0.code == .missingHeading })
    var options = try Repository.options()
    options.rubricFile = SourceFile(
      path: "办法.csv", bytes: [0x50, 0x4B, 3, 4] + Array(repeating: 7, count: 60))
    #expect(Rubrics.choose(options, overrides: []).1.contains { $0.code == .spreadsheetFile })
  }

  /// A fault of a row names the file given and the line.
  @Test func faultsNameFileAndLine() throws {
    let (_, findings) = try Self.choose(file: "项,值\n反向公司,比例\n等于公式,乱写\n")
    #expect(findings.map(\.place) == [.file("办法.csv"), .file("办法.csv")])
    #expect(findings.map { $0.message.prefix(4) } == ["第2行：", "第3行："])
    let (_, sums) = try Self.choose(file: "项,值\n名称,本办法\n预算执行率分值,10\n")
    #expect(!sums.isEmpty && sums.allSatisfy { $0.place == .file("办法.csv") && $0.message.hasPrefix("第3行：") })
    let (_, table) = try Self.choose(file: "项,值,多\n等级/优,95,x\n")
    #expect(
      table.map(\.place) == [.file("办法.csv")] && table[0].message.hasPrefix("第1行：")
        && table[0].message.contains("多"))
  }

  /// Rows of a file, what the finding names.
  static let incoherent: [(String, String)] = [
    ("等级/优,70", "第2行：“等级/优”的下限70不高于“等级/良”的下限80"),
    ("等级/中,95", "第2行：“等级/良”的下限80不高于“等级/中”的下限95"),
    ("等级/优,85\n等级/良,85", "第2行：“等级/优”的下限85不高于“等级/良”的下限85"),
    ("区间/达成,50%", "第2行：“区间/达成”的下限50%不高于“区间/部分达成”的下限60%"),
    ("区间/未达成,60%", "第2行：“区间/部分达成”的下限60%不高于“区间/未达成”的下限60%"),
    ("同义/产出,产物、效益", "第2行：“同义/产出”的值含有“效益”"),
  ]

  @Test(arguments: incoherent) func whatContradictsItselfIsNamed(_ rows: String, _ said: String) throws {
    let (_, findings) = try Self.choose(file: "项,值\n\(rows)\n")
    #expect(findings.map(\.code) == [.illegalRubric])
    #expect(findings[0].message.hasPrefix(said) && findings[0].place == .file("办法.csv"))
  }

  @Test(arguments: [
    "等级/优,80.01", "等级/优,95\n等级/良,94\n等级/中,93", "区间/达成,60.01%", "区间/部分达成,1%", "系数/部分达成,10%",
    "同义/产出,产出、产物", "同义/产出,效益类",
  ]) func whatAgreesIsAccepted(_ rows: String) throws {
    #expect(try Self.choose(file: "项,值\n\(rows)\n").1.isEmpty)
  }

  /// An item stands once in a file; over another file's it may stand again.
  @Test func itemsStandOnce() throws {
    let twice = try Self.choose(file: "项,值\n超额扣减,5%\n等级/优,95\n超额扣减,10%\n").1
    #expect(twice.map(\.code) == [.illegalRubric])
    #expect(twice.first?.message == "第4行：“超额扣减”写了两次，前一次在第2行")
    let given = Example(.write("rubric.csv", "项,值\n超额扣减,5%\n超额 扣减,10%\n"))
    let errors = try #require(given.outcome).findings.filter { $0.severity == .error }
    #expect(errors.map(\.message) == ["“超额 扣减”写了两次，前一次在第2行"])
    #expect(try Self.choose(file: "项,值\n超额扣减,5%\n", overrides: [("超额扣减", "10%")]).1.isEmpty)
  }

  /// An illegal value is one mistake: its order is not judged as well.
  @Test func anIllegalBoundIsNamedOnce() throws {
    #expect(try Self.choose(file: "项,值\n等级/优,很高\n").1.count == 1)
    #expect(try Self.choose(file: "项,值\n区间/达成,很高\n").1.count == 1)
  }

  /// Item, value, whether it is legal.
  static let values: [(String, String, Bool)] = [
    ("反向公式", "比例", true), ("反向公式", "别的", false), ("等于公式", "偏离", true), ("等于公式", "扣减", false),
    ("超额扣减", "0%", true), ("超额扣减", "100%", true), ("超额扣减", "100.1%", false), ("超额扣减", "-1%", false),
    ("超额扣减", "10", false), ("系数/达成", "95%", true), ("系数/达成", "很多", false), ("区间/部分达成", "55.5%", true),
    ("等级/优", "95.05", true), ("等级/优", "100", true), ("等级/优", "100.01", false), ("等级/优", "95.055", false),
    ("预算执行率分值", "0", true), ("预算执行率分值", "5", false), ("名称", "任何", true), ("不存在", "1", false),
    ("项目/", "10", false),
    ("项目/决策", "11", false), ("同义/产出", "产出类、成果", true),
  ]

  @Test(arguments: values) func overridesAreChecked(_ item: String, _ value: String, _ isLegal: Bool) throws {
    let (_, findings) = try Self.choose(overrides: [(item, value)])
    #expect(findings.isEmpty == isLegal)
    #expect(findings.allSatisfy { $0.code == .illegalRubric && !$0.remedy.isEmpty })
  }

  @Test func overridesCount() throws {
    let (rubric, findings) = try Self.choose(overrides: [
      ("项目/决策", "5"), ("项目/产出", "35"), ("同义/产出", "成果，产品"), ("超额扣减", "12.5%"), ("等级/中", "70"),
    ])
    #expect(findings.isEmpty)
    #expect(Self.shares(rubric.project).prefix(4) == ["决策 5", "过程 20", "成本 10", "产出 35"])
    #expect(
      rubric.canonical("成果") == "产出" && rubric.canonical("产品") == "产出" && rubric.canonical("产出指标") == "产出指标")
    #expect(rubric.excessDeduction == Quantity(millionths: 12_500_000) && rubric.grade(Points(69)) == .poor)
  }
}
