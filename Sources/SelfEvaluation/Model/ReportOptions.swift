// What a run is asked for, besides the submission itself.

/// What a report is made with besides the submission.
public struct ReportOptions: Sendable {
  /// Year-end report or half-year monitoring (`--period`).
  public var period: Period
  /// The day printed on the report.
  public var date: Day
  /// `jiangsu`, `mof`, `hubei`; ignored where `rubricFile` is given.
  public var rubricName: String
  /// A rubric file chosen instead of a built-in one.
  public var rubricFile: SourceFile?
  /// How input files are encoded, where detection is overridden.
  public var encoding: TextEncoding?
  /// How CSV files are written: `.utf8BOM` or `.gb18030`.
  public var csvEncoding: TextEncoding
  /// Warnings stop the report too.
  public var failOnWarning: Bool
  /// Last year's figures, shown beside this year's where the names match.
  public var previous: PreviousFigures?

  /// A year-end report of that day by the rubric `jiangsu`, with CSV files in UTF-8.
  public init(date: Day) {
    (period, self.date, rubricName, csvEncoding, failOnWarning) = (.year, date, "jiangsu", .utf8BOM, false)
  }
}
