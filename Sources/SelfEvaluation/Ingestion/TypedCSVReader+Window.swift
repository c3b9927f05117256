// The window of a typed reader: whole rows in it, refilled when the next one is cut, and places for its faults.

extension TypedCSVReader {
  /// Takes the byte-order mark off the first window.
  mutating func passMark() throws {
    try refill(keepingFrom: 0)
    if window.count >= 3, window[0] == 0xEF, window[1] == 0xBB, window[2] == 0xBF {
      try refill(keepingFrom: 3)
    }
  }

  /// Scans the next row, whole and sound; false at the end.
  mutating func nextRow() throws -> Bool {
    while true {
      let (start, line) = (scanner.position, scanner.line)
      let isFound = scanner.next(in: window)
      if isAtEnd || isWhole(isFound) {
        guard isFound else { return false }
        if let breach = scanner.faults.first { throw fault(breach) }
        return true
      }
      guard start > 0 || window.count < capacity else { throw rowTooLong() }
      linesBefore += Int(line) - 1
      try refill(keepingFrom: start)
    }
  }

  /// Whether the row does not go on in bytes that are not in the window yet. An open quote may be closed there, and
  /// a carriage return be followed by its line feed.
  private func isWhole(_ isFound: Bool) -> Bool {
    guard isFound, !scanner.faults.contains(where: { $0.kind == .unterminated }) else { return false }
    return scanner.position < window.count || window.last == 0x0A
  }

  /// Moves what is left of the window to its front and fills the rest from the source.
  private mutating func refill(keepingFrom start: Int) throws {
    window.removeSubrange(..<start)
    scanner = CSVScanner(delimiter: .comma)
    while window.count < capacity, !isAtEnd {
      let before = window.count
      try window.append(addingCapacity: capacity - before) { try source(&$0) }
      isAtEnd = window.count == before
    }
  }

  /// Makes sure that neighbouring cells of the row are UTF-8.
  func proveUTF8(_ cells: ClosedRange<Int>) throws(TypedCSVFault) {
    let start = Int(scanner.fields[cells.lowerBound].start)
    let end = Int(scanner.fields[cells.upperBound].end)
    if let place = UTF8Text.firstFault(in: window.span, from: start, to: end) { throw notUTF8(at: place) }
  }

  /// A fault in a cell.
  func fault(_ kind: TypedCSVFault.Kind, at field: CSVScanner.Field, _ message: String) -> TypedCSVFault {
    fault(kind, at: Int(field.start), line: Int(field.line), message)
  }

  /// A cell that should be a decimal.
  func fault(_ fault: PlainDecimal.Fault, in field: CSVScanner.Field, of column: Column) -> TypedCSVFault {
    let shown = VisibleText.shown(String(text(of: field).prefix(40)))
    return switch fault {
    case .malformed:
      self.fault(.notDecimal, at: field, "“\(column.name)”的“\(shown)”不是规范的数字")
    case .unrepresentable:
      self.fault(
        .unrepresentable, at: field, "“\(column.name)”的“\(shown)”超出可精确计算的范围（整数部分不超过12位、小数不超过6位）")
    }
  }

  private func fault(_ breach: CSVScanner.Fault) -> TypedCSVFault {
    let message =
      switch breach.kind {
      case .unterminated: "这里的英文双引号没有配对的结束引号"
      case .strayQuote: "单元格不是以英文双引号开头，中间却有英文双引号"
      case .textAfterQuote: "结束引号之后还有内容，应当紧接分隔符或换行"
      }
    return fault(.quotes, at: Int(breach.offset), line: Int(breach.line), message)
  }

  private func notUTF8(at offset: Int) -> TypedCSVFault {
    var line = scanner.fields.first.map { Int($0.line) } ?? 1
    for field in scanner.fields where Int(field.start) <= offset { line = Int(field.line) }
    // Line breaks before the byte in its own cell.
    let cell = scanner.fields.last { Int($0.start) <= offset }
    var index = cell.map { Int($0.start) } ?? offset
    while index < offset {
      if window[index] == 0x0A || (window[index] == 0x0D && window[index + 1] != 0x0A) { line += 1 }
      index += 1
    }
    return fault(.encoding, at: offset, line: line, "这里的字节不是 UTF-8；请先把文件另存为 UTF-8 编码")
  }

  private func rowTooLong() -> TypedCSVFault {
    TypedCSVFault(
      kind: .rowTooLong, line: linesBefore + 1, column: 1,
      message: "从这一行起 \(capacity) 字节内没有行尾，可能是英文双引号没有配对；一行不得超过 \(capacity) 字节")
  }

  /// A fault at an offset in the window; lines are counted within it.
  private func fault(
    _ kind: TypedCSVFault.Kind, at offset: Int, line: Int, _ message: String
  ) -> TypedCSVFault {
    var column = 1
    var index = offset
    while index > 0, window[index - 1] != 0x0A, window[index - 1] != 0x0D {
      index -= 1
      if window[index] & 0xC0 != 0x80 { column += 1 }
    }
    return TypedCSVFault(kind: kind, line: linesBefore + line, column: column, message: message)
  }
}

extension CSVScanner {
  /// Reads the next row of an array.
  fileprivate mutating func next(in window: [UInt8]) -> Bool { next(in: window.span) }
}
