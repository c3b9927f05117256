// Where cells begin and end, on bytes and without making any string; the fast half of reading CSV.

/// What separates the cells of a row.
enum CSVDelimiter: UInt8, Sendable {
  case comma = 0x2C
  case tab = 0x09
}

/// Finds the cells of one row after another in a window of UTF-8 bytes (RFC 4180; CRLF, LF or CR end a row).
///
/// It keeps nothing but its place and the cells of the current row, so memory does not grow with the file. What
/// breaks the rules is kept in `faults` and read as it stands, so that later rows are still looked at.
struct CSVScanner {
  /// One cell as it stands in the bytes.
  struct Field {
    /// How the text is got from the bytes.
    enum Form {
      /// As they stand.
      case literal
      /// Without the quotes around them.
      case quoted
      /// Without the quotes around them, and `""` is `"`.
      case doubled
    }

    /// Offset of the first byte, the opening quote if there is one.
    let start: Int32
    /// Offset after the last byte.
    let end: Int32
    /// Physical line on which it begins.
    let line: Int32
    /// How its text is got.
    let form: Form
  }

  /// A breach of RFC 4180.
  struct Fault {
    /// What is wrong.
    enum Kind {
      /// A quote opens and does not close, or closes lines later in the middle of other text.
      case unterminated
      /// A quote inside a cell that does not begin with one.
      case strayQuote
      /// Text after the closing quote.
      case textAfterQuote
    }

    /// What is wrong.
    let kind: Kind
    /// Offset of the first byte concerned.
    let offset: Int32
    /// Offset after the last byte concerned.
    let end: Int32
    /// Physical line.
    let line: Int32
  }

  /// The byte between cells.
  let delimiter: UInt8
  /// Cells beyond this number are not kept; the row then has one more than it.
  let maximumFields: Int
  /// Offset at which the next row begins.
  private(set) var position = 0
  /// Physical line on which the next row begins.
  private(set) var line: Int32 = 1
  /// Cells of the current row.
  private(set) var fields: [Field] = []
  /// What was wrong with the current row.
  private(set) var faults: [Fault] = []

  /// Where the 64 bytes begin that were looked at last, and which of them are at most a comma.
  private var blockStart = -64
  private var block: UInt64 = 0

  /// A scanner at the start of the text.
  init(delimiter: CSVDelimiter, maximumFields: Int = .max) {
    self.delimiter = delimiter.rawValue
    self.maximumFields = maximumFields
  }

  /// Reads the next row into `fields`, and what was wrong with it into `faults`; false at the end of the bytes.
  mutating func next(in bytes: borrowing Span<UInt8>) -> Bool {
    fields.removeAll(keepingCapacity: true)
    if !faults.isEmpty { faults.removeAll(keepingCapacity: true) }
    guard position < bytes.count else { return false }
    while true {
      if position < bytes.count, bytes[position] == Self.quote {
        scanQuoted(bytes)
      } else {
        scanPlain(bytes)
      }
      guard position < bytes.count else { return true }
      let byte = bytes[position]
      position += 1
      if byte == delimiter { continue }
      if byte == Self.carriageReturn, position < bytes.count, bytes[position] == Self.lineFeed {
        position += 1
      }
      line += 1
      return true
    }
  }

  private static let quote: UInt8 = 0x22
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// Where the next byte is that is at most a comma, or the end. All that can end a cell is among these, and the
  /// quote; text seldom is.
  @inline(__always)
  private mutating func firstLow(in bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    let passed = start &- blockStart
    var low = passed < 64 ? block & (~0 &<< UInt64(passed)) : 0
    while low == 0 {
      blockStart = max(start, blockStart &+ 64)
      guard let bits = ByteWord.lowBits(of: bytes, at: blockStart, below: 0x2D) else {
        var index = blockStart
        blockStart = index &- 64
        while index < bytes.count, bytes[index] > 0x2C { index &+= 1 }
        return index
      }
      (block, low) = (bits, bits)
    }
    return blockStart &+ low.trailingZeroBitCount
  }

  /// A cell without quotes around it.
  @inline(__always)
  private mutating func scanPlain(_ bytes: borrowing Span<UInt8>) {
    let start = position
    var index = start
    var stray = -1
    while true {
      index = firstLow(in: bytes, from: index)
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      if byte == Self.quote, stray < 0 { stray = index }
      index &+= 1
    }
    if stray >= 0 { addFault(.strayQuote, at: stray, end: stray + 1) }
    finish(.literal, from: start, at: index, line)
  }

  /// A cell that begins with a quote.
  private mutating func scanQuoted(_ bytes: borrowing Span<UInt8>) {
    let start = position
    var index = start + 1
    var line = self.line
    var isDoubled = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte > Self.quote { continue }
      if byte == Self.quote {
        if index < bytes.count, bytes[index] == Self.quote {
          isDoubled = true
          index += 1
          continue
        }
        guard index == bytes.count || endsCell(bytes[index]) else {
          return scanBroken(bytes, from: start, closedAt: line == self.line ? index : nil)
        }
        let startLine = self.line
        self.line = line
        return finish(isDoubled ? .doubled : .quoted, from: start, at: index, startLine)
      }
      if byte == Self.lineFeed { line += 1 }
      if byte == Self.carriageReturn, index == bytes.count || bytes[index] != Self.lineFeed { line += 1 }
    }
    scanBroken(bytes, from: start, closedAt: nil)
  }

  /// A cell whose quotes are wrong: read as it stands up to the next separator on its first line, so that a
  /// quote left open does not swallow the rows after it.
  private mutating func scanBroken(_ bytes: borrowing Span<UInt8>, from start: Int, closedAt closing: Int?) {
    var index = closing ?? start
    while index < bytes.count, !endsCell(bytes[index]) { index += 1 }
    if let closing {
      addFault(.textAfterQuote, at: closing, end: index)
    } else {
      addFault(.unterminated, at: start, end: index)
    }
    finish(.literal, from: start, at: index, line)
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  private mutating func finish(_ form: Field.Form, from start: Int, at end: Int, _ line: Int32) {
    position = end
    guard fields.count <= maximumFields else { return }
    fields.append(Field(start: Int32(start), end: Int32(end), line: line, form: form))
  }

  private mutating func addFault(_ kind: Fault.Kind, at offset: Int, end: Int) {
    faults.append(Fault(kind: kind, offset: Int32(offset), end: Int32(end), line: line))
  }
}
