// Rows and cells as the readers of the single tables get them.

/// One cell with its way back to the file.
struct CSVCell: Hashable, Sendable {
  /// The text as it was meant: without the quotes around it, `""` as `"`. Nothing is trimmed.
  let text: String
  /// Where it stands, quotes included.
  let origin: Origin
  /// True if the cell stood in quotes.
  let isQuoted: Bool

  /// The text without the guard `'` that `CSVWriter` puts before what a spreadsheet would take for a formula.
  var unguarded: String { CSVGuard.unguarded(text) }

  /// True for nothing but white space, U+3000 included.
  var isBlank: Bool { Folding.isBlank(text) }
}

/// One row: at least one cell.
struct CSVRow: Hashable, Sendable {
  /// Physical line on which it begins, counted from 1.
  let line: Int32
  /// Its cells; an empty line has one empty cell.
  let cells: [CSVCell]

  /// True if no cell holds anything: an empty line, or the commas Excel leaves of an emptied row.
  var isBlank: Bool { cells.allSatisfy(\.isBlank) }

  /// Number of cells up to the last one that holds something.
  var filledCount: Int { (cells.lastIndex { !$0.isBlank } ?? -1) + 1 }

  /// The whole row, as far as findings about it point.
  var origin: Origin? {
    guard let first = cells.first?.origin, let last = cells.last?.origin else { return nil }
    let length = last.offset + last.length - first.offset
    return Origin(file: first.file, line: first.line, offset: first.offset, length: length)
  }

  /// E106 if the row has fewer cells than the heading, or more that hold something. Empty ones too many, as Excel
  /// leaves them, and blank rows are let pass.
  /// - Parameter expected: number of cells of the heading, without empty ones at its end.
  /// - Returns: the finding, if there is one.
  func raggedness(expected: Int) -> Finding? {
    if isBlank { return nil }
    if cells.count < expected, let last = cells.last {
      return Finding(
        .raggedRow, at: last.origin, "本行只有 \(cells.count) 列，标题行有 \(expected) 列，每行列数应当一致",
        remedy: "补齐缺少的分隔符；空单元格也要占一列")
    }
    guard filledCount > expected, let extra = cells[expected...].first(where: { !$0.isBlank })
    else { return nil }
    return Finding(
      .raggedRow, at: extra.origin,
      "本行有 \(filledCount) 列，标题行只有 \(expected) 列，多出的“\(extra.shownText)”没有标题",
      remedy: "删去多出的分隔符；内容里有逗号时用英文双引号把整个单元格括起来")
  }

  /// `raggedness(expected:)` of a row.
  static func raggedness(of row: CSVRow, expected: Int) -> Finding? { row.raggedness(expected: expected) }
}

extension CSVCell {
  /// The text for a message: on one line, visible, and at most twenty characters.
  var shownText: String {
    let shown = VisibleText.shown(text)
    return shown.count > 20 ? shown.prefix(20) + "…" : shown
  }
}
