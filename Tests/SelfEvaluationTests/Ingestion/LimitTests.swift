import Testing

@testable import SelfEvaluation

@Suite("Ingestion: limits of a submission")
struct LimitTests {
  private static let unit = "项,内容\n单位名称,甲\n年度,2023\n"
  private static let targets = "项目名称,一级指标,二级指标,三级指标,全年指标值\n"
  private static let actuals = "项目名称,三级指标,全年完成值\n"

  private func read(_ files: [String: String]) -> (submission: Submission, findings: [Finding]) {
    let (submission, findings) = SubmissionReader.read(
      files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) })
    return (submission, findings)
  }

  private func limitMessages(_ findings: [Finding]) -> [String] {
    findings.filter { $0.code == .limitExceeded }.map(\.message)
  }

  @Test("projects: a thousand are read, the next is named")
  func projects() {
    for (count, expected) in [(1_000, []), (1_003, ["项目超过 1000 个，从这里起不再读取"])] {
      let text = "项目名称\n" + (1...count).map { "项目\($0)\n" }.joined()
      let (submission, findings) = read(["unit.csv": Self.unit, "projects.csv": text])
      #expect(submission.projects.count == min(count, 1_000))
      #expect(limitMessages(findings) == expected)
    }
  }

  @Test("indicators of a sheet: two thousand, the unit's own not among the projects")
  func indicators() {
    let crowded = (1...2_002).map { "部门整体,产出,数量指标,指标\($0),≥1台\n" }.joined()
    let sheets = (1...1_001).map { "项目\($0),产出,数量指标,数量,≥1台\n" }.joined()
    let (submission, findings) = read(["unit.csv": Self.unit, "targets.csv": Self.targets + crowded + sheets])
    #expect(submission.sheets.first?.indicators.count == 2_000)
    #expect(submission.sheets.count == 1_001)
    #expect(
      limitMessages(findings) == ["“部门整体”的指标超过 2000 个，从这里起不再读取", "表超过 1000 张，从这里起新的表不再读取"])
  }

  @Test("rows of all files together")
  func rows() {
    var files = ["unit.csv": Self.unit, "targets.csv": Self.targets + "部门整体,产出,数量指标,数量,≥1台\n"]
    for number in 10...22 {
      files["actuals/\(number).csv"] =
        Self.actuals + String(repeating: "部门整体,数量,\n", count: 19_000)
    }
    #expect(
      limitMessages(read(files).findings) == [11, 12].map { "各文件合计已超过 200000 行，actuals/\($0 + 10).csv 没有读取" })
  }

  @Test("findings of one code: ten thousand and a count")
  func findings() {
    let rows = String(repeating: "没有的项目,数量,1台\n", count: 15_000)
    let findings = read([
      "unit.csv": Self.unit, "targets.csv": Self.targets + "部门整体,产出,数量指标,数量,≥1台\n",
      "actuals.csv": Self.actuals + rows,
    ]).findings
    let unknown = findings.filter { $0.code == .unknownProject }
    #expect(unknown.count == 10_001)
    #expect(unknown.last?.message == "另有 5000 处同类问题，未逐一列出")
    #expect(unknown.last?.severity == .error)
  }

  @Test("of a cell that is too long only the beginning is kept")
  func longCells() {
    let long = String(repeating: "名", count: 70_000)
    let (_, findings) = read(["unit.csv": Self.unit + "\(long),\(long)\n"])
    #expect(findings.contains { $0.code == .cellTooLong && $0.message.contains("70000") })
    #expect(findings.contains { $0.code == .unknownKey })
    #expect(findings.allSatisfy { $0.message.count < 400 && $0.remedy.count < 400 })
  }

  @Test("of many other files the first twenty are named")
  func others() {
    let (_, findings) = SubmissionReader.read([], others: (100..<400).map { "图\($0).png" })
    let message = findings.first { $0.code == .otherFiles }?.message
    #expect(message?.hasSuffix("图118.png、图119.png等") == true)
    #expect(message?.contains("还有300个") == true)
  }

  @Test("the nearest name is looked for among names, not among essays")
  func nearest() {
    let long = String(repeating: "名", count: 60_000)
    #expect(Nearest.match(long + "甲", among: Array(repeating: long, count: 1_000)) == nil)
    #expect(
      Nearest.match(String(repeating: "名", count: 200), among: [String(repeating: "名", count: 199)]) != nil)
  }

  @Test("a text of many acknowledgements does not slow the rest")
  func acknowledgements() {
    let origin = Origin(file: 0, line: 1, offset: 0, length: 1)
    let findings = (0..<20_000).map { number in
      Finding(.noSatisfaction, at: .cell(origin), sheet: "表\(number)", "没有", remedy: "补上")
    }
    let rows = (0..<20_000).map { number in
      Acknowledgement(
        code: Code.noSatisfaction.rawValue, place: "表\(number * 2)", reason: "无", origin: origin)
    }
    let texts = [SourceText(path: "acknowledged.csv", encoding: .utf8, text: [])]
    let settled = Acknowledging.apply(rows, to: findings, texts)
    #expect(settled.count { $0.acknowledgement == "无" } == 10_000)
    #expect(settled.count { $0.code == .unusedAcknowledgement } == 10_000)
    let blank = Acknowledgement(code: "W324", place: "/", reason: "无", origin: origin)
    #expect(Acknowledging.apply([blank], to: findings, texts).count == 20_001)
  }
}
