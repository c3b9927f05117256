// 催报清单, and who handed in twice.

import Testing

@testable import SelfEvaluation

@Suite struct OutstandingTests {
  private func examine(_ edits: Example.Edit...) throws -> Pipeline.Outcome {
    try #require(Example(edits, period: .year).outcome)
  }

  @Test func nobodyOwesAnything() throws {
    #expect(try examine().outstanding == [])
  }

  @Test func aWholeProjectIsOneFinding() throws {
    let outcome = try #require(Rule.projectNotHandedIn.firing?.outcome)
    let names = ["立项依据充分性", "培训费成本", "新增设备数量", "设备验收合格率", "服务产业能力提升", "使用人员满意度"]
    #expect(outcome.outstanding == [Outstanding(project: "能力提升经费", missing: names, of: 6)])
    #expect(outcome.findings.filter { $0.severity == .error }.map(\.code) == [.projectNotHandedIn])
    #expect(FindingText.outstanding(outcome.outstanding).contains("能力提升经费：6 个指标全都没有交"))
  }

  @Test func aFormThatCameBackBlankIsNamed() throws {
    let blank = Rule.secondProject.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).prefix(3).joined(separator: ",")
        + ",,,,,,\n"
    }
    let outcome = try examine(
      .write("actuals.csv", Rule.withoutSecondProject),
      .write("actuals/能力提升经费.csv", "项目名称,二级指标,三级指标,半年完成值,全年完成值,自评得分,偏差原因,改进措施,佐证材料\n" + blank.joined()))
    let found = outcome.findings.filter { $0.severity == .error }
    #expect(found.map(\.code) == [.projectNotHandedIn])
    #expect(found.first?.place == .file("actuals/能力提升经费.csv"))
  }

  /// The blank form beside the filled one does not count as handed in twice, whichever is read first.
  @Test(arguments: ["actuals/a.csv", "actuals/z.csv"]) func aBlankFormBesideAFilledOneSaysNothing(
    _ path: String
  )
    throws
  {
    let blank = Rule.secondProject.split(separator: "\n").map { line in
      line.hasPrefix("项目")
        ? line + "\n" : line.prefix { $0 != "," } + ",," + line.split(separator: ",")[1] + ",,,,,,\n"
    }
    let outcome = try examine(
      .write("actuals.csv", Rule.withoutSecondProject), .write("actuals/m.csv", Rule.secondProject),
      .write(path, blank.joined()))
    #expect(outcome.findings.allSatisfy { $0.severity != .error }, "\(Trace.codes(outcome))")
    #expect(outcome.outstanding == [])
  }

  @Test func someMissingIndicatorsAreNamed() throws {
    let outcome = try examine(.replace("actuals.csv", "14500台,28600台", with: "14500台,"))
    #expect(outcome.outstanding == [Outstanding(project: "强制检定经费", missing: ["强制检定台件数"], of: 6)])
    #expect(outcome.findings.contains { $0.code == .missingActual })
  }

  @Test func withoutAnyActualsEverybodyOwes() throws {
    let outcome = try examine(.remove("actuals.csv"))
    #expect(outcome.outstanding.map(\.project) == ["部门整体", "强制检定经费", "能力提升经费"])
    #expect(outcome.outstanding.allSatisfy { $0.isWhole })
    #expect(outcome.findings.filter { $0.severity == .error }.map(\.code) == [.missingFile])
  }

  @Test func whatCannotBeReadIsNotOwed() throws {
    let outcome = try examine(.bytes("actuals.csv", Array("项目名称,三级指标\n".utf8) + [0xFF, 0x20]))
    #expect(outcome.outstanding == [])
  }

  @Test func aFileThatRepeatsAnotherIsOneFinding() throws {
    let outcome = try examine(
      .write("actuals/乙.csv", Rule.secondProject.replacing("21套", with: "22套")))
    let found = outcome.findings.filter { $0.severity == .error }
    #expect(found.map(\.code) == [.handedInTwice])
    let message = try #require(found.first?.message)
    for part in ["actuals/乙.csv", "“actuals.csv”", "6个相同的指标", "1个的数不同（“新增设备数量”）"] {
      #expect(message.contains(part), "\(message)")
    }
    #expect(found.first?.sheet == "能力提升经费")
  }

  /// The half-year figures in one file and the annual ones in another differ in nothing, and neither is missing.
  @Test func columnsInTwoFiles() throws {
    let rows = Rule.secondProject.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    func only(_ blank: Int) -> String {
      rows.enumerated().map { number, cells in
        cells.enumerated().map { number > 0 && $0 == blank ? "" : String($1) }.joined(separator: ",") + "\n"
      }.joined()
    }
    for period in Period.allCases {
      let example = Example(
        [
          .write("actuals.csv", Rule.withoutSecondProject), .write("actuals/7月.csv", only(4)),
          .write("actuals/次年1月.csv", only(3)),
        ], period: period)
      let errors = try #require(example.outcome).findings.filter { $0.severity == .error }
      #expect(errors.map(\.code) == [.handedInTwice])
      #expect(errors.first?.message.hasSuffix("一份填了半年完成值，一份填了全年完成值") == true)
      #expect(errors.first?.remedy == "把两列并到一份里，把另一份移出填报目录")
    }
    let lone = try examine(
      .replace("actuals.csv", "能力提升经费,,新增设备数量,11套,21套", with: "能力提升经费,,新增设备数量,11套,"),
      .append("actuals.csv", "能力提升经费,,新增设备数量,,21套,,,,验收单\n"))
    let errors = lone.findings.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.duplicateActual])
    #expect(errors.first?.message.contains("半年和全年完成值分填在两行") == true && errors.first?.remedy == "并为一行")
  }

  @Test func aSingleRepeatedRowKeepsItsOwnFinding() throws {
    let row = Rule.secondProject.split(separator: "\n").prefix(2).map { $0 + "\n" }.joined()
    let outcome = try examine(.write("actuals/乙.csv", row))
    #expect(outcome.findings.filter { $0.severity == .error }.map(\.code) == [.duplicateActual])
  }
}
