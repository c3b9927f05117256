import Testing

@testable import SelfEvaluation

@Suite("Ingestion: hostile bytes")
struct HostileBytesTests {
  @Test("no bytes can upset reading, and every finding can be shown", arguments: 0..<400 as Range<UInt64>)
  func anything(seed: UInt64) {
    var generator = IngestionSeed(seed)
    let file = SourceFile.of(Self.bytes(&generator))
    for forced in [nil] + TextEncoding.allCases {
      let (text, findings) = TextDecoder.decode(file, index: 0, forced: forced)
      guard let text else {
        #expect(findings.count == 1)
        continue
      }
      let (rows, faults) = CSVReader.read(text, index: 0, delimiter: CSVReader.delimiter(of: text))
      let ragged = rows.compactMap { $0.raggedness(expected: 2) }
      for finding in findings + faults + ragged {
        #expect(!finding.message.hasSuffix("。") && !finding.remedy.hasSuffix("。"))
        guard case .cell(let origin) = finding.place else { continue }
        let (line, caret) = text.excerpt(of: origin)
        #expect(!line.contains(where: \.isNewline) && caret.hasSuffix("^"))
        #expect(text.location(of: origin).column >= 1)
      }
    }
    #expect(!TextDecoder.displayName(file.bytes).unicodeScalars.contains(where: VisibleText.isControl))
  }

  @Test(
    "the numbers of rows and cells stay the same whatever line ends are used",
    arguments: 0..<50 as Range<UInt64>)
  func lineEnds(seed: UInt64) {
    var generator = IngestionSeed(seed)
    let words = ["甲", "", "\"乙,丙\"", "\"丁\"\"戊\"", "5%"]
    let rows = (0..<6).map { _ in
      (0..<3).map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }.joined(separator: ",")
    }
    let reads = ["\n", "\r\n", "\r"].map { end in
      CSVReader.read(.of(rows.joined(separator: end)), index: 0, delimiter: .comma).rows
        .map { row in ["\(row.line)"] + row.cells.map(\.text) }
    }
    #expect(reads[0] == reads[1])
    #expect(reads[0] == reads[2])
  }

  /// Some hundred bytes of everything that means something to a reader, and of everything else.
  private static func bytes(_ generator: inout IngestionSeed) -> [UInt8] {
    let pieces: [[UInt8]] = [
      [0x22], [0x22, 0x22], [0x2C], [0x09], [0x0D, 0x0A], [0x0A], [0x0D], [0x00], [0x7F], [0xFF, 0xFE],
      [0xEF, 0xBB, 0xBF],
      [0xD8, 0x00], [0x84, 0x31, 0x82, 0x36], [0xCF, 0xEE], [0x80], Array("项目".utf8), Array("\u{202E}".utf8),
      [0x35],
    ]
    let isTame = Bool.random(using: &generator)
    return (0..<Int.random(in: 0...120, using: &generator)).flatMap { _ -> [UInt8] in
      let pick = Int.random(in: 0..<(isTame ? 18 : 24), using: &generator)
      if isTame, (7...14).contains(pick) { return Array("绩效,".utf8) }
      return pick < pieces.count ? pieces[pick] : [UInt8.random(in: 0...255, using: &generator)]
    }
  }
}
