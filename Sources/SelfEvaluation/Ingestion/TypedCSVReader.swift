// Large tables of exact figures, read in a window of fixed size: for programs, not for what people typed.

/// Reads rows of text and exact decimals from a stream of UTF-8 bytes of any length.
///
/// The table is RFC 4180 with a heading line, with or without byte-order mark; columns are found by their headings,
/// others are passed over. Bytes are asked for a window at a time and the window never grows, so a file of any
/// size is read in the same memory. Nothing is guessed or skipped: the first breach ends the reading with a
/// `TypedCSVFault`. Tables that people fill in go through `SubmissionReader`, which says all that is wrong at once.
public struct TypedCSVReader: ~Copyable {
  /// What the cells of a column hold.
  public enum Kind: Sendable {
    /// Text as it stands.
    case text
    /// An exact decimal, or nothing.
    case decimal
  }

  /// A column that is asked for.
  public struct Column: Sendable {
    /// Its heading, letter for letter.
    public let name: String
    /// What its cells hold.
    public let kind: Kind

    /// A column by its heading.
    public init(_ name: String, _ kind: Kind) { (self.name, self.kind) = (name, kind) }
  }

  /// Appends some of the next bytes, at most as many as there is room for; none at the end.
  public typealias Source = (inout OutputSpan<UInt8>) throws -> Void

  let columns: [Column]
  let source: Source
  /// Bytes of the window at most; they are set aside once.
  let capacity: Int
  /// What is in the window now.
  var window: [UInt8] = []
  /// Whether the source has come to its end.
  var isAtEnd = false
  /// Places in the window, lines within it.
  var scanner: CSVScanner
  /// Physical lines before the window.
  var linesBefore = 0
  /// Cells of a row, as the heading has them.
  private var cellCount = 0
  private var decimalCells: [(cell: Int, column: Int)] = []
  /// Neighbouring cells that hold no decimals; theirs are the bytes to be proven UTF-8.
  private var textRuns: [ClosedRange<Int>] = []
  private var cellOfColumn: [Int] = []
  private var decimals: [Quantity?]

  /// A reader before the first row; the heading is read here.
  /// - Parameters:
  ///   - columns: what is asked for, in the order of the numbers given to `decimal(_:)` and `text(_:)`.
  ///   - window: bytes kept at a time, at least 16; a row longer than this is refused.
  ///   - source: where the bytes come from.
  /// - Throws: `TypedCSVFault`, and what the source throws.
  public init(columns: [Column], window: Int = 1 << 20, source: @escaping Source) throws {
    self.columns = columns
    self.source = source
    capacity = min(max(window, 16), 1 << 30)
    self.window.reserveCapacity(capacity)
    scanner = CSVScanner(delimiter: .comma)
    decimals = Array(repeating: nil, count: columns.count)
    try passMark()
    guard try nextRow() else {
      throw TypedCSVFault(kind: .heading, line: 1, column: 1, message: "文件是空的，没有标题行")
    }
    try readHeading()
  }

  /// Reads the next row; false at the end. After an error the reader is not to be used.
  public mutating func next() throws -> Bool {
    guard try nextRow() else { return false }
    guard scanner.fields.count == cellCount else {
      throw fault(
        .cellCount, at: scanner.fields[0], "本行有 \(scanner.fields.count) 个单元格，标题行有 \(cellCount) 个")
    }
    for place in textRuns.indices { try proveUTF8(textRuns[place]) }
    for place in decimalCells.indices {
      let (cell, column) = decimalCells[place]
      let field = scanner.fields[cell]
      let inset = field.form == .literal ? 0 : 1
      let (start, end) = (Int(field.start) + inset, Int(field.end) - inset)
      if start == end {
        decimals[column] = nil
        continue
      }
      do {
        decimals[column] = try PlainDecimal.read(window.span, from: start, to: end)
      } catch {
        throw fault(error, in: field, of: columns[column])
      }
    }
    return true
  }

  /// The figure of a column of decimals in the current row; nil for an empty cell.
  public func decimal(_ column: Int) -> Quantity? { decimals[column] }

  /// The text of a column in the current row.
  public func text(_ column: Int) -> String { text(of: scanner.fields[cellOfColumn[column]]) }

  /// Length of the text of a column in the current row, in bytes of UTF-8; no text is made.
  public func byteCount(_ column: Int) -> Int {
    let field = scanner.fields[cellOfColumn[column]]
    let length = Int(field.end - field.start)
    switch field.form {
    case .literal: return length
    case .quoted: return length - 2
    case .doubled:
      var quotes = 0
      for index in Int(field.start)..<Int(field.end) where window[index] == 0x22 { quotes += 1 }
      return length - 2 - (quotes - 2) / 2
    }
  }

  /// The text of a cell: without the quotes around it, doubled ones single.
  func text(of field: CSVScanner.Field) -> String {
    let cell = window[Int(field.start)..<Int(field.end)]
    switch field.form {
    case .literal: return String(decoding: cell, as: UTF8.self)
    case .quoted: return String(decoding: cell.dropFirst().dropLast(), as: UTF8.self)
    case .doubled: return CSVReader.undoubled(cell.dropFirst().dropLast())
    }
  }

  private mutating func readHeading() throws(TypedCSVFault) {
    let heading = scanner.fields
    try proveUTF8(0...heading.count - 1)
    let names = heading.map { text(of: $0) }
    cellCount = names.count
    for (column, asked) in columns.enumerated() {
      let cells = names.indices.filter { names[$0] == asked.name }
      guard cells.count == 1 else {
        let message =
          cells.isEmpty
          ? "标题行没有“\(asked.name)”列，实有：\(names.joined(separator: "、"))"
          : "标题行有 \(cells.count) 个“\(asked.name)”列"
        throw fault(.heading, at: heading[cells.last ?? 0], message)
      }
      cellOfColumn.append(cells[0])
      if asked.kind == .decimal { decimalCells.append((cells[0], column)) }
    }
    let figures = Set(decimalCells.map(\.cell))
    for cell in names.indices where !figures.contains(cell) {
      if let run = textRuns.last, run.upperBound == cell - 1 {
        textRuns[textRuns.count - 1] = run.lowerBound...cell
      } else {
        textRuns.append(cell...cell)
      }
    }
  }
}
