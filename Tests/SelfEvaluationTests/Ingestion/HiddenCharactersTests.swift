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
}
