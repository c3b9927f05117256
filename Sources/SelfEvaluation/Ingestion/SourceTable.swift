// What reading one file's table yields: rows whose cells are asked for by heading.

/// A data row.
struct SourceRow {
  let line: Int32
  /// The whole row, for findings about it.
  let origin: Origin
  private var cells: [CSVCell]
  /// Position of each heading's cell by `Heading.rawValue`; -1 where the file has no such column.
  private let positions: [Int16]
  /// Headings whose blank cell was filled from the row above.
  private(set) var inherited = HeadingSet()

  init(_ row: CSVRow, origin: Origin, positions: [Int16]) {
    (line, self.origin, cells, self.positions) = (row.line, origin, row.cells, positions)
  }

  /// The cell of a column; nil where there is none.
  func cell(_ heading: Heading) -> CSVCell? {
    let position = Int(positions[heading.rawValue])
    return cells.indices.contains(position) ? cells[position] : nil
  }

  /// The text of a column as written, trimmed at both ends, its guard taken off; empty where there is none.
  func text(_ heading: Heading) -> String {
    let position = Int(positions[heading.rawValue])
    guard cells.indices.contains(position) else { return "" }
    let text = cells[position].text
    return text.isEmpty ? text : Folding.trimmed(CSVGuard.unguarded(text))
  }

  /// Whether a column is empty or missing.
  func isBlank(_ heading: Heading) -> Bool {
    let position = Int(positions[heading.rawValue])
    return cells.indices.contains(position) ? cells[position].isBlank : true
  }

  /// Where a column's cell stands; the row where the file has no such column.
  func origin(_ heading: Heading) -> Origin {
    let position = Int(positions[heading.rawValue])
    return cells.indices.contains(position) ? cells[position].origin : origin
  }

  /// Whether a column says the same in both rows, however it is typed.
  func hasSameText(as other: SourceRow, _ heading: Heading) -> Bool {
    let position = Int(positions[heading.rawValue])
    guard cells.indices.contains(position), other.cells.indices.contains(position) else {
      return Name(text(heading)) == Name(other.text(heading))
    }
    return cells[position].text.isSameBytes(other.cells[position].text)
      || Name(text(heading)) == Name(other.text(heading))
  }

  /// Takes a cell over from the row above.
  mutating func inherit(_ heading: Heading, from other: SourceRow) {
    let position = Int(positions[heading.rawValue])
    guard let cell = other.cell(heading), cells.indices.contains(position) else { return }
    cells[position] = cell
    inherited.insert(heading)
  }
}

/// The rows of one file and what was found while reading them.
struct SourceTable {
  var rows: [SourceRow] = []
  /// Rows with a wrong number of cells: their values are not read, their keys only tell what they were about.
  var damaged: [SourceRow] = []
  var findings: [Finding] = []
  /// The headings the file has; none where no heading row was found.
  var headings = HeadingSet()
}
