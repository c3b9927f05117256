// Comma or tab: decided once per file, on its heading.

extension CSVReader {
  /// Number of physical lines among which the heading is looked for.
  static let headingLines = 10

  /// The delimiter of a file: the one under which one of its first ten rows is a heading; where neither gives one,
  /// tab if the first row with a separator has tabs and no comma, else comma.
  /// - Parameters:
  ///   - text: the decoded file.
  ///   - isHeading: whether a row holds the columns the table must have.
  /// - Returns: the delimiter to read the file with.
  static func delimiter(
    of text: SourceText, where isHeading: (CSVRow) -> Bool = { _ in false }
  ) -> CSVDelimiter {
    let limits = Limits(rows: headingLines)
    for delimiter in [CSVDelimiter.comma, .tab] {
      let rows = CSVReader(text, index: 0, delimiter: delimiter, limits: limits)
      if rows.contains(where: isHeading) { return delimiter }
    }
    for (commas, tabs) in zip(
      CSVReader(text, index: 0, delimiter: .comma, limits: limits),
      CSVReader(text, index: 0, delimiter: .tab, limits: limits))
    {
      if commas.cells.count > 1 { return .comma }
      if tabs.cells.count > 1 { return .tab }
    }
    return .comma
  }
}
