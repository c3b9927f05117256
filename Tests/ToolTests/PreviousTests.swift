// --previous through the built tool: last year's figures in the form, the details and the report.

import Foundation
import SelfEvaluation
import Testing

@Suite struct PreviousTests {
  private static let sample = Tool.sample("jsmi-2023")

  /// The sample as if it were of the year before, with some figures of its own.
  private func lastYear(_ folder: URL) throws -> URL {
    let copy = folder.appending(path: "last")
    try Recoded.copy(Self.sample, to: copy, as: .utf8)
    for (file, old, new) in [
      ("unit.csv", "年度,2023", "年度,2022"), ("actuals/计量监督管理业务经费.csv", "27320", "26000"),
    ] {
      let path = copy.appending(path: file)
      let text = try String(contentsOf: path, encoding: .utf8)
      #expect(text.contains(old), "\(file)")
      try Data(text.replacing(old, with: new).utf8).write(to: path)
    }
    return copy
  }

  private func report(_ submission: String, _ out: URL, _ more: [String] = []) throws -> Tool.Run {
    try Tool.run(["report", submission, "-o", out.path, "--date", "2024-01-15", "-q"] + more)
  }

  @Test func figuresOfAFolderOrOfASubmission() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let last = try lastYear(folder)
      let before = folder.appending(path: "out-last")
      #expect(try report(last.path, before).status == 0)
      let outs = [before, last].enumerated().map { ($1, folder.appending(path: "out-\($0)")) }
      for (previous, out) in outs {
        let run = try report(Self.sample, out, ["--previous", previous.path])
        #expect(run.status == 0 && !run.messages.contains("不相连"), "\(run.messages)")
        #expect(try Tool.run("verify", out.path).status == 0)
      }
      #expect(try outs[0].1.contents() == outs[1].1.contents())

      let files = try outs[0].1.contents()
      func text(_ path: String) throws -> String {
        String(decoding: try #require(files[path]), as: UTF8.self)
      }
      let form = try text("部门整体绩效自评价表.csv")
      #expect(form.contains("偏差原因分析及改进措施,上年完成值,增减\r\n"))
      #expect(
        form.split(separator: "\r\n").contains { $0.contains("28932台") && $0.hasSuffix(",27612台,1320") })
      #expect(form.hasSuffix(",94.80,,,\r\n"))
      let details = try text("数据/指标明细.csv")
      #expect(details.prefix { $0 != "\r\n" }.hasSuffix("完成值来源,编号,上年完成值,增减"))
      #expect(
        details.split(separator: "\r\n").contains { $0.contains("28932") && $0.hasSuffix(",27612台,1320") })
      #expect(try text("部门整体绩效自评价表.html").contains("上年完成值取自2022年度的数据"))
      let narrative = try text("绩效自评价报告.html")
      #expect(narrative.contains("与2022年度名称一致的指标共324个") && narrative.contains("附表2　与上年完成值对照"))
    }
  }

  @Test func yearsThatDoNotFollowAreSaid() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let out = folder.appending(path: "out")
      let run = try report(Self.sample, out, ["--previous", Self.sample])
      #expect(run.status == 0 && run.messages.contains("上年完成值取自2023年度，与2023年度不相连"), "\(run.messages)")
      let half = folder.appending(path: "half")
      let other = try report(Self.sample, half, ["--period", "half", "--previous", out.path])
      #expect(other.status == 64 && other.messages.contains("期间不同"), "\(other.messages)")
      #expect(try report(Self.sample, half, ["--previous", Tool.sample("ten-mistakes")]).status == 64)
      #expect(try report(Self.sample, half, ["--previous", "/nonexistent"]).status == 74)
      #expect(!FileManager.default.fileExists(atPath: half.path))
    }
  }

  /// What was changed since is refused: the details, their hash with them, the manifest's year.
  @Test func anAlteredReportIsRefused() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let before = folder.appending(path: "out-last")
      #expect(try report(try lastYear(folder).path, before).status == 0)
      let out = folder.appending(path: "out")
      let (details, manifest) = (
        before.appending(path: "数据/指标明细.csv"), before.appending(path: "manifest.json")
      )
      func refused(_ words: String) throws {
        let run = try report(Self.sample, out, ["--previous", before.path])
        #expect(run.status == 64 && run.messages.contains(words), "\(run.messages)")
        #expect(run.messages.split(separator: "\n").count { $0.hasPrefix("jixiao: ") } == 1)
        #expect(!FileManager.default.fileExists(atPath: out.path))
      }
      let (figures, list) = (try details.bytes(), try manifest.bytes())
      let changed = Data(String(decoding: figures, as: UTF8.self).replacing("27612", with: "17612").utf8)
      #expect(changed != figures)
      try changed.write(to: details)
      try refused("上年的“数据/指标明细.csv”生成之后被改动过")
      let text = String(decoding: list, as: UTF8.self)
      try Data(
        text.replacing(Digest.sha256(Array(figures)), with: Digest.sha256(Array(changed))).utf8
      ).write(to: manifest)
      try refused("上年的 manifest.json 生成之后被改动过")
      try figures.write(to: details)
      try Data(text.replacing("\"year\": 2022", with: "\"year\": 2021").utf8).write(to: manifest)
      try refused("上年的 manifest.json 生成之后被改动过")
      try Data(text.replacing("数据/指标明细.csv", with: "数据/别的.csv").utf8).write(to: manifest)
      try refused("上年的 manifest.json 生成之后被改动过")
      try list.write(to: manifest)
      #expect(try report(Self.sample, out, ["--previous", before.path]).status == 0)
    }
  }

  /// Units are renamed: another name is said, on the forms too, and is no fault.
  @Test func anotherUnitsFiguresAreSaid() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let last = try lastYear(folder)
      let unit = last.appending(path: "unit.csv")
      let text = String(decoding: try unit.bytes(), as: UTF8.self)
      let named = try #require(text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("单位名称,") })
      try Data(text.replacing(named, with: "单位名称,从前的研究院").utf8).write(to: unit)
      let before = folder.appending(path: "out-last")
      #expect(try report(last.path, before).status == 0)
      for (number, previous) in [before, last].enumerated() {
        let out = folder.appending(path: "out-\(number)")
        let run = try report(Self.sample, out, ["--previous", previous.path, "--format", "text"])
        #expect(run.status == 0)
        #expect(
          run.messages.contains("jixiao: 上年完成值取自“从前的研究院”，与本次的单位“")
            && !run.messages.contains("不相连"), "\(run.messages)")
        let form = String(
          decoding: try out.appending(path: "部门整体绩效自评价表.html").bytes(), as: UTF8.self)
        #expect(form.contains("上年完成值取自“从前的研究院”"))
        #expect(try Tool.run("verify", out.path).status == 0)
      }
    }
  }
}
