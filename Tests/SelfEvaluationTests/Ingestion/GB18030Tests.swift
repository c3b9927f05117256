import Testing

@testable import SelfEvaluation

@Suite("Ingestion: GB18030")
struct GB18030Tests {
  @Test(
    "legal sequences that glibc lacks",
    arguments: [
      ([0x84, 0x31, 0x82, 0x36], "\u{FE10}"), ([0x84, 0x31, 0x83, 0x35], "\u{FE19}"),
      ([0x82, 0x35, 0x90, 0x37], "\u{9FB4}"), ([0x82, 0x35, 0x91, 0x34], "\u{9FBB}"),
      ([0x81, 0x35, 0xF4, 0x37], "\u{E7C7}"), ([0xA8, 0xBC], "\u{1E3F}"), ([0xFE, 0x59], "\u{9FB4}"),
    ] as [([UInt8], String)])
  func missing(bytes: [UInt8], text: String) throws {
    let decoded = try GB18030.decode(([0x61] + bytes + [0x62])[...]).get()
    #expect(decoded == Array("a\(text)b".utf8))
  }

  @Test(
    "illegal sequences, with their place",
    arguments: [
      [0xFF], [0x81], [0x81, 0x20], [0x81, 0x30, 0x81], [0x84, 0x31, 0xA5, 0x30], [0xFE, 0x39, 0xFE, 0x39],
    ]
      as [[UInt8]])
  func illegal(bytes: [UInt8]) {
    #expect(GB18030.decode(([0x61, 0xCF, 0xEE] + bytes)[...]) == .failure(Undecodable(offset: 3)))
  }

  @Test("all of Unicode can be written and read again, but for 24 characters of private use")
  func wholeOfUnicode() throws {
    var changed: [Unicode.Scalar] = []
    for start in stride(from: UInt32(0), to: 0x110000, by: 0x1000) {
      let block = (start..<start + 0x1000).compactMap(Unicode.Scalar.init)
      let utf8 = Array(String(String.UnicodeScalarView(block)).utf8)
      let bytes = try #require(GB18030.encode(utf8))
      let back = String(decoding: try GB18030.decode(bytes[...]).get(), as: UTF8.self).scalars
      #expect(back.count == block.count)
      for (before, after) in zip(block, back) where before != after { changed.append(before) }
    }
    #expect(changed.count == 24)
    #expect(changed.allSatisfy { (0xE000...0xF8FF).contains($0.value) })
    #expect(GB18030.encode([0x61, 0xFF]) == nil)
  }
}
