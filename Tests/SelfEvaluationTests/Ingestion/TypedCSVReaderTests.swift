import Foundation
import Testing

@testable import SelfEvaluation

@Suite("Ingestion: typed CSV")
struct TypedCSVReaderTests {
  /// A row as read: texts, and decimals as they are written without trailing zeros.
  struct Row: Equatable {
    var texts: [String]
    var decimals: [String?]
  }

  /// Bytes handed out in pieces.
  final class Pieces {
    private var rest: ArraySlice<UInt8>
    private let size: Int

    init(_ bytes: [UInt8], size: Int) { (rest, self.size) = (bytes[...], size) }

    func next(_ room: inout OutputSpan<UInt8>) {
      for byte in rest.prefix(min(size, room.freeCapacity)) { room.append(byte) }
      rest = rest.dropFirst(room.count)
    }
  }

  static let columns: [TypedCSVReader.Column] = [
    .init("名称", .text), .init("预算", .decimal), .init("执行", .decimal),
  ]

  static func read(
    _ bytes: [UInt8], window: Int = 1 << 20, piece: Int = .max, columns: [TypedCSVReader.Column] = columns
  ) throws -> [Row] {
    let pieces = Pieces(bytes, size: piece)
    var reader = try TypedCSVReader(columns: columns, window: window, source: { pieces.next(&$0) })
    var rows: [Row] = []
    while try reader.next() {
      var row = Row(texts: [], decimals: [])
      for (place, column) in columns.enumerated() {
        switch column.kind {
        case .text:
          row.texts.append(reader.text(place))
          #expect(reader.byteCount(place) == reader.text(place).utf8.count)
        case .decimal: row.decimals.append(reader.decimal(place)?.text)
        }
      }
      rows.append(row)
    }
    return rows
  }

  static func fault(_ bytes: [UInt8], window: Int = 1 << 20) -> TypedCSVFault? {
    do {
      _ = try read(bytes, window: window)
      return nil
    } catch {
      return error as? TypedCSVFault
    }
  }

  @Test(
    "columns by heading, others passed over, quotes, signs, empty cells, with and without byte-order mark")
  func rows() throws {
    let text = "执行,备注,\"名称\",预算\r\n-1.50,x,\"甲\r\n\"\"乙\"\",丙\",\"0.000001\"\r\n+3,,丁,\n,\"y,z\",,007.10\r"
    let expected = [
      Row(texts: ["甲\r\n\"乙\",丙"], decimals: ["0.000001", "-1.5"]),
      Row(texts: ["丁"], decimals: [nil, "3"]), Row(texts: [""], decimals: ["7.1", nil]),
    ]
    #expect(try Self.read(Array(text.utf8)) == expected)
    #expect(try Self.read([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == expected)
    #expect(try Self.read(Array(text.utf8.dropLast())) == expected)
  }

  @Test("the same rows wherever the window ends and however the bytes come")
  func windows() throws {
    let head = "名称,预算,执行\r\n"
    let body = "甲,1.25,\r\n\"乙\r\n\",-3,4\r\n\"“\"\"”\",5,6\n丁（第1号）x,70.000000,0.5\r\n戊,1,2\r己,3,4"
    let bytes = Array((head + body).utf8)
    let expected = try Self.read(bytes)
    #expect(expected.count == 6)
    // The longest row has 28 bytes.
    for window in 40...bytes.count + 2 {
      for piece in [1, 3, 7, Int.max] {
        #expect(try Self.read(bytes, window: window, piece: piece) == expected, "\(window), \(piece)")
        #expect(
          try Self.read([0xEF, 0xBB, 0xBF] + bytes, window: window, piece: piece) == expected,
          "\(window), \(piece), mark")
      }
    }
  }

  @Test("every length of a cell across every place of a small window")
  func everyBoundary() throws {
    for length in 0..<80 {
      let name = String(repeating: "绩", count: length / 3) + String(repeating: "a", count: length % 3)
      let text = "名称,预算,执行\n\(name),1,2\n\"\(name)\"\"\",-0.25,3\n\(name),,\n"
      let expected = [
        Row(texts: [name], decimals: ["1", "2"]), Row(texts: [name + "\""], decimals: ["-0.25", "3"]),
        Row(texts: [name], decimals: [nil, nil]),
      ]
      for window in [96, 97, 128, 129, 1 << 20] {
        #expect(try Self.read(Array(text.utf8), window: window) == expected, "\(length), \(window)")
      }
    }
  }

  @Test(
    "what ends the reading, and where",
    arguments: [
      ("", .heading, 1, 1, "文件是空的"),
      ("名称,预算\n", .heading, 1, 1, "没有“执行”列，实有：名称、预算"),
      ("名称,预算,执行,预算\n", .heading, 1, 10, "2 个“预算”列"),
      ("名称,预算,执行\n甲,1\n", .cellCount, 2, 1, "2 个单元格，标题行有 3 个"),
      ("名称,预算,执行\n甲,1,2,3\n", .cellCount, 2, 1, "4 个单元格"),
      ("名称,预算,执行\n\n", .cellCount, 2, 1, "1 个单元格"),
      ("名称,预算,执行\n甲,1,2\n乙乙,1,x\n", .notDecimal, 3, 6, "“执行”的“x”不是规范的数字"),
      ("名称,预算,执行\n\"甲\r\n乙\",1.,2\n", .notDecimal, 3, 4, "“1.”"),
      ("名称,预算,执行\n甲,1.0000001,2\n", .unrepresentable, 2, 3, "超出可精确计算的范围"),
      ("名称,预算,执行\n甲,9223372036854.775808,2\n", .unrepresentable, 2, 3, "超出"),
      ("名称,预算,执行\n甲,1,99999999999999999999999\n", .unrepresentable, 2, 5, "超出"),
      ("名称,预算,执行\n甲\"x,1,2\n", .quotes, 2, 2, "中间却有英文双引号"),
      ("名称,预算,执行\n甲,1,2\n\"乙\"x,1,2\n", .quotes, 3, 4, "结束引号之后还有内容"),
      ("名称,预算,执行\n甲,1,2\n\"乙,1,2\n", .quotes, 3, 1, "没有配对的结束引号"),
    ] as [(String, TypedCSVFault.Kind, Int, Int, String)])
  func faults(text: String, kind: TypedCSVFault.Kind, line: Int, column: Int, words: String) throws {
    let fault = try #require(Self.fault(Array(text.utf8)))
    #expect(fault.kind == kind)
    #expect((fault.line, fault.column) == (line, column))
    #expect(fault.message.contains(words), "\(fault)")
    #expect(!fault.message.hasSuffix("。"))
  }

  @Test("lines are counted over the edges of windows")
  func linesAcrossWindows() throws {
    let rows = (0..<500).map { "\"甲\($0)\r\n乙\",1.5,2\r\n" }.joined()
    let fault = try #require(Self.fault(Array(("名称,预算,执行\r\n" + rows + "丙,1,2。5\r\n").utf8), window: 64))
    #expect((fault.kind, fault.line, fault.column) == (.notDecimal, 1002, 5))
    #expect(fault.description.hasPrefix("第1002行第5列：“执行”的“2。5”"))
  }

  @Test("bytes that are not UTF-8, with the place of the first")
  func encodings() throws {
    let head = Array("名称,预算,执行\n".utf8)
    let cases: [(bytes: [UInt8], line: Int, column: Int)] = [
      (head + Array("甲".utf8) + [0xBC, 0xA8] + Array(",1,2\n".utf8), 2, 2),
      // Overlong, surrogate, beyond Unicode, cut: none may slip through the quick loop.
      (head + [0xE0, 0x80, 0x80] + Array("甲乙丙丁戊,1,2\n".utf8), 2, 1),
      (head + Array("甲乙丙".utf8) + [0xED, 0xA0, 0x80] + Array("丁戊,1,2\n".utf8), 2, 4),
      (head + Array("\"甲\n乙".utf8) + [0xF5, 0x80, 0x80, 0x80] + Array("丙丁戊\",1,2\n".utf8), 3, 2),
      (head + Array("甲乙丙丁戊".utf8) + [0xE7, 0xBB] + Array(",1,2\n己,1,2\n".utf8), 2, 6),
      ([0xC3, 0xFB, 0xB3, 0xC6] + head, 1, 1),
    ]
    for (bytes, line, column) in cases {
      let fault = try #require(Self.fault(bytes))
      #expect((fault.kind, fault.line, fault.column) == (.encoding, line, column))
    }
    let legal = "é甲😀—～ࠀ퟿豈乙丙丁ab"
    #expect(try Self.read(head + Array("\(legal),1,2\n".utf8)).first?.texts == [legal])
  }

  @Test("a row longer than the window is refused, one as long is not")
  func longRows() throws {
    func table(_ length: Int) -> [UInt8] {
      Array(("名称,预算,执行\n甲,1,2\n" + String(repeating: "a", count: length - 5) + ",1,2\n乙,1,2\n").utf8)
    }
    #expect(try Self.read(table(64), window: 64).count == 3)
    let fault = try #require(Self.fault(table(65), window: 64))
    #expect((fault.kind, fault.line) == (.rowTooLong, 3))
    // An open quote over many rows does not make the window grow either.
    let open = "名称,预算,执行\n\"甲,1,2\n" + String(repeating: "乙,1,2\n", count: 1000)
    #expect(Self.fault(Array(open.utf8), window: 256)?.kind == .rowTooLong)
  }

  @Test("what the source throws comes through")
  func sourceFaults() {
    struct Broken: Error {}
    #expect(throws: Broken.self) {
      _ = try TypedCSVReader(columns: Self.columns, source: { _ in throw Broken() })
    }
  }

  /// Python's csv and Decimal on a generated table: quotes, line breaks, signs, empty cells.
  @Test("the same values as Python's csv and Decimal")
  func asPython() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "jixiao-typed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (table, rows) = (folder.appending(path: "t.csv"), folder.appending(path: "rows"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", Repository.root.appending(path: "Tests/Benchmarks/generate_table.py").path, table.path,
      "--mebibytes", "1", "--seed", "11", "--rows-to", rows.path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let columns: [TypedCSVReader.Column] =
      ["单位编码", "单位名称", "项目名称", "三级指标"].map { .init($0, .text) }
      + ["年初预算数", "全年预算数", "全年执行数", "目标值", "完成值"].map { .init($0, .decimal) }
    let pieces = Pieces([UInt8](try Data(contentsOf: table)), size: 4099)
    var reader = try TypedCSVReader(columns: columns, window: 4096, source: { pieces.next(&$0) })
    var lines: [String] = []
    while try reader.next() {
      // Each row in a form both sides can write: texts, then millionths.
      let texts = (0..<4).map { reader.text($0) }
      let figures = (4..<9).map { reader.decimal($0).map { "\($0.millionths)" } ?? "" }
      lines.append((texts + figures).joined(separator: "\u{1F}"))
    }
    let expected = String(decoding: try Data(contentsOf: rows), as: UTF8.self).split(separator: "\u{1E}")
    #expect(lines.count > 6000)
    #expect(lines.count == expected.count)
    #expect(zip(lines, expected).allSatisfy { $0 == $1 })
  }
}

@Suite("Ingestion: plain decimals")
struct PlainDecimalTests {
  private static func read(_ text: String, before: String = "", after: String = "") -> Result<
    Int64, PlainDecimal.Fault
  > {
    let bytes = Array((before + text + after).utf8)
    let start = before.utf8.count
    do throws(PlainDecimal.Fault) {
      return .success(try PlainDecimal.read(bytes.span, from: start, to: start + text.utf8.count).millionths)
    } catch {
      return .failure(error)
    }
  }

  @Test(
    "exact or refused, alone and among other bytes",
    arguments: [
      ("0", 0), ("-0.0", 0), ("1", 1_000_000), ("+1.5", 1_500_000), ("-0.000001", -1),
      ("12345678", 12_345_678_000_000),
      ("1234567.123456", 1_234_567_123_456), ("99999999.25", 99_999_999_250_000),
      ("000000000000000001.5", 1_500_000),
      ("1.5000000000000", 1_500_000), ("9223372036854.775807", .max), ("-9223372036854.775807", -.max),
      ("9223372036854.775808", nil), ("123456789012345678901234567890", nil), ("0.0000001", nil),
      ("18446744073709.551616", nil), ("18446744073709551616", nil), ("184467440737095516160", nil),
    ] as [(String, Int64?)])
  func values(text: String, millionths: Int64?) {
    for (before, after) in [
      ("", ""), ("", ",9.5,1234567890"), ("12345678,", ""), ("“1.5”,", ",,,,,,,,,,,,,,,,"),
    ] {
      #expect(
        Self.read(text, before: before, after: after)
          == (millionths.map { .success($0) } ?? .failure(.unrepresentable)))
    }
  }

  @Test(
    "no decimals",
    arguments: [
      "", "-", "+", ".", "-.", "1.", ".5", "-.5", "1..2", "1.2.3", "--1", "1-", "+-1", " 1", "1 ", "1,5",
      "1e5", "１", "0x1", "1_0",
      "12345678x", "/1", ":1", "1:", "1.5万", "NaN", "1234567.12345x", "\u{0}1", "99999999999999999999999999x",
      "0.00000001x",
    ])
  func garbage(text: String) {
    for after in ["", ",9.5,1234567890"] { #expect(Self.read(text, after: after) == .failure(.malformed)) }
  }

  @Test("a word at a time reads what byte by byte reads")
  func wordsAsBytes() throws {
    var random = SeededGenerator(seed: 5)
    let alphabet = Array("00112345678999..-+, x/:".utf8)
    var (sound, broken) = (0, 0)
    for _ in 0..<200_000 {
      let length = Int.random(in: 0...18, using: &random)
      let number = (0..<length).map { _ in
        alphabet[Int.random(in: 0..<(random.next() % 4 == 0 ? 23 : 16), using: &random)]
      }
      let bytes = number + Array(",123456.5,99".utf8)
      let slow = Result { () throws(PlainDecimal.Fault) in
        try PlainDecimal.readAny(bytes.span, from: 0, to: length)
      }
      let quick = Result { () throws(PlainDecimal.Fault) in
        try PlainDecimal.read(bytes.span, from: 0, to: length)
      }
      #expect(slow == quick, "\(String(decoding: number, as: UTF8.self))")
      if case .success = slow { sound += 1 } else { broken += 1 }
    }
    #expect(sound > 20_000 && broken > 20_000)
  }
}
