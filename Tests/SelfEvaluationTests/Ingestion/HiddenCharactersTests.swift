import Testing

@testable import SelfEvaluation

@Suite("Ingestion: characters nobody can see")
struct HiddenCharactersTests {
  @Test(
    "code point, line and column",
    arguments: [
      ("项,a\u{0}b\n", Code.controlCharacter, "U+0000", 1, 4),
      ("项,内\r\n甲,\"乙\u{7F}\"\r\n", .controlCharacter, "U+007F", 2, 5),
      ("a\r乙\u{85}", .controlCharacter, "U+0085", 2, 2),
      ("项\n\u{200B}名", .invisibleCharacter, "U+200B", 2, 1),
      ("项\u{202E}名", .invisibleCharacter, "U+202E", 1, 2),
      ("“项”：…\u{FEFF}", .invisibleCharacter, "U+FEFF", 1, 6),
    ])
  func found(content: String, code: Code, name: String, line: Int, column: Int) {
    let (text, findings) = TextDecoder.decode(.of(Array(content.utf8)), index: 3)
    #expect(findings.map(\.code) == [code])
    #expect(findings.first?.message.contains(name) == true)
    guard let text, case .cell(let origin) = findings.first?.place else {
      Issue.record("no place")
      return
    }
    #expect(origin.file == 3)
    #expect(text.location(of: origin).line == line)
    #expect(text.location(of: origin).column == column)
  }

  @Test(
    "everything Unicode lets programs leave out is named, marked on pages and left out of names",
    arguments: [
      0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x202A, 0x202E, 0x2066, 0x206F,
      0x3164,
      0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0x1BCA0, 0x1D173, 0xE0001, 0xE007F, 0xE01EF,
      0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x9FFFF, 0x10FFFF,
    ] as [UInt32])
  func ignorable(value: UInt32) throws {
    let hidden = String(try #require(Unicode.Scalar(value)))
    let name = VisibleText.name(of: try #require(Unicode.Scalar(value)))
    let findings = TextDecoder.decode(.of(Array("项目\(hidden)甲".utf8)), index: 0).findings
    #expect(findings.map(\.code) == [.invisibleCharacter])
    #expect(findings.first?.message.contains(name) == true)
    #expect(PageText.visible("项目\(hidden)甲") == "项目⟨\(name)⟩甲")
    #expect(VisibleText.shown("项目\(hidden)甲") == "项目⟨\(name)⟩甲")
    #expect(Folding.key("项目\(hidden)甲") == "项目甲")
  }

  @Test("bytes are looked at closely wherever a character can be hidden")
  func mayHide() {
    for value in 0...0x10FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value), value >= 0x80 else { continue }
      guard VisibleText.isControl(scalar) || VisibleText.isInvisible(scalar) else { continue }
      let bytes = Array(String(scalar).utf8)
      if !VisibleText.mayHide(bytes[0], bytes[1]) { Issue.record("\(VisibleText.name(of: scalar))") }
      if PageText.visible(String(scalar)) == String(scalar) {
        Issue.record("\(VisibleText.name(of: scalar))")
      }
    }
  }

  @Test("ordinary text has none")
  func clean() {
    let content = "“引号”—…·￥％，\t①\u{3000}é𠮷\u{A0}\u{301}\r\n"
    #expect(TextDecoder.decode(.of(Array(content.utf8)), index: 0).findings == [])
  }

  @Test("a run counts once, and after twenty they are only counted")
  func capped() {
    let run = TextDecoder.decode(.of(Array("a\u{1}\u{2}\u{3}b".utf8)), index: 0).findings
    #expect(run.count == 1)
    let content = String(repeating: "甲\u{1}\u{61}\u{200B}\n", count: 30)
    let findings = TextDecoder.decode(.of(Array(content.utf8)), index: 0).findings
    #expect(findings.count { $0.code == .controlCharacter } == 21)
    #expect(findings.count { $0.code == .invisibleCharacter } == 21)
    #expect(findings.last?.message.contains("另有 10 处") == true)
  }

  @Test("every different character is named, also behind the twentieth and beside another")
  func named() {
    let content =
      String(repeating: "甲\u{200B}\n", count: 30) + "a\u{2067}\u{2066}\u{2067}\u{1}b\u{202E}c\u{202E}d\n"
    let findings = TextDecoder.decode(.of(Array(content.utf8)), index: 0).findings
    let messages = findings.map(\.message)
    #expect(messages.contains { $0.contains("U+2067、U+2066，") })
    #expect(messages.count { $0.contains("U+202E") } == 1 && messages.count { $0.contains("U+0001") } == 1)
    #expect(findings.count { $0.code == .invisibleCharacter } == 23)
    #expect(findings.last?.message.contains("另有 11 处") == true)
  }
}
