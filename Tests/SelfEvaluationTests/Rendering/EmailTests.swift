// The summary and its message: what stands in them, how it is encoded, and that nothing can be smuggled in.

import Foundation
import Testing

@testable import SelfEvaluation

struct EmailTests {
  private func message(_ subject: String = "甲", attachments: [EmailMessage.Attachment] = []) throws -> [UInt8]
  {
    EmailMessage(
      subject: subject, date: try #require(Day(year: 2024, month: 1, day: 15)), text: Array("文".utf8),
      html: Array("<p>文</p>".utf8), attachments: attachments
    ).bytes()
  }

  private func envelope(_ name: String = "") throws -> EmailEnvelope {
    EmailEnvelope(
      from: try EmailAddress("财务部 <cw@example.cn>"), to: [try EmailAddress("\(name) <to@example.cn>")],
      bcc: [try EmailAddress("secret@example.cn")])
  }

  /// Names of the header's fields, in order.
  private func fields(_ message: [UInt8]) -> [String] {
    String(decoding: message, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0].components(
      separatedBy: "\r\n"
    )
    .filter { !$0.hasPrefix(" ") }.map { String($0.prefix { $0 != ":" }) }
  }

  // Encodings.

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy"),
  ]) func `base64 of RFC 4648`(text: String, encoded: String) {
    #expect(Base64.text(Array(text.utf8)) == encoded)
  }

  @Test func `base64 agrees with Foundation, in lines of 76`() throws {
    var generator = SeededGenerator(seed: 5)
    for count in [0, 1, 56, 57, 58, 113, 114, 115, 1000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      var text: [UInt8] = []
      Base64.appendLines(bytes, to: &text)
      let lines = String(decoding: text, as: UTF8.self)
      #expect(lines.isEmpty == bytes.isEmpty && (bytes.isEmpty || lines.hasSuffix("\r\n")))
      #expect(lines.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 })
      #expect(lines.replacing("\r\n", with: "") == Data(bytes).base64EncodedString())
    }
  }

  @Test(arguments: [
    ((2024, 1, 15), "Mon, 15 Jan 2024 00:00:00 +0800"), ((2024, 2, 29), "Thu, 29 Feb 2024 00:00:00 +0800"),
    ((2000, 1, 1), "Sat, 01 Jan 2000 00:00:00 +0800"), ((1999, 12, 31), "Fri, 31 Dec 1999 00:00:00 +0800"),
  ]) func `the date of RFC 5322`(day: (Int, Int, Int), text: String) throws {
    #expect(EmailHeader.date(try #require(Day(year: day.0, month: day.1, day: day.2))) == text)
  }

  @Test func `headers are short lines of ASCII`() throws {
    let long = String(repeating: "部门整体绩效自评价", count: 20)
    for field in [
      EmailHeader.text("Subject", long), EmailHeader.text("Subject", String(repeating: "a ", count: 90)),
      EmailHeader.addresses("To", try (0..<40).map { try EmailAddress("张三\($0) <a\($0)@example.cn>") }),
      EmailHeader.parameters("Content-Disposition", "attachment", [("filename", long + ".csv")]),
    ] {
      #expect(field.hasSuffix("\r\n") && field.utf8.allSatisfy { $0 < 0x7F })
      #expect(field.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 }, "\(field)")
    }
    #expect(EmailHeader.text("Subject", "Plain text") == "Subject: Plain text\r\n")
    #expect(EmailHeader.text("Subject", "a =?UTF-8?Q?b?=").contains("=?UTF-8?B?"))
    #expect(
      EmailHeader.parameters("Content-Disposition", "attachment", [("filename", "表.csv")])
        == "Content-Disposition: attachment; filename*=UTF-8''%E8%A1%A8.csv\r\n")
  }

  @Test func `encoded words hold whole characters`() throws {
    let text = "甲a乙𠮷" + String(repeating: "丙é", count: 40)
    let words = EmailHeader.encodedWords(text, first: 40)
    let decoded = try words.map { word in
      #expect(word.utf8.count <= 75)
      let data = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
      return try #require(String(data: data, encoding: .utf8))
    }
    #expect(decoded.joined() == text && words[0].utf8.count <= 40)
  }

  // Addresses.

  @Test(arguments: [
    ("a@b.cn", "", "a@b.cn"), (" 张三 <zhang.san+x@mail.example.cn> ", "张三", "zhang.san+x@mail.example.cn"),
    ("<a@b>", "", "a@b"), ("Li Si<li@example.cn>", "Li Si", "li@example.cn"),
    ("a_b-c@1.example.cn", "", "a_b-c@1.example.cn"),
  ]) func `addresses`(text: String, name: String, address: String) throws {
    let read = try EmailAddress(text)
    #expect(read.name == name && read.address == address)
  }

  @Test(arguments: [
    "", "a", "@b", "a@", "a@b@c", "a b@c.cn", "a@b..cn", ".a@b.cn", "a.@b.cn", "a..b@c.cn", "a@-b.cn",
    "a@b-.cn", "a@b_c.cn",
    "a@[127.0.0.1]", "\"a b\"@c.cn", "张三@例子.中国", "a@b.cn, c@d.cn", "a@b.cn;c@d.cn", "a@b.cn\r\nBcc: c@d.cn",
    "a\0@b.cn",
    "张,三 <a@b.cn>", "张\n三 <a@b.cn>", "<b@c.cn> <a@b.cn>", "\"张三\" <a@b.cn>", "张三 <a@b.cn", "张三 a@b.cn>",
    "(甲) <a@b.cn>",
    "a\u{202E}b <a@b.cn>", "=?UTF-8?B?YQ==?= <a@b.cn>", "=?UTF-8?B?YQ==?=@b.cn", "a<>@b.cn", "a@b.cn>",
    String(repeating: "a", count: 65) + "@b.cn", "a@" + String(repeating: "b", count: 64) + ".cn",
  ]) func `what is no address is refused`(text: String) {
    #expect(throws: EmailFault.self) { try EmailAddress(text) }
  }

  // Injection.

  static let hostile: [String] = [
    "a\r\nBcc: evil@example.cn", "a\nBcc: evil@example.cn", "a\rBcc: x", "a\r\n\r\nbody", "a\0b",
    "a\u{B}X: 1",
    "a\u{C}X: 1", "a\u{85}X: 1", "a\u{2028}Bcc: x", "a\u{2029}Bcc: x", "a\u{202E}b", "a\u{200B}b",
    "a\u{FEFF}b", "\r\n",
    "a\r\n Bcc: x", "a\r\n\tBcc: x", "=?UTF-8?B?DQpCY2M6IHg=?=", "=?UTF-8?Q?=0D=0ABcc:?=",
    "a\" <x@y.cn>, \"b", "a, x@y.cn",
    "<x@y.cn>", "a <x@y.cn>", "a; x@y.cn", "a\\\"", "a (b", "a: b;", "--jixiao-mixed-", "boundary=\"x\"",
    "Subject: x",
    "Content-Type: text/html", "\u{1B}[31m", "a%0D%0ABcc: x", "\u{7F}", String(repeating: "甲", count: 500),
  ]

  @Test(arguments: hostile) func `nothing adds a field or a part`(text: String) throws {
    let plain = try #require(EmailDraft(try message())).addressed(try envelope(), on: try day())
    let parts = String(decoding: plain, as: UTF8.self).components(separatedBy: "\r\n--jixiao-").count
    // A subject made from data: shown, whatever it is. A subject and a name that were typed: refused or harmless.
    var made = [try #require(EmailDraft(try message(text))).addressed(try envelope(), on: try day())]
    let draft = try #require(EmailDraft(try message()))
    if let typed = try? draft.addressed(try envelope(), on: try day(), subject: text) { made.append(typed) }
    if let named = try? draft.addressed(try envelope(text), on: try day()) { made.append(named) }
    for message in made {
      #expect(fields(message) == fields(plain))
      #expect(
        String(decoding: message, as: UTF8.self).components(separatedBy: "\r\n--jixiao-").count == parts)
      #expect(!String(decoding: message, as: UTF8.self).contains("secret@"))
      #expect(
        String(decoding: message, as: UTF8.self).components(separatedBy: "\r\n").allSatisfy {
          $0.utf8.count <= 76
        })
    }
    let attached = try self.message(attachments: [
      EmailMessage.Attachment(path: "项目/\(text).csv", format: .csv, encoding: .utf8BOM, bytes: [1])
    ])
    #expect(fields(attached) == ["Date", "Subject", "MIME-Version", "Content-Type", "Message-ID"])
  }

  private func day() throws -> Day { try #require(Day(year: 2024, month: 1, day: 20)) }

  // The draft and what becomes of it.

  @Test func `addresses are put on, and may be put on again`() throws {
    let draft = try #require(EmailDraft(try message()))
    let first = try draft.addressed(try envelope("张三"), on: try day())
    #expect(fields(first) == ["From", "To", "Date", "Subject", "MIME-Version", "Content-Type", "Message-ID"])
    let again = try #require(EmailDraft(first)).addressed(try envelope("张三"), on: try day())
    #expect(first == again)
    let other = try #require(EmailDraft(first)).addressed(try envelope("李四"), on: try day(), subject: "乙")
    #expect(fields(other).count == fields(first).count && other != first)
    #expect(EmailDraft(Array("Subject: x\r\n\r\n".utf8)) == nil && EmailDraft([]) == nil)
    #expect(EmailDraft(Array(first.dropLast(first.count - 100))) == nil)
  }

  @Test func `recipients are counted once`() throws {
    let envelope = EmailEnvelope(
      from: try EmailAddress("a@b.cn"), to: [try EmailAddress("x@y.cn"), try EmailAddress("甲 <X@y.cn>")],
      cc: [try EmailAddress("z@y.cn")], bcc: [try EmailAddress("x@Y.cn"), try EmailAddress("w@y.cn")])
    #expect(envelope.recipients == ["x@y.cn", "z@y.cn", "w@y.cn"])
  }

  // The content.

  @Test(arguments: [Period.year, .half]) func `the sample's summary`(period: Period) throws {
    let report = try report(try sample(), period)
    let documents = try Renderer.render(report, templates: try TemplateLibrary())
    let page = try documents.at("邮件/摘要.html")
    #expect(page.bytes.count < 60_000)
    let text = try documents.text("邮件/摘要.html")
    let plain = String(
      decoding: EmailText(summary: EmailSummary(report, paths: OutputPaths(report))).bytes(), as: UTF8.self)
    let words =
      period == .year
      ? ["94.80", "优", "86.78%", "履职", "申报省部级科研项目数", "原因：", "措施："]
      : ["红灯", "黄灯", "33.86%", "蓝灯", "下半年"]
    for word in words + ["示例数据", "江苏省未见正式的自评权重规定", "下一步"] {
      #expect(text.contains(word) && plain.contains(word), "\(word)")
    }
    #expect(
      !text.contains("rowspan") && !text.contains("<a ") && !text.contains("<style") && !text.contains("<svg")
    )
    if period == .half { #expect(!plain.contains("失分")) }
    let again = try Renderer.render(report, templates: try TemplateLibrary())
    #expect(try again.at("邮件/摘要.eml").bytes == documents.at("邮件/摘要.eml").bytes)
  }

  @Test func `a summary stays short whatever the texts are`() throws {
    let long = String(repeating: "很长的文字<&>", count: 3000)
    let files = Example(
      .replace("unit.csv", "示例检验所", with: long),
      .replace("actuals.csv", "520元/人/天,,,", with: "520元/人/天,,\(long),\(long)")
    ).files
    let report = try report(files)
    let documents = try Renderer.render(report, templates: try TemplateLibrary())
    #expect(try documents.at("邮件/摘要.html").bytes.count < 60_000)
    try prove(documents, try TemplateLibrary())
  }

  @Test func `one mail for each project with an address`() throws {
    let files = Example(
      .write("projects.csv", "项目名称,项目负责人,邮箱\n强制检定经费,王工,a@b.cn；c@d.cn\n能力提升经费,\"赵,工\",e@f.cn\n")
    ).files
    let outcome = Pipeline.examine(files, options: try Repository.options())
    let batch = try ProjectEmail.batch(outcome, on: try day(), sheets: [])
    #expect(batch.faults == [] && batch.silent == [])
    #expect(batch.mails.map { $0.to.map(\.text) } == [["a@b.cn", "c@d.cn"], ["e@f.cn"]])
    #expect(batch.mails.map(\.fileName) == ["01-强制检定经费.eml", "02-能力提升经费.eml"])
    let none = Pipeline.examine(Example.base, options: try Repository.options())
    #expect(try ProjectEmail.batch(none, on: try day(), sheets: []).silent == ["强制检定经费", "能力提升经费"])
  }
}
