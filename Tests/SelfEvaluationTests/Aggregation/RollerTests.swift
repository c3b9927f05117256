// FORMATS §1.3 on whole submissions: dates, grades, 序时进度, what does not apply.

import Testing

@testable import SelfEvaluation

@Suite struct RollerTests {
  /// Target, method, actuals of the projects, the unit's 完成值.
  static let rolled: [(String, String, [String], String)] = [
    ("≥10台", "求和", ["3台", "4.5台"], "7.5台"),
    ("≥1万份", "求和", ["3000份", "4500份"], "0.75万份"),
    ("≥10台", "平均", ["1台", "1台", "2台"], "1.3333台"),
    ("≤10台", "最差", ["3台", "4.5台"], "4.5台"), ("=0台", "最差", ["3台", "4.5台"], "4.5台"),
    ("<10台", "最差", ["3台", "4.5台"], "4.5台"), (">10台", "最差", ["3台", "4.5台"], "3台"),
    ("=5台", "最差", ["3台", "4.5台"], "3台"),
    ("≥10台", "引用", ["3台"], "3台"),
    // 最大 is the later day and 最小 the earlier, as with numbers; 最差 is the latest.
    ("2023年6月30日", "最大", ["2023-03-01", "2023-08-01", "2023-05-01"], "2023-08-01"),
    ("2023年6月30日", "最小", ["2023-03-01", "2023-08-01", "2023-05-01"], "2023-03-01"),
    ("2023年6月30日", "最差", ["2023-03-01", "2023-08-01", "2023-05-01"], "2023-08-01"),
    ("健全", "最差", ["健全", "较健全"], "较健全"),
    ("健全", "最差", ["达成", "部分达成 75%", "部分达成 65%"], "部分达成 65%"),
    // What has no percentage earns 70 %: more than 65 %, less than 75 %.
    ("健全", "最差", ["部分达成", "部分达成 65%"], "部分达成 65%"),
    ("健全", "最差", ["部分达成 75%", "部分达成"], "部分达成"),
    ("序时进度", "最差", ["90%", "序时进度", "130%"], "90%"), ("序时进度", "最差", ["130%", "序时进度"], "序时进度"),
    // 未达成 earns 30 %: less than 50 % of the progress; 达成 95 % less than the schedule kept.
    ("序时进度", "最差", ["50%", "未达成"], "未达成"), ("序时进度", "最差", ["20%", "未达成"], "20%"),
    ("序时进度", "最差", ["序时进度", "达成 95%"], "达成 95%"),
    // Of equal results the words of the first source stand.
    ("健全", "最差", ["达成", "健全"], "达成"), ("健全", "最差", ["部分达成", "部分达成 70%"], "部分达成"),
    ("序时进度", "最差", ["90.0%", "90%"], "90.0%"),
    ("≥10台", "求和", ["3台", "不适用"], "3台"), ("≥10台", "平均", ["不适用", "/"], "不适用"),
    ("≥10台", "最小", ["3台", "/", "4台"], "3台"), ("健全", "最差", ["不适用", "健全"], "健全"),
  ]

  @Test(arguments: rolled)
  func rollsUp(_ target: String, _ method: String, _ actuals: [String], _ expected: String) throws {
    #expect(try RollUpFixture.from(target, method, actuals).value("总项") == expected)
  }

  /// The words of a source stand for the unit only where its target is the unit's own word.
  @Test func gradesOfOtherTargetsAreNamed() throws {
    let other = RollUpFixture.from("显著", "最差", ["较显著", "显著"], sources: ["显著", "较显著"])
    #expect(try other.value("总项") == "较显著")
    let lower = RollUpFixture.from("显著", "最差", ["一般", "显著"], sources: ["较显著", "显著"])
    #expect(try lower.value("总项") == "部分达成")
    let stated = RollUpFixture.from("显著", "最差", ["部分达成 75%", "显著"], sources: ["较显著", "显著"])
    #expect(try stated.value("总项") == "部分达成 75%")
  }

  /// 来源值 is what the source's own row shows: dates in one form, numbers in the unit's unit.
  @Test func sourcesAreShownInTheUnitsTerms() throws {
    let dates = try RollUpFixture.from("2023年6月30日", "最差", ["2023年3月1日", "2023/8/1"]).figure("总项")
    #expect(dates.contributions.map(\.value) == ["2023-03-01", "2023-08-01"])
    let scaled = try RollUpFixture.from("≥1万份", "求和", ["3000份", "不适用"], sources: ["≥1份", "≥1份"]).figure("总项")
    #expect(scaled.contributions.map(\.value) == ["0.3", "不适用"])
    #expect(scaled.contributions.map(\.project) == ["甲", "乙"])
    let words = try RollUpFixture.from("健全", "最差", ["较健全", "/"]).figure("总项")
    #expect(words.contributions.map(\.value) == ["较健全", "不适用"])
  }

  /// 比率: Σ来源 ÷ Σ全年预算数; its sources keep their own units, whatever their size.
  @Test func ratios() throws {
    var fixture = RollUpFixture.from("≥10%", "比率", ["3份", "5份"], sources: ["≥1份", "≥1份"])
    fixture.rollUp = fixture.rollUp.map { Array($0.dropLast()) + ["预算"] }
    fixture.budget = [["甲", "人员", "100", "1"], ["乙", "人员", "300", "1"]]
    let figure = try fixture.figure("总项")
    #expect(figure.achievement?.text == "2%" && figure.contributions.map(\.value) == ["3", "5"])
    #expect(figure.derivation.substitution == "(3 + 5) ÷ (100 + 300) × 100 = 2%")
    // 份 beside 万份, and 元 above 人 for 万元: what is shown can be computed again.
    var scales = RollUpFixture.from("≥10%", "比率", ["3份", "0.5万份"], sources: ["≥1份", "≥1万份"])
    scales.rollUp = fixture.rollUp
    scales.budget = [["甲", "人员", "100000", "1"], ["乙", "人员", "300000", "1"]]
    let mixed = try scales.figure("总项")
    #expect(mixed.contributions.map(\.value) == ["3", "5000"])
    #expect(mixed.derivation.substitution == "(3 + 5000) ÷ (100000 + 300000) × 100 = 1.2508%")
    // Money by 全年预算数, which is in 万元: 30万元 and 900000元 of 100 and 300万元 are 30 %.
    var money = RollUpFixture.from("≥10%", "比率", ["30万元", "900000元"], sources: ["≥1万元", "≥1元"])
    money.rollUp = fixture.rollUp
    money.budget = fixture.budget
    #expect(
      try money.figure("总项").derivation.substitution == "(300000 + 900000) ÷ (1000000 + 3000000) × 100 = 30%")
    money.targets = RollUpFixture.from("≥10%", "比率", ["", ""], sources: ["≥1万元", "≥1万元"]).targets
    let shares = try money.figure("总项")
    #expect(shares.derivation.substitution == "(30 + 90) ÷ (100 + 300) × 100 = 30%")
    #expect(shares.contributions.map(\.weight) == ["100", "300"])
    // A bare 200万 beside 万元 is 200万元.
    var bare = RollUpFixture.from("≥10%", "比率", ["200万"], sources: ["≥200万"])
    (bare.rollUp, bare.budget) = ([["总项", "比率", "甲", "分项", "预算"]], [["甲", "人员", "100", "1"]])
    #expect(try bare.value("总项") == "200%")
    let large = RollUpFixture(
      targets: [
        [Sheet.unitName, "履职", "总项", "≥10%"], ["甲", "产出", "分项", "≥1亿份"], ["甲", "产出", "量", "≥1亿份"],
      ],
      actuals: [["甲", "分项", "9000000000亿份"], ["甲", "量", "9000000000亿份"]],
      rollUp: [["总项", "比率", "甲", "分项", "量"]])
    #expect(try large.value("总项") == "100%")
    #expect(try !large.outcome().findings.contains { $0.code == .figureOutOfRange })
  }

  /// A source that cannot be written in the unit's own unit is an error, though another one decides.
  @Test func sourcesOutOfRange() throws {
    let fixture = RollUpFixture.from(
      "≥1份", "最小", ["5份", "9000000000亿份"], sources: ["≥1份", "≥1亿份"])
    let findings = try fixture.outcome().findings.filter { $0.code == .figureOutOfRange }
    #expect(findings.map(\.indicator) == ["总项"] && findings.allSatisfy { $0.sheet == Sheet.unitName })
    for sound in [RollUpFixture.from("健全", "最差", ["健全"]), .from("≥1份", "最小", ["5份", "6份"])] {
      #expect(try !sound.outcome().findings.contains { $0.code == .figureOutOfRange })
    }
  }

  /// How the unit's own figures came about: filed, or computed from the money of the period.
  @Test func ownFigures() throws {
    var fixture = RollUpFixture(
      targets: [
        [Sheet.unitName, "过程", "预算执行率", "=100%"], [Sheet.unitName, "履职", "总项", "≥1台"],
        ["甲", "产出", "分项", "健全"],
      ],
      actuals: [[Sheet.unitName, "总项", "2台", "1台"], ["甲", "分项", "健全", "健全"]],
      budget: [[Sheet.unitName, "基本支出", "8", "6"]])
    #expect(
      try fixture.outcome().unit.figures.map(\.derivation) == [
        Derivation(formula: "计算：全年执行数合计÷全年预算数合计", substitution: "75%"),
        Derivation(formula: "自报：单位填报", substitution: "2台"),
      ])
    fixture.actuals.removeFirst()
    let owed = try fixture.outcome().findings.filter { $0.code == .missingActual }
    #expect(owed.map(\.sheet) == [Sheet.unitName] && owed.map(\.indicator) == ["总项"])
    fixture.period = .half
    #expect(try fixture.figure("预算执行率").derivation.formula == "计算：半年执行数合计÷全年预算数合计")
  }

  /// A unit that reports a date itself shows it in the same form.
  @Test func ownDatesAreShownInOneForm() throws {
    let fixture = RollUpFixture(
      targets: [[Sheet.unitName, "履职", "总项", "2023年6月30日"], ["甲", "产出", "分项", "健全"]],
      actuals: [[Sheet.unitName, "总项", "2023年3月1日"], ["甲", "分项", "健全"]])
    #expect(try fixture.figure("总项").contributions.map(\.value) == ["2023-03-01"])
  }

  /// A weight that does not apply beside a source that does: no figure, and it is said.
  @Test func weightsThatDoNotApply() throws {
    var fixture = RollUpFixture.from("≥90%", "加权平均", ["95%", "90%"])
    fixture.targets += ["甲", "乙"].map { [$0, "产出", "量", "≥5台"] }
    fixture.rollUp = fixture.rollUp.map { Array($0.dropLast()) + ["量"] }
    fixture.actuals += [["甲", "量", "6台"], ["乙", "量", "不适用"]]
    let outcome = try fixture.outcome()
    let finding = try #require(outcome.findings.first { $0.code == .missingRollUpWeight })
    #expect(finding.severity == .error && finding.message.contains("“量”在“乙”不适用"))
    #expect(outcome.report == nil && outcome.unit.card?.rows[0].achievement == nil)
    // Left out with its source, it is not missed.
    fixture.actuals[1][2] = "不适用"
    #expect(try fixture.value("总项") == "95%")
    // A weight nobody filed is an E230 and nothing more.
    fixture.actuals[1][2] = "90%"
    fixture.actuals[3][2] = ""
    let missing = try fixture.outcome().findings.filter { $0.severity == .error }.map(\.code)
    #expect(missing == [.missingActual])
  }
}
