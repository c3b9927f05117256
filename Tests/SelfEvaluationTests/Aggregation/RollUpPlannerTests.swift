// rollup.csv: what is read from it, and every mistake in it with its own code.

import Testing

@testable import SelfEvaluation

@Suite struct RollUpPlannerTests {
  static func fixture(_ rollUp: [[String]]) -> RollUpFixture {
    RollUpFixture(
      targets: [
        [Sheet.unitName, "履职", "总项", "≥10台"], [Sheet.unitName, "履职", "别项", "健全"],
        [Sheet.unitName, "履职", "占比", "≥10%"],
        ["甲", "产出", "分项", "≥5台"], ["甲", "产出", "等级", "健全"], ["甲", "产出", "份数", "≥3份"],
        ["甲", "产出", "合格率", "≥90%"], ["甲", "产出", "覆盖率", "≥900‰"],
        ["甲", "产出", "人数", "≥2人"], ["乙", "产出", "分项", "≥5台"], ["乙", "产出", "人数", "≥2人"],
      ],
      actuals: [
        [Sheet.unitName, "总项", "7台"], [Sheet.unitName, "别项", "健全"], [Sheet.unitName, "占比", "50%"],
        ["甲", "分项", "5台"], ["甲", "等级", "较健全"], ["甲", "份数", "3份"], ["甲", "人数", "0人"],
        ["甲", "合格率", "50%"], ["甲", "覆盖率", "1000‰"],
        ["乙", "分项", "6台"], ["乙", "人数", "0人"],
      ], rollUp: rollUp)
  }

  /// Rows of rollup.csv and the errors they give.
  static let mistakes: [([[String]], [Code])] = [
    ([["没有", "求和", "甲", "分项", ""]], [.rollUpWithoutIndicator]),
    ([["总项", "求和", "丙", "分项", ""]], [.rollUpWithoutSource]),
    ([["总项", "求和", "甲", "没有", ""]], [.rollUpWithoutSource]),
    ([["总项", "加总", "甲", "分项", ""]], [.unknownMethod]),
    ([["总项", "求和", "甲", "分项", ""], ["总项", "平均", "乙", "分项", ""]], [.unknownMethod]),
    ([["总项", "自报", "甲", "分项", ""]], [.wrongNumberOfSources]),
    ([["总项", "引用", "甲", "分项", ""], ["总项", "引用", "乙", "分项", ""]], [.wrongNumberOfSources]),
    ([["总项", "引用", "", "", ""]], [.wrongNumberOfSources]),
    ([["总项", "求和", "", "", ""]], [.wrongNumberOfSources]),
    ([["总项", "求和", "甲", "份数", ""]], [.rollUpMeasureMismatch]),
    ([["总项", "加权平均", "甲", "分项", ""]], [.missingRollUpWeight]),
    ([["总项", "加权平均", "甲", "分项", "等级"]], [.missingRollUpWeight]),
    ([["总项", "加权平均", "甲", "分项", "没有"]], [.rollUpWithoutSource]),
    ([["总项", "求和", "甲", "分项", ""], ["总项", "求和", "甲", "分项", ""]], [.countedTwice]),
    ([["总项", "求和", "甲", "等级", ""]], [.mixedTargetKinds]),
    ([["别项", "求和", "甲", "等级", ""]], [.mixedTargetKinds]),
    ([["别项", "最大", "甲", "等级", ""]], [.mixedTargetKinds]),
    ([["别项", "平均", "甲", "等级", ""]], [.mixedTargetKinds]),
    ([["总项", "加权平均", "甲", "分项", "人数"], ["总项", "加权平均", "乙", "分项", "人数"]], [.zeroDenominator]),
    ([["占比", "比率", "甲", "份数", "人数"]], [.zeroDenominator]),
    // A source half named is a source, and has to be found.
    ([["总项", "求和", "甲", "", ""]], [.emptyRequiredCell]),
    ([["总项", "求和", "", "分项", ""]], [.emptyRequiredCell]),
    // A row without one is a mistake beside others too.
    ([["总项", "求和", "甲", "分项", ""], ["总项", "求和", "", "", ""]], [.wrongNumberOfSources]),
    ([["总项", "引用", "甲", "分项", ""], ["总项", "引用", "", "", ""]], [.wrongNumberOfSources]),
    ([["总项", "自报", "", "", ""], ["总项", "自报", "", "", ""]], []),
    // 50% of 100项 is no 比率, nor is it of money; a rate by a rate is one.
    ([["占比", "比率", "甲", "合格率", "分项"]], [.rollUpMeasureMismatch]),
    ([["占比", "比率", "甲", "合格率", "预算"]], [.rollUpMeasureMismatch]),
    ([["占比", "比率", "甲", "分项", "合格率"]], [.rollUpMeasureMismatch]),
    ([["占比", "比率", "甲", "合格率", "覆盖率"]], []), ([["占比", "加权平均", "甲", "合格率", "分项"]], []),
    // Every mistake of a group is named.
    (
      [["总项", "求和", "丙", "分项", ""], ["总项", "求和", "丁", "分项", ""]],
      [.rollUpWithoutSource, .rollUpWithoutSource]
    ),
    (
      [["没有", "求和", "甲", "分项", ""], ["总项", "加总", "甲", "分项", ""]], [.unknownMethod, .rollUpWithoutIndicator]
    ),
    ([["总项", "求和", "甲", "分项", ""], ["总项", "求和", "乙", "分项", ""]], []),
    ([["别项", "最差", "甲", "等级", ""]], []), ([["总项", "自报", "", "", ""]], []),
    ([["占比", "比率", "甲", "份数", "分项"]], []),
  ]

  @Test(arguments: mistakes) func namesMistakes(_ rows: [[String]], _ codes: [Code]) throws {
    let errors = try Self.fixture(rows).outcome().findings.filter { $0.severity == .error }
    #expect(Set(errors.map(\.code)) == Set(codes))
    #expect(errors.count == codes.count)
    #expect(
      errors.allSatisfy { !$0.message.isEmpty && $0.sheet != nil || $0.code == .rollUpWithoutIndicator })
  }

  /// Of several rows without a source the first is shown.
  @Test func theFirstBareRow() throws {
    let rows = [["总项", "求和", "甲", "分项", ""], ["总项", "求和", "", "", ""], ["总项", "求和", "", "", ""]]
    let errors = try Self.fixture(rows).outcome().findings.filter { $0.code == .wrongNumberOfSources }
    guard errors.count == 1, case .cell(let origin) = errors[0].place else {
      Issue.record("\(errors)")
      return
    }
    #expect(origin.line == 3)
  }

  /// A source whose target cannot be read has its own error, and is not also called a rate or none.
  @Test func unreadableSources() throws {
    for broken in ["份数", "分项"] {
      var fixture = Self.fixture([["占比", "比率", "甲", "份数", "分项"]])
      for row in fixture.targets.indices
      where fixture.targets[row][0] == "甲" && fixture.targets[row][2] == broken {
        fixture.targets[row][3] = "≥3。5"
      }
      let codes = try fixture.outcome().findings.filter { $0.severity == .error }.map(\.code)
      #expect(
        codes.contains(.unreadableTarget) && !codes.contains(.rollUpMeasureMismatch), "\(broken): \(codes)")
    }
  }

  /// How many sources there ought to be, and how many there are.
  @Test func namesTheNumberOfSources() throws {
    for (rows, words) in [
      ([["总项", "自报", "甲", "分项", ""]], "“自报”，不应有来源，现有1个"),
      ([["总项", "引用", "甲", "分项", ""], ["总项", "引用", "乙", "分项", ""]], "“引用”，应有且只有一个来源，现有2个"),
      ([["总项", "求和", "", "", ""]], "“求和”，至少应有一个来源，现有0个"),
    ] {
      let finding = try Self.fixture(rows).outcome().findings.first { $0.code == .wrongNumberOfSources }
      #expect(finding?.message.contains(words) == true)
    }
  }

  /// A finding about a source points at the cell that is wrong.
  @Test(arguments: [
    (["总项", "求和", "丙", "分项", ""], "丙"), (["总项", "求和", "甲", "没有", ""], "没有"),
    (["总项", "加权平均", "甲", "分项", "无此项"], "无此项"),
  ])
  func pointsAtTheCell(_ row: [String], _ cell: String) throws {
    let outcome = try Self.fixture([row]).outcome()
    let finding = try #require(outcome.findings.first { $0.code == .rollUpWithoutSource })
    guard case .cell(let origin) = finding.place else { throw CancellationError() }
    let text = outcome.submission.texts[Int(origin.file)].text
    let bytes = text[Int(origin.offset)..<Int(origin.offset + origin.length)]
    #expect(String(decoding: bytes, as: UTF8.self) == cell)
  }

  /// 说明 of an entry is the first that is written.
  @Test func firstNoteStands() throws {
    for notes in [["", "按台账"], ["按台账", "按年报"]] {
      let rows = zip("甲乙", notes).map { "总项,求和,\($0),分项,\($1)\n" }.joined()
      let files =
        Self.fixture([]).files
        + [SourceFile(path: "rollup.csv", bytes: Array(("单位指标,汇总方式,项目名称,项目指标,说明\n" + rows).utf8))]
      let entry = Pipeline.examine(files, options: try Repository.options()).plan?.entries.first
      #expect(entry?.note == "按台账" && entry?.isDeclared == true)
    }
  }

  /// Rows without an indicator or a method have their own error, and make no entry.
  @Test func incompleteRows() throws {
    for row in [["", "求和", "甲", "分项", ""], ["总项", "", "甲", "分项", ""]] {
      let outcome = try Self.fixture([row]).outcome()
      #expect(outcome.findings.filter { $0.severity == .error }.map(\.code) == [.emptyRequiredCell])
      #expect(outcome.plan?.entries.allSatisfy { !$0.isDeclared } == true)
    }
  }

  /// An unreadable target has its own error; its kind and unit are not complained of.
  @Test func unreadableTargets() throws {
    for index in [0, 3] {
      var fixture = Self.fixture([["总项", "求和", "甲", "分项", ""]])
      fixture.targets[index][3] = "≥5O台"
      let errors = try fixture.outcome().findings.filter { $0.severity == .error }
      #expect(errors.map(\.code) == [.unreadableTarget])
    }
  }

  /// A broken entry yields no figure, and no second complaint that one is missing.
  @Test func brokenEntriesGiveNothing() throws {
    let outcome = try Self.fixture([["总项", "求和", "丙", "分项", ""]]).outcome()
    let entry = try #require(outcome.plan?.entries.first)
    #expect(entry.isBroken && entry.isDeclared && entry.method == .own)
    #expect(outcome.unit.card?.rows[0].achievement == nil)
    #expect(outcome.unit.card?.rows[1].achievement != nil)
    #expect(!outcome.findings.contains { $0.code == .missingActual })
  }

  /// Rows of one unit indicator belong together, in their order, with the first note.
  @Test func rowsMakeAnEntry() throws {
    let outcome = try Self.fixture([
      ["总项", "加权平均", "乙", "分项", "人数"], ["占比", "比率", "甲", "份数", "分项"], ["总项", "加权平均", "甲", "分项", "预算"],
    ]).outcome()
    let entries = try #require(outcome.plan?.entries)
    #expect(entries.map(\.method) == [.weightedMean, .own, .ratio])
    #expect(entries.map(\.isDeclared) == [true, false, true])
    #expect(entries[0].sources.map(\.project) == ["乙", "甲"])
    #expect(entries[0].sources.map { $0.weight?.text } == ["人数", "预算"])
    #expect(entries.allSatisfy { !$0.isBroken })
  }

  @Test func adviceNamesTheNearest() throws {
    let findings = try Self.fixture([["总项目", "求和", "甲", "分项", ""]]).outcome().findings
    let finding = try #require(findings.first { $0.code == .rollUpWithoutIndicator })
    #expect(finding.remedy.contains("总项"))
  }

  /// A name that one sheet has twice is told apart by its 二级指标.
  @Test func repeatedNamesNeedTheirLevelTwo() throws {
    func files(_ rollUp: String) -> [SourceFile] {
      [
        ("unit.csv", "项,内容\n单位名称,某单位\n年度,2023\n"),
        (
          "targets.csv",
          """
          项目名称,一级指标,二级指标,三级指标,全年指标值
          部门整体,履职,数量,总项,≥10台
          部门整体,履职,质量,总项,≥20台
          甲,产出,数量,分项,≥1台
          甲,产出,质量,分项,≥2台

          """
        ),
        ("actuals.csv", "项目名称,二级指标,三级指标,全年完成值\n甲,数量,分项,3台\n甲,质量,分项,4台\n"),
        ("rollup.csv", "单位指标,单位二级指标,汇总方式,项目名称,项目指标,项目二级指标\n" + rollUp),
      ].map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }
    }
    let options = try Repository.options()
    let told = Pipeline.examine(files("总项,质量,引用,甲,分项,数量\n总项,数量,引用,甲,分项,质量\n"), options: options)
    #expect(told.unit.card?.rows.map { $0.achievement?.text } == ["4台", "3台"])
    for row in ["总项,,引用,甲,分项,数量\n", "总项,数量,引用,甲,分项,\n", "总项,数量,引用,甲,分项,别的\n"] {
      let untold = Pipeline.examine(files(row), options: options)
      #expect(untold.findings.contains { $0.code == .ambiguousIndicator && $0.remedy.contains("数量或质量") })
    }
  }

  /// Without a unit sheet there is no plan, and a rollup.csv has nothing to fill.
  @Test func withoutUnitSheet() throws {
    var fixture = Self.fixture([["总项", "求和", "甲", "分项", ""], ["别项", "自报", "", "", ""]])
    fixture.targets.removeFirst(3)
    fixture.actuals.removeFirst(3)
    let outcome = try fixture.outcome()
    #expect(outcome.plan == nil && outcome.unit.card == nil)
    #expect(outcome.findings.count { $0.code == .rollUpWithoutIndicator } == 1)
    fixture.rollUp = []
    #expect(try fixture.outcome().findings.allSatisfy { $0.code != .rollUpWithoutIndicator })
  }
}
