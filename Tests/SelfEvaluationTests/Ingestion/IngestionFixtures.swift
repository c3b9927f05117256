// What the tests of this folder share: files made of literals, and hostile text from a seed.

@testable import SelfEvaluation

extension SourceText {
  /// A decoded file with this content.
  static func of(_ content: String, path: String = "targets.csv") -> SourceText {
    SourceText(path: path, encoding: .utf8, text: Array(content.utf8))
  }
}

extension SourceFile {
  /// A file with these bytes.
  static func of(_ bytes: [UInt8]) -> SourceFile { SourceFile(path: "targets.csv", bytes: bytes) }
}

extension String {
  /// The text as UTF-16 in either byte order, without byte-order mark.
  func utf16Bytes(_ order: UTF16Text.ByteOrder) -> [UInt8] {
    utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return order == .little ? [low, high] : [high, low]
    }
  }

  /// The scalars, by which strings differ that are equal as text.
  var scalars: [Unicode.Scalar] { Array(unicodeScalars) }
}

/// SplitMix64: the same seed gives the same text on every machine.
struct IngestionSeed: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A cell of pieces that break careless CSV code.
  mutating func hostileCell() -> String {
    (0..<Int.random(in: 0...6, using: &self)).map { _ in
      Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &self)]
    }.joined()
  }

  private static let pieces = [
    "\"", "\"\"", ",", "\r\n", "\n", "\r", "\t", "'", "''", "=", "+", "-", "@", "＝", "＋", "－", "＠", " ",
    "\u{3000}",
    "5", "-5.2%", "0", "‰", "监测报告", "“引号”", "𠮷", "👩‍👩‍👧", "e\u{301}", "\u{301}", "\u{202E}", "\u{FEFF}",
    "\u{E78D}", ";",
  ]
}
