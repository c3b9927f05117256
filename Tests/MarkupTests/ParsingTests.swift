// Which bytes are a document, and what is said of those that are not.

import Testing

@testable import Markup

struct ParsingTests {
  struct Broken: Sendable, CustomTestStringConvertible {
    let source: String
    let line: Int
    let message: String
    var kind = MarkupFault.Kind.notWellFormed
    var testDescription: String { source }
  }

  static let broken = [
    Broken(source: "", line: 1, message: "Document is empty"),
    Broken(source: "<a>\n<b>\n</a>", line: 3, message: "Opening and ending tag mismatch: b line 2 and a"),
    Broken(source: "<a>\n\n<b x='1' x='2'/></a>", line: 3, message: "Attribute x redefined"),
    Broken(source: "<a>\nbed & breakfast</a>", line: 2, message: "xmlParseEntityRef: no name"),
    Broken(source: "<a>\n&nbsp;</a>", line: 2, message: "Entity 'nbsp' not defined"),
    Broken(source: "<a>\n<p:b/></a>", line: 2, message: "Namespace prefix p on b is not defined"),
    Broken(source: "<a/>\n<b/>", line: 2, message: "Extra content at the end of the document"),
    Broken(source: "<a>\n\u{1}</a>", line: 2, message: "PCDATA invalid Char value 1"),
    Broken(source: "<p>\n<br>\n</p>", line: 3, message: "Opening and ending tag mismatch: br line 2 and p"),
  ]

  @Test(arguments: broken) func `a broken document is refused with its line`(broken: Broken) {
    let fault = #expect(throws: MarkupFault.self) { _ = try document(broken.source) }
    #expect(
      fault
        == MarkupFault(kind: broken.kind, message: broken.message, line: broken.line, document: "页.html"))
  }

  @Test(arguments: [
    "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE html [<!ENTITY a \"b\">]>",
    "<!DOCTYPE html [<!ENTITY % p SYSTEM \"http://127.0.0.1/x\"> %p;]>",
    "<!DOCTYPE html [<!-- nothing -->]>",
    "<!DOCTYPE html []>",
    "<!DOCTYPE html SYSTEM \"x.dtd\">",
    "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x.dtd\">",
    "<!DOCTYPE table>",
  ]) func `a document type that declares anything is refused`(documentType: String) {
    let source = page("<p>&x;</p>", documentType: documentType)
    let fault = #expect(throws: MarkupFault.self) { _ = try document(source) }
    #expect(fault?.kind == .internalSubset)
    #expect(fault?.line == 1)
  }

  @Test func `entities that multiply are refused before one is declared`() {
    let entities = (1...9).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }
    let documentType = "\n\n<!DOCTYPE html [<!ENTITY e0 \"x\">\(entities.joined())]>"
    let fault = #expect(throws: MarkupFault.self) {
      _ = try document(page("&e9;", documentType: documentType))
    }
    #expect(fault?.kind == .internalSubset)
    #expect(fault?.line == 3)
  }

  @Test(arguments: [
    "", "\u{FEFF}", "<?xml version=\"1.0\"?>\n", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
  ])
  func `a sound document is taken`(start: String) throws {
    let document = try document(start + page("<p>甲</p>"))
    #expect(document.root?.text.contains("甲") == true)
  }

  @Test func `a document without document type is taken`() throws {
    let document = try document("<a>甲</a>")
    #expect(document.root?.text == "甲")
  }

  @Test(
    arguments: [
      [0xFE, 0xFF, 0x00, 0x3C, 0x00, 0x61], [0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00], [0x3C, 0x00, 0x61, 0x00],
      Array("<?xml version='1.0' encoding='GB18030'?><a>".utf8) + [0xB1, 0xED] + Array("</a>".utf8),
      Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8),
    ] as [[UInt8]])
  func `what is not UTF-8 is refused`(bytes: [UInt8]) {
    let fault = #expect(throws: MarkupFault.self) { _ = try Document(parsing: bytes, name: "x") }
    #expect(fault?.kind == .notWellFormed)
  }

  @Test func `depth has a limit`() {
    let source = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    let fault = #expect(throws: MarkupFault.self) { _ = try document(source) }
    #expect(fault?.message.hasPrefix("Excessive depth in document") == true)
  }

  @Test func `a fault reads like a compiler's`() {
    let fault = MarkupFault(kind: .table, message: "too wide", line: 3, document: "a.html")
    #expect("\(fault)" == "a.html:3: too wide")
  }
}
