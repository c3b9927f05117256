// A short digest of every row and column of a finished table, kept in the manifest: when one cell is changed later,
// the row and the column it stands in can be named, even where the file's own hash was changed with it.

/// The seal of one table or CSV file.
struct GridSeal: Hashable {
  /// Six hexadecimal digits per row, the heading included.
  let rows: String
  /// Six hexadecimal digits per column.
  let columns: String

  private static let width = 6

  init(rows: String, columns: String) { (self.rows, self.columns) = (rows, columns) }

  /// The seal of a table's texts; rows may differ in length only where the table is damaged.
  init(_ grid: [[String]]) {
    rows = grid.map(GridSeal.digest).joined()
    let count = grid.map(\.count).max() ?? 0
    columns = (0..<count).map { column in
      GridSeal.digest(grid.map { $0.indices.contains(column) ? $0[column] : "" })
    }.joined()
  }

  /// Positions, from 0, of rows and columns that are no longer what they were.
  func changes(to other: GridSeal) -> (rows: [Int], columns: [Int]) {
    (GridSeal.differences(rows, other.rows), GridSeal.differences(columns, other.columns))
  }

  private static func digest(_ texts: [String]) -> String {
    // The unit separator keeps ("ab", "c") apart from ("a", "bc").
    String(Digest.sha256(Array(texts.joined(separator: "\u{1F}").utf8)).prefix(width))
  }

  private static func differences(_ left: String, _ right: String) -> [Int] {
    let (a, b) = (Array(left.utf8), Array(right.utf8))
    let count = max(a.count, b.count) / width
    return (0..<count).filter { index in
      let range = index * width..<(index + 1) * width
      guard range.upperBound <= a.count, range.upperBound <= b.count else { return true }
      return a[range] != b[range]
    }
  }
}
