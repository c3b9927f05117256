// Running text broken into lines for a terminal, by columns and not by characters.

/// Breaks text into lines: anywhere between hanzi, never inside a word of ASCII, no punctuation at the start of a line
/// where it can be helped.
enum Paragraph {
  /// Lines of at most `width` columns; `first` and `rest` are put before the first line and before the others.
  static func lines(_ text: String, width: Int, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var used = DisplayWidth.of(first)
    var isEmpty = true
    for piece in pieces(of: text) {
      let needed = DisplayWidth.of(piece)
      if !isEmpty, used + needed > width {
        lines.append(trimmedEnd(line))
        (line, used, isEmpty) = (rest, DisplayWidth.of(rest), true)
        if piece == " " { continue }
      }
      line += piece
      used += needed
      isEmpty = false
    }
    return isEmpty && !lines.isEmpty ? lines : lines + [trimmedEnd(line)]
  }

  /// What may not be torn apart: ASCII words, and a character with the punctuation around it.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var glued = false
    for character in text {
      let closes = closing.contains(character)
      let isWord = character.isASCII && character != " "
      if let last = pieces.last, glued || closes || isWord && isAllWord(last), last != " " {
        pieces[pieces.count - 1] = last + String(character)
      } else {
        pieces.append(String(character))
      }
      glued = opening.contains(character)
    }
    return pieces.flatMap(torn)
  }

  private static func isAllWord(_ piece: String) -> Bool {
    piece.last.map { $0.isASCII && $0 != " " } ?? false
  }

  /// A word too long for any line is torn all the same.
  private static func torn(_ piece: String) -> [String] {
    guard piece.count > 40 else { return [piece] }
    let middle = piece.index(piece.startIndex, offsetBy: 40)
    return [String(piece[..<middle])] + torn(String(piece[middle...]))
  }

  private static func trimmedEnd(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "”", "）", "〕", "！", "？", "％", "…", "’", "》",
  ]
  private static let opening: Set<Character> = ["“", "（", "〔", "‘", "《"]
}
