import Testing

@testable import SelfEvaluation

@Suite("Ingestion: encodings")
struct TextDecoderTests {
  static let sample = "项目名称,一级指标\r\n科研项目经费,产出指标\r\n"
  /// `项,内容` CR LF `单位,局` in GB 2312, byte by byte.
  static let gb2312: [UInt8] = [
    0xCF, 0xEE, 0x2C, 0xC4, 0xDA, 0xC8, 0xDD, 0x0D, 0x0A, 0xB5, 0xA5, 0xCE, 0xBB, 0x2C, 0xBE, 0xD6,
  ]

  @Test(
    "every encoding is recognised without a flag",
    arguments: [
      (Array(sample.utf8), TextEncoding.utf8),
      ([0xEF, 0xBB, 0xBF] + sample.utf8, .utf8BOM),
      ([0xFF, 0xFE] + sample.utf16Bytes(.little), .utf16LE),
      ([0xFE, 0xFF] + sample.utf16Bytes(.big), .utf16BE),
      (sample.utf16Bytes(.little), .utf16LE),
      (sample.utf16Bytes(.big), .utf16BE),
      (GB18030.encode(Array(sample.utf8)) ?? [], .gb18030),
      ([0x84, 0x31, 0x95, 0x33] + (GB18030.encode(Array(sample.utf8)) ?? []), .gb18030),
    ])
  func recognised(bytes: [UInt8], encoding: TextEncoding) {
    let (text, findings) = TextDecoder.decode(.of(bytes), index: 0)
    #expect(text?.encoding == encoding)
    #expect(text.map { String(decoding: $0.text, as: UTF8.self) } == Self.sample)
    #expect(findings == [])
  }

  @Test("GB 2312 byte by byte, and € as Windows writes it")
  func literalBytes() {
    let plain = TextDecoder.decode(.of(Self.gb2312), index: 0).text
    #expect(plain?.text == Array("项,内容\r\n单位,局".utf8))
    #expect(plain?.encoding == .gb18030)
    let euro = TextDecoder.decode(.of(Self.gb2312 + [0x80, 0x35]), index: 0).text
    #expect(euro?.text == Array("项,内容\r\n单位,局€5".utf8))
    #expect(euro?.encoding == .cp936)
  }

  @Test("hanzi beyond the basic plane and U+4E00, whose low byte is NUL")
  func unusualUTF16() {
    for order in [UTF16Text.ByteOrder.little, .big] {
      let content = "一级指标,一,𠮷\n一一一,丁,\u{10FFFF}\n"
      #expect(TextDecoder.decode(.of(content.utf16Bytes(order)), index: 0).text?.text == Array(content.utf8))
    }
    #expect(UTF16Text.order(guessedFrom: "AB12".utf16Bytes(.big)) == .big)
    #expect(UTF16Text.order(guessedFrom: [0x41, 0x00, 0x2C, 0x42, 0x0A, 0x43]) == nil)
  }

  @Test(
    "files that no encoding fits are refused with the place",
    arguments: [
      (gb2312 + [0x81], nil, "第 2 行（偏移 16）的字节 0x81 不合 GB18030"),
      (
        Array("项目,内容\n一二三四五,".utf8) + [0xE4, 0xB8, 0x0A], nil,
        "文件应为 UTF-8，但第 2 行（偏移 30）的字节 0xE4 0xB8 不合 UTF-8"
      ),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xC0, 0x80], nil, "字节序标记说明文件是 UTF-8-BOM，但第 1 行（偏移 4）的字节 0xC0 0x80"),
      ([0xEF, 0xBB, 0xBF, 0xED, 0xA0, 0x80], nil, "（偏移 3）的字节 0xED 0xA0"),
      ([0xFF, 0xFE] + "甲\r\n乙".utf16Bytes(.little) + [0x31], nil, "UTF-16 的字节数应为偶数，实为 11"),
      (
        [0xFE, 0xFF] + "甲\r\n".utf16Bytes(.big) + [0xD8, 0x00, 0x00, 0x41], nil,
        "第 2 行（偏移 8）的字节 0xD8 0x00 是不成对的代理项"
      ),
      (gb2312, .utf8, "按 --encoding 指定的 UTF-8 读不通：第 1 行（偏移 0）的字节 0xCF 0xEE"),
      ([0xEF, 0xBB, 0xBF, 0x61], .gb18030, "--encoding 指定了 GB18030，而 targets.csv 开头的字节序标记是 UTF-8-BOM 的"),
    ] as [([UInt8], TextEncoding?, String)])
  func refused(bytes: [UInt8], forced: TextEncoding?, message: String) {
    let (text, findings) = TextDecoder.decode(.of(bytes), index: 0, forced: forced)
    #expect(text == nil)
    #expect(findings.map(\.code) == [.undeterminableEncoding])
    #expect(findings.first?.message.contains(message) == true, "\(findings.map(\.message))")
  }

  @Test("a forced encoding is used, with or without its mark")
  func forced() {
    let bytes: [UInt8] = [0xC2, 0xE9]  // 麻 in GB18030; not UTF-8
    #expect(TextDecoder.decode(.of(bytes), index: 0, forced: .gb18030).text?.text == Array("麻".utf8))
    let marked = TextDecoder.decode(.of([0xEF, 0xBB, 0xBF, 0x61]), index: 0, forced: .utf8).text
    #expect(marked?.text == [0x61])
    #expect(marked?.encoding == .utf8BOM)
  }

  @Test(
    "workbooks and other formats are named",
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14] + Array("[Content_Types].xml".utf8), "Excel 工作簿（xlsx）"),
      (
        [0x50, 0x4B, 0x03, 0x04] + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
        "（ods）"
      ),
      ([0x50, 0x4B, 0x03, 0x04, 0x00], "压缩文件（zip）"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "（xls、et）"),
      (Array("%PDF-1.7".utf8), "PDF 文档"),
      ([0xEF, 0xBB, 0xBF] + Array("\r\n<HTML xmlns:x=\"urn\">".utf8), "（HTML 或 XML）"),
    ] as [([UInt8], String)])
  func foreign(bytes: [UInt8], name: String) {
    for forced in [nil, TextEncoding.gb18030] {
      let (text, findings) = TextDecoder.decode(.of(bytes), index: 0, forced: forced)
      #expect(text == nil)
      #expect(findings.map(\.code) == [.spreadsheetFile])
      #expect(findings.first?.message.contains(name) == true)
    }
  }

  @Test(
    "empty files",
    arguments: [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], Array("\r\n \t\u{3000}\n".utf8)] as [[UInt8]])
  func empty(bytes: [UInt8]) {
    let (text, findings) = TextDecoder.decode(.of(bytes), index: 0)
    #expect(text == nil)
    #expect(findings.map(\.code) == [.emptyFile])
  }

  @Test("a file above the limit is not read")
  func tooLarge() {
    let file = SourceFile.of([UInt8](repeating: 0x61, count: TextDecoder.maximumSize + 1))
    #expect(TextDecoder.decode(file, index: 0).findings.map(\.code) == [.limitExceeded])
  }

  @Test(
    "file names of any bytes",
    arguments: [
      (Array("actuals/科研.csv".utf8), "actuals/科研.csv"),
      (Array("填报/".utf8) + [0xCF, 0xEE, 0x2E, 0x63, 0x73, 0x76], "填报/项.csv"),
      ([0x61, 0xFF, 0x0A], "a\\xFF\\x0A"),
      (Array("a\u{1B}[31m\u{202E}b".utf8), "a␛[31m⟨U+202E⟩b"),
    ])
  func displayNames(bytes: [UInt8], shown: String) {
    #expect(TextDecoder.displayName(bytes) == shown)
  }
}
