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
}
