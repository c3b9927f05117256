// A short digest of every row and column of a finished table, kept in the manifest: when one cell is changed later,
// the row and the column it stands in can be named, even where the file's own hash was changed with it.

/// The seal of one table or CSV file. It names a place; that nothing was changed is what SHA-256 is for.
struct GridSeal: Hashable {
  /// Six hexadecimal digits per row, the heading included.
  let rows: String
  /// Six hexadecimal digits per column.
  let columns: String

  private static let width = 6

  init(rows: String, columns: String) { (self.rows, self.columns) = (rows, columns) }

  /// The seal of a table's texts; rows may differ in length only where the table is damaged.
  init(_ grid: [[String]]) {
    var across: [FNV] = []
    across.reserveCapacity(grid.count)
    var down: [FNV] = []
    for row in grid {
      var hash = FNV()
      while down.count < row.count { down.append(FNV()) }
      for column in row.indices {
        let cell = FNV(row[column])
        hash.combine(cell)
        down[column].combine(cell)
      }
      across.append(hash)
    }
    rows = GridSeal.digits(across)
    columns = GridSeal.digits(down)
  }

  /// Positions, from 0, of rows and columns that are no longer what they were.
  func changes(to other: GridSeal) -> (rows: [Int], columns: [Int]) {
    (GridSeal.differences(rows, other.rows), GridSeal.differences(columns, other.columns))
  }

  private static func digits(_ hashes: [FNV]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(hashes.count * width)
    for hash in hashes {
      let folded = hash.value ^ (hash.value >> 32)
      for place in 0..<width { text.append(digits[Int(folded >> (UInt64(place) * 4) & 15)]) }
    }
    return String(decoding: text, as: UTF8.self)
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

/// FNV-1a, 64 bits: enough to tell a changed cell, and the same everywhere.
private struct FNV {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(_ text: String) {
    let bytes = text.utf8.span
    for index in bytes.indices { add(UInt64(bytes[index])) }
  }

  /// Takes in a whole other hash, so that ("ab", "c") differs from ("a", "bc").
  mutating func combine(_ other: FNV) {
    add(other.value)
    add(other.value >> 32)
  }

  private mutating func add(_ unit: UInt64) { value = (value ^ unit) &* 0x0000_0100_0000_01B3 }
}
