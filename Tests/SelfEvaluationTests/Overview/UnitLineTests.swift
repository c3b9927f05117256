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
    let bytes = UnitLine(report, folder: "a", id: "320000JLY", output: "c").bytes
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

  /// Well written, and yet no unit can have it.
  @Test(
    arguments: [
      ("\"score\":10000", "\"score\":95820", "“score”的值“95820”不在0到10000之间"),
      ("\"score\":10000", "\"score\":10001", "“score”的值“10001”不在0到10000之间"),
      ("\"score\":10000", "\"score\":-1", "“score”的值“-1”不在0到10000之间"),
      ("\"score\":10000", "\"score\":null", "“score”和“grade”只有其一"),
      ("\"ruleScore\":10000", "\"ruleScore\":-1", "“ruleScore”的值“-1”不在0到10000之间"),
      ("\"grade\":\"优\"", "\"grade\":\"特优\"", "“grade”的值“特优”无法识别"),
      ("\"grade\":\"优\"", "\"grade\":\"\"", "“grade”的值“”无法识别"),
      ("\"grade\":\"优\"", "\"grade\":null", "“score”和“grade”只有其一"),
      ("\"unmet\":0", "\"unmet\":99", "“unmet”的值“99”大于“rows”的“"),
      ("\"unmet\":0", "\"unmet\":-1", "“unmet”的值“-1”是负数"),
      ("\"rows\":", "\"rows\":-", "“rows”的值“-"), ("\"rows\":", "\"rows\":0,\"x\":", "“indicators”的值“"),
      ("\"sheets\":", "\"sheets\":-", "“sheets”的值“-3”是负数"),
      ("\"sheets\":3", "\"sheets\":9999999999", "“sheets”的值“9999999999”过大"),
      ("\"warning\":0", "\"warning\":-2", "“counts.warning”的值“-2”是负数"),
      ("\"error\":0", "\"error\":-2", "“counts.error”的值“-2”是负数"),
      ("\"note\":", "\"note\":-1", "“counts.note”的值“-1"),
      ("\"acknowledged\":0", "\"acknowledged\":-2", "“counts.acknowledged”的值“-2”是负数"),
      ("\"red\":0", "\"red\":-1", "“lights.red”的值“-1”是负数"), ("\"red\":0", "\"red\":500", "“lights”合计500"),
      ("\"red\":0", "\"rot\":0", "“lights”中的“rot”无法识别"),
      ("\"spent\":\"", "\"spent\":\"-", "“spent”的值“-300000000”是负数"),
      ("\"budget\":\"", "\"budget\":\"-", "“budget”的值“-300000000”是负数"),
      ("\"rubricDigest\":\"", "\"rubricDigest\":\"x", "“rubricDigest”的值"),
      ("\"rubricDigest\":", "\"rubricDigests\":", "“rubricDigest”不合格式"),
      ("\"score\":10000", "\"score\":10000,\"score\":9000", "“score”重复"),
      ("\"score\":10000", "\"score\":10000,\"s\\u0063ore\":9000", "“s\\u0063ore”重复"),
      ("\"levelOne\":", "\"levelOne\":\"x\",\"levelOne\":", "“levelOne”重复"),
      ("\"red\":0", "\"red\":0,\"red\":1", "“red”重复"),
    ])
  func `what no unit can have is refused`(old: String, new: String, message: String) throws {
    let text = String(decoding: try Lines.line(1).bytes, as: UTF8.self)
    let range = try #require(text.range(of: old), "\(old) not in \(text.prefix(1500))")
    let line = Array(text.replacingCharacters(in: range, with: new).utf8)
    let reader = Lines.reader([try Lines.line(2).bytes, line])
    #expect(reader.overview() == nil && reader.faults.count == 1)
    #expect(reader.faults.first?.hasPrefix("a.ndjson:2: ") == true)
    #expect(reader.faults.first?.contains(message) == true, "\(reader.faults)")
  }

  @Test func `keys are looked for as keys only`() {
    func first(_ text: String) -> String? { RepeatedKeys.first(in: Array(text.utf8)) }
    #expect(first(#"{"a":"a","b":["a","a",{"a":1},{"a":2}],"c":{"a":{"a":1}}}"#) == nil)
    #expect(first(#"{"a":"\"","b":"x,\"b\":1","c":[],"d":{}}"#) == nil)
    #expect(first(#"{"a":[{"b":1}],"c":2,"a":3}"#) == "a")
    #expect(first(#"{"a":{"b":1,"c":[1,2],"b":3}}"#) == "b")
    #expect(first(#"[{"a":1},{"b":1,"b":2}]"#) == "b")
    // More members than any of ours has are not compared one by one.
    let many = (0..<1002).map { "\"k\($0)\":0" }.joined(separator: ",")
    #expect(first("{\(many)}") == "k1000")
    #expect(first("") == nil && first("{") == nil && first(#"{"a"#) == nil && first("]}") == nil)
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
