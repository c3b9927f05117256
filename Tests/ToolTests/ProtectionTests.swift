// No output takes the place of what is read, or of a file in a finished folder.

import Foundation
import SelfEvaluation
import Testing

@Suite struct ProtectionTests {
  private static let sample = Tool.sample("jsmi-2023")

  private func refused(_ arguments: [String], _ words: String, keeping folder: URL) throws {
    let before = try folder.contents()
    let run = try Tool.run(arguments)
    #expect(run.status == 64 && run.messages.contains(words), "\(arguments): \(run.messages)")
    #expect(try folder.contents() == before)
  }

  /// Last year's report, however it is spelled, and what lies in it or around it.
  @Test func lastYearsFiguresStay() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let last = folder.appending(path: "上年")
      try #require(try Tool.run("report", Self.sample, "-o", last.path, "-q").status == 0)
      let link = folder.appending(path: "别名")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: last)
      for (out, previous, words) in [
        (last.path, last.path, "就是上年文件夹"), (last.path, link.path, "就是上年文件夹"),
        (last.path, folder.path + "/上年/../上年/", "就是上年文件夹"), (link.path, last.path, "就是上年文件夹"),
        (last.path + "/新", last.path, "里面"), (folder.path, last.path, "包含上年文件夹"),
      ] {
        try refused(
          ["report", Self.sample, "-o", out, "--previous", previous, "-q"], words, keeping: folder)
      }
      let beside = folder.appending(path: "上年2").path
      #expect(try Tool.run("report", Self.sample, "-o", beside, "--previous", link.path, "-q").status == 0)
    }
  }

  @Test func templatesAndRubricsStay() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let templates = folder.appending(path: "模板")
      try #require(try Tool.run("init", "--templates", templates.path).status == 0)
      let rubrics = try templates.contents().keys.filter { $0.hasSuffix("mof.csv") }
      let rubric = templates.appending(path: try #require(rubrics.first)).path
      for (arguments, words) in [
        (["report", Self.sample, "-o", templates.path, "--templates", templates.path, "--force"], "就是模板文件夹"),
        (["report", Self.sample, "-o", templates.path + "/新", "--templates", templates.path], "里面"),
        (["report", Self.sample, "-o", templates.path, "--rubric", rubric, "--force"], "包含评分办法文件"),
        (["check", Self.sample, "-o", rubric, "--rubric", rubric], "就是评分办法文件"),
        (["check", Self.sample, "-o", templates.path + "/index.html", "--templates", templates.path], "里面"),
        (["check", Self.sample, "--by-project", "-o", templates.path, "--rubric", rubric, "--force"], "包含"),
      ] { try refused(arguments, words, keeping: folder) }
    }
  }

  /// A single file is not written over one that a manifest vouches for; beside them it is.
  @Test func finishedFoldersStayAsTheyWere() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let out = folder.appending(path: "报告")
      try #require(try Tool.run("report", Self.sample, "-o", out.path, "-q").status == 0)
      let link = folder.appending(path: "别名.html")
      try FileManager.default.createSymbolicLink(
        at: link, withDestinationURL: out.appending(path: "index.html"))
      let mail = ["email", out.path, "--to", "a@b.cn", "--from", "c@d.cn", "-o"]
      for target in ["邮件/摘要.eml", "manifest.json", "index.html", "邮件/../数据/问题清单.csv"] {
        try refused(mail + [out.path + "/" + target], "请写到别处", keeping: folder)
      }
      for target in [link.path, out.path + "/manifest.json", out.path + "/问题清单.html"] {
        try refused(["check", Self.sample, "--format", "html", "-o", target], "请写到别处", keeping: folder)
      }
      let password = folder.appending(path: "密码")
      try Data("x".utf8).write(to: password)
      try refused(mail + [password.path, "--password-file", password.path], "就是密码文件", keeping: folder)
      #expect(try Tool.run(mail + [folder.path + "/摘要.eml"]).status == 0)
      // A file of that name in a folder without a report is anybody's.
      #expect(
        try Tool.run("check", Self.sample, "--format", "html", "-o", folder.path + "/index.html").status == 0)
      let verified = try Tool.run("verify", out.path)
      #expect(verified.status == 0 && verified.messages.isEmpty, "\(verified.messages)")
    }
  }

  /// What `batch` and `merge` write takes the place of nothing either.
  @Test func batchesKeepApart() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let (root, templates) = (folder.appending(path: "in"), folder.appending(path: "模板"))
      try Units.write(1, below: root)
      try #require(try Tool.run("init", "--templates", templates.path).status == 0)
      let report = folder.appending(path: "报告")
      try #require(try Tool.run("report", Self.sample, "-o", report.path, "-q").status == 0)
      let out = folder.appending(path: "out").path
      for (arguments, words) in [
        (["-o", templates.path, "--templates", templates.path], "就是模板文件夹"),
        (["-o", templates.path + "/新", "--templates", templates.path], "里面"),
        (["-o", out, "--ndjson", report.path + "/index.html"], "index.html"),
        (["-o", out, "--ndjson", report.path + "/manifest.json"], "manifest.json"),
        (["-o", out, "-j", "-1"], "1到1024之间"),
      ] { try refused(["batch", root.path] + arguments, words, keeping: folder) }
      let lines = folder.appending(path: "lines").path
      try Units.batch(root, folder.appending(path: "out"), "--ndjson", lines)
      try refused(
        ["merge", lines, "-o", templates.path, "--templates", templates.path, "--force"], "就是模板文件夹",
        keeping: folder)
    }
  }
}
