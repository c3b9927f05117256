// A unit's line: exact, complete, and the same after reading.

import Foundation
import Testing

@testable import SelfEvaluation

struct UnitLineTests {
  @Test(arguments: [Period.year, .half]) func `a line read back says the same`(period: Period) throws {
    let line = try Lines.line(3, period)
    let bytes = line.bytes
    #expect(bytes.last == 0x0A && !bytes.dropLast().contains(0x0A))
    #expect(try UnitLine(reading: bytes).bytes == bytes)
  }

  @Test func `the whole sample read back says the same`() throws {
    let report = try report(try sample())
    let bytes = UnitLine(report, folder: "a", id: "b", output: "c").bytes
    #expect(try UnitLine(reading: bytes).bytes == bytes)
    let result = try #require(try UnitLine(reading: bytes).result)
    #expect(result.indicators.count == report.unit.card?.rows.count)
    #expect(result.score == report.headline?.total && result.budget == report.headline?.execution.budget)
  }

  /// Beyond 2^53, where other readers of JSON round.
  @Test func `figures are exact`() throws {
    let line = try Lines.line(
      1, .year,
      [
        .replace("targets.csv", "强制检定台件数,≥14000台,≥28000台", with: "强制检定台件数,≥14000台,≥9007199254.740993台"),
        .replace("actuals.csv", "14500台,28601台", with: "14500台,9007199254.740993台"),
      ])
    #expect(line.isOK, "\(line.refusal?.first ?? "")")
    let text = String(decoding: line.bytes, as: UTF8.self)
    #expect(text.contains("\"actual\":\"9007199254740993\""))
    let again = try UnitLine(reading: line.bytes)
    #expect(
      again.result?.indicators.contains { $0.actual == .number(Quantity(millionths: 9_007_199_254_740_993)) }
        == true)
  }

  @Test func `a unit with errors tells them`() throws {
    let line = try Lines.line(4, .year, [.replace("actuals.csv", "92%", with: "约92%")])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(line.bytes)) as? [String: Any])
    #expect(json["ok"] as? Bool == false && json["failure"] as? String == "data")
    #expect(json["score"] == nil && json["code"] as? String == "32104")
    let findings = try #require(json["findings"] as? [[String: Any]])
    let error = try #require(findings.first { $0["severity"] as? String == "error" })
    #expect(error["file"] as? String == "actuals.csv" && error["line"] as? Int == 8)
    #expect(error["column"] as? Int != nil && (error["remedy"] as? String)?.isEmpty == false)
    #expect(line.refusal?.first.contains("actuals.csv:8:") == true)
    #expect(try UnitLine(reading: line.bytes).refusal?.reason == line.refusal?.reason)
  }

  @Test(
    arguments: [
      ("\"tool\":\"jixiao\"", "\"tool\":\"other\"", "不是 jixiao batch 写的行"),
      ("\"ok\":true", "\"ok\":false", "没有原因"),
      ("\"comparison\":\"不低于\"", "\"comparison\":\"大于\"", "comparison"),
      ("\"actual\":\"28601000000\"", "\"actual\":\"28601.0\"", "actual"),
      ("\"actual\":\"28601000000\"", "\"actual\":28601000000", "actual"),
      ("\"actual\":\"28601000000\"", "\"actual\":\"99999999999999999999\"", "actual"),
      ("\"budget\":\"", "\"budget\":\"x", "budget"), ("\"grade\":\"", "\"grade\":\"甲", "grade"),
      ("\"period\":\"year\"", "\"period\":\"month\"", "不是 jixiao batch 写的行"),
      ("\"output\":", "\"outputs\":", "缺少结果"), ("}\n", "\n", "JSON不完整"),
    ])
  func `damage is refused`(old: String, new: String, message: String) throws {
    let text = String(decoding: try Lines.line(1).bytes, as: UTF8.self)
    let range = try #require(text.range(of: old))
    let fault = #expect(throws: LineFault.self) {
      try UnitLine(reading: Array(text.replacingCharacters(in: range, with: new).utf8))
    }
    #expect(fault?.message.contains(message) == true, "\(fault?.message ?? "")")
  }

  @Test func `names are fit for folders`() throws {
    func id(_ code: String, _ folder: String = "甲/所") -> String {
      let files = [SourceFile(path: "unit.csv", bytes: Array("项,内容\n单位名称,所\n年度,2023\n单位编码,\(code)\n".utf8))]
      return UnitIdentity(files, folderName: folder, encoding: nil).id
    }
    #expect(id("3200") == "3200" && id("32/00") == "32_00" && id("") == "甲_所" && id("..") == "_")
    #expect(id(".隐") == "_隐")
    let sharded = UnitPlace.path(of: "3200", isSharded: true)
    #expect(sharded.split(separator: "/").map(\.count) == [2, 2, 4])
    #expect(UnitPlace.path(of: "3200", isSharded: false) == "3200")
  }
}
