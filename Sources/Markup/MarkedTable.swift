// A table as it stands in a finished page: what the CSV twin is compared with.

/// A cell of a table as it was marked up.
public struct MarkedCell: Sendable, Hashable {
  /// The text inside, exactly: `<br/>` is a line feed, nothing else is changed.
  public let text: String
  /// Rows covered, from 1; 0 for an attribute that is not a positive number, which `grid()` refuses.
  public let rowSpan: Int
  /// Columns covered, from 1; 0 for an attribute that is not a positive number, which `grid()` refuses.
  public let columnSpan: Int
  /// Line of the document, from 1.
  public let line: Int
  /// The cell's own id.
  public let id: String?
}

/// A table and its cells, row by row.
public struct MarkedTable: Sendable, Hashable {
  /// Value of the attribute that marks the table, say the name of its CSV twin.
  public let name: String
  /// Line of the table in the document, from 1.
  public let line: Int
  /// The cells as marked up, of head, body and foot, in document order.
  public let rows: [[MarkedCell]]
  /// Where each row stands.
  let places: [RowPlace]
  /// Name of the document, for faults.
  let document: String
}

/// Where a row stands. An HTML row span ends with its head, body or foot, whatever its number says.
struct RowPlace: Sendable, Hashable {
  let line: Int
  var isLastOfGroup: Bool
}

extension MarkedTable {
  /// The limits the HTML standard sets for `colspan` and `rowspan` (section 4.9.11): browsers cut larger ones down.
  private static let mostColumns = 1_000
  private static let mostRows = 65_534

  /// The table as a rectangle: a cell that spans rows or columns is repeated in each place it covers.
  /// - Throws: a fault of kind `table`, with the line of the cell or row, if a span is no positive number, overlaps
  ///   another cell or leaves its head, body or foot, or if a row is shorter or longer than the first, or has more
  ///   than 1,000 columns.
  public func grid() throws(MarkupFault) -> [[MarkedCell]] {
    var grid: [[MarkedCell]] = []
    grid.reserveCapacity(rows.count)
    var covered: [Int] = []
    for (cells, place) in zip(rows, places) {
      let row = try laid(cells, below: grid.last ?? [], covered: &covered)
      if let width = grid.first?.count, row.count != width {
        throw fault("row has \(row.count) columns, the first one \(width)", line: place.line)
      }
      if place.isLastOfGroup, let column = covered.firstIndex(where: { $0 > 0 }) {
        throw fault("rowspan reaches \(covered[column]) rows too far", line: row[column].line)
      }
      grid.append(row)
    }
    return grid
  }

  /// One row, each cell put in the first column that no cell from above covers. `covered` says for each column how
  /// many more rows its last cell covers: what it covers is the same cell as in the row above.
  private func laid(
    _ cells: [MarkedCell], below above: [MarkedCell], covered: inout [Int]
  ) throws(MarkupFault) -> [MarkedCell] {
    var row: [MarkedCell] = []
    row.reserveCapacity(max(covered.count, cells.count))
    func takeCovered() {
      while row.count < covered.count, covered[row.count] > 0 {
        covered[row.count] -= 1
        row.append(above[row.count])
      }
    }
    takeCovered()
    for cell in cells {
      // The whole row is held to the limit, so that small markup cannot ask for an endless grid.
      let free = Self.mostColumns - row.count
      guard 1...Self.mostRows ~= cell.rowSpan, cell.columnSpan > 0, cell.columnSpan <= free else {
        throw fault("rowspan or colspan is out of range", line: cell.line)
      }
      for _ in 0..<cell.columnSpan {
        if row.count == covered.count {
          covered.append(cell.rowSpan - 1)
        } else if covered[row.count] == 0 {
          covered[row.count] = cell.rowSpan - 1
        } else {
          throw fault("colspan overlaps a cell from above", line: cell.line)
        }
        row.append(cell)
      }
      takeCovered()
    }
    return row
  }

  private func fault(_ message: String, line: Int) -> MarkupFault {
    MarkupFault(kind: .table, message: message, line: line, document: document)
  }
}
