// Names of files made from data, and the addresses of them.

import Testing

@testable import SelfEvaluation

struct FileNameTests {
  @Test(arguments: [
    ("科研项目经费", "科研项目经费"), ("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j"), ("a\u{1}b\tc\u{202E}", "a_b_c_"),
    ("e\u{301}", "\u{E9}"), ("甲. . ", "甲"), ("...", "_"), ("", "_"), ("CON", "_CON"), ("con.txt", "_con.txt"),
    ("COM1", "_COM1"), ("CONTACT", "CONTACT"), ("..", "_"), ("甲\u{3000}", "甲"),
  ]) func `fit for every system`(text: String, name: String) {
    #expect(FileName.safe(text).isSameBytes(name), "\(FileName.safe(text))")
  }

  @Test func `cut at a character within the limit`() {
    #expect(FileName.safe(String(repeating: "甲", count: 40)) == String(repeating: "甲", count: 26))
    #expect(FileName.safe("👨‍👩‍👧", limit: 80).utf8.count <= 80)
    #expect(FileName.safe("abc甲", limit: 5) == "abc")
  }

  @Test(arguments: [
    ("index.html", "项目/01-甲 乙#%.html", "%E9%A1%B9%E7%9B%AE/01-%E7%94%B2%20%E4%B9%99%23%25.html"),
    ("项目/01-a.html", "index.html", "../index.html"), ("项目/01-a.html", "项目/01-a.csv", "01-a.csv"),
    ("项目/01-a.html", "d/x.csv", "../d/x.csv"),
  ]) func `addresses`(page: String, target: String, href: String) {
    #expect(Href.relative(from: page, to: target) == href)
  }

  @Test func `long and equal names keep apart and short`() throws {
    let long = String(repeating: "很长的项目名称", count: 10)
    let files = Example.base.map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
        .replacing("强制检定经费", with: long + "甲").replacing("能力提升经费", with: long + "乙")
      return SourceFile(path: file.path, bytes: Array(text.utf8))
    }
    let documents = try Renderer.render(try report(files), templates: try TemplateLibrary())
    let names = documents.filter { $0.role == .projectSheet }.map { String($0.path.dropFirst("项目/".count)) }
    #expect(Set(names).count == 4)
    #expect(names.allSatisfy { $0.utf8.count <= 80 })
    try prove(documents, try TemplateLibrary())
  }
}
