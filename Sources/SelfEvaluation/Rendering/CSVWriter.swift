// The one place where cells become CSV bytes.

/// Writes CSV as Excel and WPS open it by a double click: UTF-8 with byte-order mark, CRLF, quotes only where they
/// are needed (RFC 4180), and a guard `'` before text that a spreadsheet would run as a formula.
struct CSVWriter {
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  private var isRowStarted = false

  /// A writer with nothing written but the byte-order mark.
  init() {}

  /// Rows as a finished file.
  /// - Parameters:
  ///   - rows: the heading and the rows under it.
  ///   - columns: columns whose cells are written as they are, because they cannot hold free text.
  /// - Returns: the bytes of the file.
  static func write(rows: [[String]], unguardedColumns columns: Set<Int> = []) -> [UInt8] {
    var writer = CSVWriter()
    for row in rows {
      for (column, cell) in row.enumerated() { writer.append(cell, isGuarded: !columns.contains(column)) }
      writer.endRow()
    }
    return writer.bytes
  }

  /// Adds a cell to the current row; with a guard if it needs one, unless that is switched off.
  mutating func append(_ text: String, isGuarded: Bool = true) {
    if isRowStarted { bytes.append(0x2C) }
    isRowStarted = true
    let cell = isGuarded ? CSVGuard.guarded(text) : text
    guard cell.utf8.contains(where: Self.needsQuotes) else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Ends the current row.
  mutating func endRow() {
    bytes += [0x0D, 0x0A]
    isRowStarted = false
  }

  /// Separators, quotes and line ends; tabs too, because a heading with tabs outside quotes would be read as
  /// tab-separated.
  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x22, 0x2C: true
    default: false
    }
  }
}
