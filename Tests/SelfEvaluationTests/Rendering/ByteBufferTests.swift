// Where pages and CSV files are written, and what the bytes of a text say about it.

import Testing

@testable import SelfEvaluation

struct ByteBufferTests {
  @Test func `pieces of every kind, over many doublings`() {
    var buffer = ByteBuffer(capacity: 1)
    var text = ""
    for number in 0..<500 {
      buffer.append(literal: "甲")
      buffer.append("，")
      buffer.append(decimal: number)
      buffer.append(UInt8(ascii: ";"))
      text += "甲，\(number);"
    }
    let (bytes, written) = (buffer.bytes, buffer.text)
    #expect(bytes == Array(text.utf8))
    #expect(written == text)
  }

  @Test(arguments: [0, 9, 10, -1, 100, 12_345, -907, .max, .min])
  func `whole numbers`(number: Int) {
    var buffer = ByteBuffer()
    buffer.append(decimal: number)
    let text = buffer.text
    #expect(text == String(number))
  }

  @Test func `characters of every length`() {
    let text = "\u{0}a\u{7F}\u{80}é\u{7FF}\u{800}甲\u{FFFD}\u{10000}😀\u{10FFFF}"
    var buffer = ByteBuffer()
    for scalar in text.unicodeScalars { buffer.append(scalar: scalar) }
    let bytes = buffer.bytes
    #expect(bytes == Array(text.utf8))
  }

  @Test(
    arguments: [
      ("", []), ("产出指标，100%", []), ("a,b", .quoted), ("a\"b", [.quoted, .markup]), ("a<b", .markup),
      ("a\nb", [.quoted, .markup]), ("a\tb", [.quoted, .hidden]), ("a\u{202E}", .hidden),
      ("a\u{85}", .hidden),
      ("=1", .signed), ("甲=1", []), ("-1,5", [.signed, .quoted]), ("＝1", .signed),
      ("'a", [.signed, .markup]),
    ] as [(String, TextTraits)])
  func `one look at a text`(text: String, traits: TextTraits) {
    #expect(PageText.traits(of: text) == traits)
  }

  @Test(arguments: [
    ("甲", "甲", true), ("甲", "乙", false), ("甲", "甲乙", false), ("é", "e\u{301}", false), ("", "", true),
  ])
  func `texts and keys compare by bytes`(left: String, right: String, isSame: Bool) {
    #expect(left.isSameBytes(right) == isSame)
    #expect((ByteKey(left) == ByteKey(right)) == isSame)
    #expect(Set([ByteKey(left), ByteKey(right)]).count == (isSame ? 1 : 2))
  }
}
