// The static check of templates: each fault with its line and column.

import Testing

@testable import SelfEvaluation

struct TemplateTests {
  @Test func `the embedded templates have no fault`() throws {
    let library = try TemplateLibrary()
    for page in PageKind.allCases { #expect(!library.schema(of: page).bytes.isEmpty) }
  }

  @Test(arguments: [
    ("{{{titel}}}", 3, "这一页没有“titel”"),
    ("{{title}}", 3, "三重花括号"),
    ("{{&title}}", 3, "请写成“{{{title}}}”"),
    ("{{{upper(title)}}}", 3, "不能使用变换"),
    ("{{% CONTENT_TYPE:TEXT}}", 3, "不能使用编译指令"),
    ("{{=<% %>=}}", 3, "不能更改分隔符"),
    ("{{<head.html}}", 3, "不能使用模板继承"),
    ("{{*title}}", 3, "不能使用动态名称"),
    ("{{> haed.html}}", 3, "没有名为“haed.html”的局部模板"),
    ("{{> index.html}}", 3, "引用了自己"),
    ("{{#results}}{{{label}}}{{{value}}}", 3, "“results”没有结束标签"),
    ("{{#results}}{{#nature}}{{/results}}{{/nature}}", 26, "交叉"),
    ("{{/results}}", 3, "没有对应的开始标签"),
    ("{{{results}}}", 3, "“results”是列表"),
    ("{{{label}}}", 3, "这一页没有“label”"),
    ("{{{title", 3, "标签没有闭合"),
    ("{{{a.b}}}", 3, "不是合法的名称"),
    ("{{{.}}}", 3, "不是合法的名称"),
  ]) func `a fault has its place`(tag: String, column: Int, message: String) throws {
    let shell = try #require(EmbeddedFiles.bytes(named: "index.html"))
    let text = String(decoding: shell, as: UTF8.self)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).count
    let faults = faults(["index.html": text + "<!\(tag)"])
    let first = try #require(faults.first { $0.message.contains(message) }, "\(faults)")
    #expect(first.file == "index.html" && first.line == line && first.column == column, "\(first)")
  }

  @Test(arguments: ["assumption", "nature", "digest", "sheets", "rubric"])
  func `a required name must stand somewhere`(name: String) throws {
    var changed: [String: String] = [:]
    for file in ["index.html", "banner.html", "foot.html", "head.html"] {
      let text = String(decoding: try #require(EmbeddedFiles.bytes(named: file)), as: UTF8.self)
      changed[file] = text.replacing("{{{\(name)}}}", with: "").replacing("{{#\(name)}}", with: "")
        .replacing("{{/\(name)}}", with: "")
    }
    let faults = faults(changed)
    #expect(
      faults.contains { $0.message.contains("缺少必须出现的“\(name)”") && $0.file == "index.html" }, "\(faults)")
  }

  @Test func `files that are no template, or no UTF-8, or break XML`() {
    #expect(faults(["idnex.html": ""]).first?.message.contains("不是模板文件") == true)
    #expect(faults(["README.md": "", "rubrics/x.csv": ""]) == [])
    #expect(faults(["style.css": "a{}\n b & c"]).map { "\($0.line):\($0.column)" } == ["2:4"])
    #expect(throws: TemplateFaults.self) { try TemplateLibrary(overrides: ["head.html": [0xFF]]) }
  }

  @Test func `a fault in a partial is told once`() {
    #expect(faults(["foot.html": "{{{nix}}}"]).filter { $0.message.contains("“nix”") }.count == 1)
  }

  @Test func `a value without a name, and a name without a value, are refused`() throws {
    let library = try TemplateLibrary()
    #expect(throws: TemplateFaults.self) { try library.render(.findings, ["title": .text("甲")]) }
    let report = try report()
    var values = PageFrame(report, OutputPaths(report)).values(title: "甲", page: "问题清单.html")
    values["summary"] = .text("乙")
    values["table"] = .text("丙")
    #expect(throws: Never.self) { try library.render(.findings, values) }
    values["extra"] = .text("丁")
    #expect(throws: TemplateFaults.self) { try library.render(.findings, values) }
  }

  @Test(arguments: PageKind.allCases) func `names in a list do not hide outer ones`(page: PageKind) {
    let outer = Set(page.names.map(\.name))
    #expect(outer.count == page.names.count)
    for name in page.names {
      guard case .list(let items) = name.kind else { continue }
      #expect(outer.isDisjoint(with: items.map(\.name)), "\(name.name)")
    }
  }

  private func faults(_ overrides: [String: String]) -> [TemplateFault] {
    do {
      _ = try TemplateLibrary(overrides: overrides.mapValues { Array($0.utf8) })
      return []
    } catch { return error.faults }
  }
}
