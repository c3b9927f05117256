// Rows that could have been read as something else: one separator too many, or cut off at the end of the file.

/// A row with more cells than the heading, those too many blank.
struct WideRow {
  let row: CSVRow
  /// Its index among the rows read.
  let index: Int
  /// Number of cells of the heading row, blank ones included.
  let heading: Int
}

extension TableReader {
  /// Rows wider than the heading are what spreadsheets write where columns were emptied, all of the same width. One
  /// that is alone with its width has a separator too many, perhaps in its middle, and every cell behind that would
  /// be read as another column's.
  func rejectWide(_ rows: [WideRow], in table: inout SourceTable) {
    let widths = Dictionary(grouping: rows, by: \.row.cells.count)
    for row in rows.reversed() where widths[row.row.cells.count]?.count == 1 {
      table.damaged.append(table.rows.remove(at: row.index))
      let place = row.row.cells.last?.origin ?? table.damaged[table.damaged.count - 1].origin
      table.findings.append(
        Finding(
          .raggedRow, at: place,
          "本行有 \(row.row.cells.count) 列，标题行只有 \(row.heading) 列；多出的是空列，分不清多的分隔符在行末还是在中间",
          remedy: "删去多出的分隔符，并核对本行各列没有错位"))
    }
  }

  /// N119 where the last row was read and has no line break.
  func noteEnd(_ last: CSVRow?, in table: inout SourceTable) {
    guard let last, let end = text.text.last, end != 0x0A, end != 0x0D, let cell = last.cells.last,
      table.rows.last?.line == last.line
    else { return }
    table.findings.append(
      Finding(
        .noFinalLineBreak, at: cell.origin, "最后一行到“\(cell.shownText)”为止，没有换行，文件可能没有存完",
        remedy: "核对最后一格是否完整；完整的不必改动"))
  }
}
