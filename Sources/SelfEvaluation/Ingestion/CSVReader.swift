// Cells with text and origins, and the findings of reading them; the comfortable half of reading CSV.

/// Reads a decoded file row by row. Take the rows with `next()`, then the findings.
struct CSVReader: Sequence, IteratorProtocol {
  /// How much is read of one file.
  struct Limits: Sendable {
    /// Rows of a file, blank ones included.
    var rows = 20_000
    /// Cells of a row.
    var columns = 1_000
    /// Length of a cell, in Unicode scalars.
    var cellLength = 65_536
    /// Findings of one code; the others are counted.
    var findings = 100
  }

  private let text: SourceText
  private let index: Int32
  private let limits: Limits
  private var scanner: CSVScanner
  private var rowCount = 0
  private var isStopped = false
  private var capped: CappedFindings

  /// A reader at the first row.
  /// - Parameters:
  ///   - text: the decoded file.
  ///   - index: its place among the decoded files, for the origins of the cells.
  ///   - delimiter: what separates the cells; `CSVReader.delimiter(of:)` finds it out.
  ///   - limits: how much is read.
  init(_ text: SourceText, index: Int32, delimiter: CSVDelimiter, limits: Limits = Limits()) {
    self.text = text
    self.index = index
    self.limits = limits
    scanner = CSVScanner(delimiter: delimiter, maximumFields: limits.columns)
    capped = CappedFindings(path: text.path, limit: limits.findings)
  }

  /// What was wrong with the rows read so far: E104, E105, E108, E109.
  var findings: [Finding] { capped.all }

  /// All rows of a file and what was wrong with them.
  static func read(
    _ text: SourceText, index: Int32, delimiter: CSVDelimiter, limits: Limits = Limits()
  ) -> (rows: [CSVRow], findings: [Finding]) {
    var reader = CSVReader(text, index: index, delimiter: delimiter, limits: limits)
    var rows: [CSVRow] = []
    while let row = reader.next() { rows.append(row) }
    return (rows, reader.findings)
  }

  /// The texts of all rows of one of our own documents, which has no limits and whose cells need no origin; or the
  /// first thing that is wrong with it.
  static func texts(of text: SourceText, delimiter: CSVDelimiter) -> Result<[[String]], Unreadable> {
    let bytes = text.text
    var scanner = CSVScanner(delimiter: delimiter)
    var rows: [[String]] = []
    while scanner.next(in: bytes.span) {
      if let fault = scanner.faults.first {
        return .failure(Unreadable(message: finding(fault, index: 0).message))
      }
      rows.append(scanner.fields.map { content(of: $0, in: bytes) })
    }
    return .success(rows)
  }

  /// Why a document of ours cannot be read back.
  struct Unreadable: Error {
    let message: String
  }

  /// The next row, blank ones too; nil at the end of the file or once a limit is passed.
  mutating func next() -> CSVRow? {
    let bytes = text.text
    guard !isStopped, scanner.next(in: bytes.span) else { return nil }
    rowCount += 1
    guard let first = scanner.fields.first, isWithinLimits(first) else {
      isStopped = true
      return nil
    }
    for fault in scanner.faults { capped.append(Self.finding(fault, index: index)) }
    var cells: [CSVCell] = []
    cells.reserveCapacity(scanner.fields.count)
    for field in scanner.fields {
      let length = field.end - field.start
      let origin = Origin(file: index, line: field.line, offset: field.start, length: length)
      let cell = CSVCell(
        text: Self.content(of: field, in: bytes), origin: origin, isQuoted: field.form != .literal)
      cells.append(shortened(cell))
    }
    return CSVRow(line: first.line, cells: cells)
  }

  private static func content(of field: CSVScanner.Field, in bytes: [UInt8]) -> String {
    let (start, end) = (Int(field.start), Int(field.end))
    switch field.form {
    case .literal: return start == end ? "" : string(bytes, start..<end)
    case .quoted: return string(bytes, start + 1..<end - 1)
    case .doubled: return undoubled(bytes[start + 1..<end - 1])
    }
  }

  /// A part of a decoded text: UTF-8 already, and cut at ASCII.
  private static func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    unsafe String(copying: UTF8Span(unchecked: bytes.span.extracting(range)))
  }

  /// What stands between the quotes of a cell, doubled quotes single.
  static func undoubled(_ bytes: ArraySlice<UInt8>) -> String {
    var content: [UInt8] = []
    content.reserveCapacity(bytes.count)
    var isSecond = false
    for byte in bytes {
      isSecond = byte == 0x22 && !isSecond
      if !isSecond { content.append(byte) }
    }
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func isWithinLimits(_ first: CSVScanner.Field) -> Bool {
    let origin = Origin(file: index, line: first.line, offset: first.start, length: first.end - first.start)
    let remedy = "核对是否放错了文件，或把数据拆分到多个文件"
    if rowCount > limits.rows {
      capped.append(Finding(.limitExceeded, at: origin, "行数超过 \(limits.rows)，从这里起不再读取", remedy: remedy))
    } else if scanner.fields.count > limits.columns {
      capped.append(Finding(.limitExceeded, at: origin, "本行超过 \(limits.columns) 列，从这里起不再读取", remedy: remedy))
    } else {
      return true
    }
    return false
  }

  /// Characters kept of a cell that is too long: enough to recognise it by in other findings.
  private static let keptLength = 100

  /// The cell, or only its beginning where it is too long: E108 stops the run, and no later finding repeats it all.
  private mutating func shortened(_ cell: CSVCell) -> CSVCell {
    guard cell.origin.length > limits.cellLength else { return cell }
    let length = cell.text.unicodeScalars.count
    guard length > limits.cellLength else { return cell }
    capped.append(
      Finding(
        .cellTooLong, at: cell.origin, "单元格有 \(length) 个字符，不得超过 \(limits.cellLength) 个",
        remedy: "核对引号是否成对，或缩短内容"))
    let beginning = String(String.UnicodeScalarView(cell.text.unicodeScalars.prefix(Self.keptLength)))
    return CSVCell(text: beginning + "…", origin: cell.origin, isQuoted: cell.isQuoted)
  }

  private static func finding(_ fault: CSVScanner.Fault, index: Int32) -> Finding {
    let origin = Origin(file: index, line: fault.line, offset: fault.offset, length: fault.end - fault.offset)
    switch fault.kind {
    case .unterminated:
      return Finding(
        .unterminatedQuote, at: origin, "第 \(fault.line) 行这里的英文双引号没有配对的结束引号",
        remedy: "在单元格末尾补上英文双引号；引号若是内容，写成两个并把整个单元格括起来")
    case .strayQuote:
      return Finding(
        .strayQuote, at: origin, "单元格不是以英文双引号开头，中间却有英文双引号",
        remedy: "用中文引号“”，或把整个单元格用英文双引号括起来并把其中的引号写成两个")
    case .textAfterQuote:
      return Finding(
        .strayQuote, at: origin, "结束引号之后还有内容，应当紧接分隔符或换行",
        remedy: "把内容中的英文双引号写成两个，或改用中文引号“”")
    }
  }
}
