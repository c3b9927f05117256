// --templates through the built tool: what is refused, where, and that nothing is written.

import Foundation
import Testing

@Suite struct TemplateFolderTests {
  private func builtIn(_ folder: URL) throws -> URL {
    let templates = folder.appending(path: "templates")
    let run = try Tool.run("init", templates.path, "--templates")
    #expect(run.status == 0, "\(run.messages)")
    return templates
  }

  /// Copied out and given back they make the same bytes.
  @Test func theBuiltInTemplatesComeBackTheSame() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let templates = try builtIn(folder)
      let outs = ["a", "b"].map { folder.appending(path: $0) }
      for (out, more) in zip(outs, [[], ["--templates", templates.path]]) {
        let run = try Tool.run(
          ["report", Tool.sample("jsmi-2023"), "-o", out.path, "--date", "2024-01-15", "-q"] + more)
        #expect(run.status == 0, "\(run.messages)")
      }
      #expect(try outs[0].contents() == outs[1].contents())
    }
  }

  /// Each fault is told with file, line and column before anything is read or written.
  @Test(
    arguments: [
      ("foot.html", "{{{date}}}", "{{{datum}}}", "foot.html:6:9: ", "没有“datum”这个名称"),
      ("index.html", "{{> banner.html}}", "{{> baner.html}}", "index.html:5:1: ", "没有名为“baner.html”的局部模板"),
      ("report.html", "{{{heading}}}", "{{{uppercased(heading)}}}", "report.html:9:23: ", "不能使用变换"),
      ("sheet.html", "{{{result}}}", "", "sheet.html:1:1: ", "缺少必须出现的“result”"),
      ("findings.html", "</section>", "", "findings.html:", "不是合格的XHTML"),
      (
        "index.html", "<h2>各表结果</h2>", "<h2 onclick=\"x()\">各表结果</h2>", "index.html:15:1: ", "不符合 page.rng"
      ),
      ("head.html", "<style>", "<script></script>\n<style>", "head.html:", "不符合 page.rng"),
      ("index.js", "\"use strict\";", "if (a && b) {}", "index.js:", "脚本中不能有“&”"),
      ("style.css", "body {", "q::before { content: \"\\201C\"; }\nbody {", "style.css:", "反斜杠转义"),
      ("style.css", "body {", "body { background: url(back.png);", "style.css:", "不能引用别的文件"),
      (
        "foot.html", "<footer>", "<footer>\n<p>见<a href=\"https://example.org/\">网站</a></p>",
        "foot.html:2:1: ",
        "链接“https://example.org/”指向报告文件夹以外"
      ),
      (
        "banner.html", "</header>", "<p><a href=\"mailto:a@example.org\">信</a></p></header>", "banner.html:",
        "以外"
      ),
      ("page.rng", "<grammar", "<gramar", "page.rng:", "RELAX NG"),
    ])
  func faultsAreRefused(_ file: String, _ old: String, _ new: String, _ place: String, _ message: String)
    throws
  {
    try TemporaryFolder.with { (folder: URL) throws in
      let templates = try builtIn(folder)
      let path = templates.appending(path: file)
      let text = try String(contentsOf: path, encoding: .utf8)
      let range = try #require(text.range(of: old))
      try Data(text.replacingCharacters(in: range, with: new).utf8).write(to: path)
      let out = folder.appending(path: "out")
      let run = try Tool.run(
        "report", Tool.sample("jsmi-2023"), "-o", out.path, "-q", "--templates", templates.path)
      #expect(run.status == 64, "\(run.messages)")
      #expect(run.messages.contains(place) && run.messages.contains(message), "\(run.messages)")
      #expect(!FileManager.default.fileExists(atPath: out.path))
    }
  }

  /// A link that could have led somewhere but does not is the template's fault too: told a few times, not per page.
  @Test func aLinkToNowhereIsToldAsTheTemplates() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let templates = folder.appending(path: "templates")
      try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
      let foot =
        "<footer><p><a href=\"办法.html\">办法</a> {{{rubric}}}{{{assumption}}}{{{date}}}{{{version}}}{{{digest}}}</p></footer>\n"
      try Data(foot.utf8).write(to: templates.appending(path: "foot.html"))
      let out = folder.appending(path: "out")
      let run = try Tool.run(
        "report", Tool.sample("jsmi-2023"), "-o", out.path, "-q", "--templates", templates.path)
      #expect(run.status == 64, "\(run.messages)")
      #expect(run.messages.contains("核对模板中写死的链接"), "\(run.messages)")
      #expect(run.messages.components(separatedBy: "“办法.html”").count == 4, "\(run.messages)")
      #expect(run.messages.contains("……共12处") && !run.messages.contains("维护者"), "\(run.messages)")
      #expect(!FileManager.default.fileExists(atPath: out.path))
    }
  }

  /// The example of Templates/README.md, alone in its folder.
  @Test func theExampleOfTheReadmeWorks() throws {
    let readme = try String(contentsOf: Tool.root.appending(path: "Templates/README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "```html\n"))
    let end = try #require(readme.range(of: "```", range: start.upperBound..<readme.endIndex))
    try TemporaryFolder.with { (folder: URL) throws in
      let templates = folder.appending(path: "templates")
      try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
      try Data(readme[start.upperBound..<end.lowerBound].utf8).write(
        to: templates.appending(path: "foot.html"))
      let out = folder.appending(path: "out")
      let run = try Tool.run(
        "report", Tool.sample("jsmi-2023"), "-o", out.path, "-q", "--templates", templates.path)
      #expect(run.status == 0, "\(run.messages)")
      let pages = try out.contents().filter { $0.key.hasSuffix(".html") && !$0.key.hasPrefix("邮件/") }
      #expect(pages.count == 12)
      for (path, bytes) in pages {
        #expect(String(decoding: bytes, as: UTF8.self).contains("内部资料，注意保存。"), "\(path)")
      }
    }
  }
}
