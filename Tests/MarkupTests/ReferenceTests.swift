// Ids and everything that points at one, or at the world outside.

import Testing

@testable import Markup

struct ReferenceTests {
  @Test func `ids have their lines`() throws {
    let document = try document(page("<p id='a'/>\n<div><p id='b&amp;c'/></div><p name='d'/>"))
    #expect(try document.ids() == ["a": 3, "b&c": 4])
  }

  @Test func `lines beyond 65,535 are counted`() throws {
    let source = "<a>" + String(repeating: "\n", count: 70_000) + "<b id='x'> </b>\n</a>"
    let document = try document(source)
    #expect(try document.ids() == ["x": 70_001])
  }

  @Test func `an id that appears twice is refused`() throws {
    let document = try document(page("<p id='a'/>\n<p id='a'/>"))
    let fault = #expect(throws: MarkupFault.self) { try document.ids() }
    #expect(
      fault
        == MarkupFault(
          kind: .duplicateID, message: "id a is on line 3 already", line: 4, document: "页.html"))
  }

  @Test(arguments: [
    ("<a href='#a'/>", ["href #a"]),
    ("<a href=''/>", ["href "]),
    ("<a href='a.html?b&amp;c=%E4%B8%AD'/>", ["href a.html?b&c=%E4%B8%AD"]),
    ("<img src='http://x/y.png' alt='url(z)'/>", ["src http://x/y.png"]),
    ("<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='#u'/>", ["href #u"]),
    ("<td headers=' a  b '/>", ["headers #a", "headers #b"]),
    ("<label for='i'/>", ["for #i"]),
    ("<svg aria-labelledby='t'><rect fill='url(#Hatched)'/></svg>", ["aria-labelledby #t", "fill #Hatched"]),
    ("<rect fill='red'/><p style='color: #123; width: calc(1px)'/>", []),
    ("<p style='background: url( \"http://x\" ), url(y)'/>", ["style http://x", "style y"]),
    ("<style>p { color: red }</style>", []),
    ("<style>@import 'http://x';</style>", ["style @import 'http://x';"]),
    ("<p style='background: \\75rl(x)'/>", ["style background: \\75rl(x)"]),
    ("<p style='background: URL(x)'/>", ["style background: URL(x)"]),
    ("<p title='a\\b (@import) url(x)'>http://x</p>", []),
  ]) func `each reference is listed`(body: String, references: [String]) throws {
    let document = try document(page("\n" + body))
    let found = document.references()
    #expect(found.map { "\($0.attribute) \($0.href)" } == references)
    #expect(found.allSatisfy { $0.line == 4 })
  }
}
