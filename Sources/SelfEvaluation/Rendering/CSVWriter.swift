// The one place where cells become CSV bytes.

/// Writes CSV as Excel and WPS open it by a double click: UTF-8 with byte-order mark, CRLF, quotes only where they
/// are needed (RFC 4180), and a guard `'` before text that a spreadsheet would run as a formula.
struct CSVWriter: ~Copyable {
  private var buffer = ByteBuffer()
  private var isRowStarted = false

  /// A writer with nothing written but the byte-order mark.
  init() {
    buffer.append(0xEF)
    buffer.append(0xBB)
    buffer.append(0xBF)
  }

  /// What was written.
  var bytes: [UInt8] { buffer.bytes }

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

  /// Makes room for so many bytes more.
  mutating func reserve(_ count: Int) { buffer.reserve(count) }

  /// Adds a cell to the current row; with a guard if it needs one, unless that is switched off.
  mutating func append(_ text: String, isGuarded: Bool = true) {
    append(text, PageText.traits(of: text), isGuarded: isGuarded)
  }

  /// The same for a text whose traits are known. Quotes stand around separators, quotes and line ends; around tabs
  /// too, because a heading with tabs outside quotes would be read as tab-separated.
  mutating func append(_ text: String, _ traits: TextTraits, isGuarded: Bool = true) {
    if isRowStarted { buffer.append(0x2C) }
    isRowStarted = true
    guard traits.contains(.quoted) || traits.contains(.signed) && isGuarded else {
      buffer.append(text)
      return
    }
    let cell = isGuarded ? CSVGuard.guarded(text) : text
    guard traits.contains(.quoted) else {
      buffer.append(cell)
      return
    }
    buffer.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { buffer.append(0x22) }
      buffer.append(byte)
    }
    buffer.append(0x22)
  }

  /// Ends the current row.
  mutating func endRow() {
    buffer.append(0x0D)
    buffer.append(0x0A)
    isRowStarted = false
  }
}
