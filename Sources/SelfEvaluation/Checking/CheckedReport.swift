// Stage 5: the gate. Only data without errors can be laid out, because only this file can make a CheckedReport.

/// What a report is made with besides the submission.
public struct ReportOptions: Sendable {
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

  public init(date: Day) {
    (period, self.date, rubricName, csvEncoding, failOnWarning) = (.year, date, "jiangsu", .utf8BOM, false)
  }
}

/// A submission with its results, proven to hold no error.
public struct CheckedReport: Sendable {
  public let submission: Submission
  public let rubric: Rubric
  public let projects: [Scorecard]
  public let unit: UnitScorecard
  /// Warnings and notes; sorted.
  public let findings: [Finding]
  public let options: ReportOptions

  /// Nil when a finding forbids the report.
  init?(_ examination: Examination, findings: [Finding], options: ReportOptions) {
    let forbidden = findings.contains { finding in
      finding.severity == .error
        || options.failOnWarning && finding.severity == .warning && finding.acknowledgement == nil
    }
    guard !forbidden else { return nil }
    submission = examination.submission
    rubric = examination.rubric
    projects = examination.projects
    unit = examination.unit
    self.findings = findings
    self.options = options
  }

  /// All scorecards, the unit's own first.
  public var cards: [Scorecard] { [unit.card].compactMap { $0 } + projects }
  public var period: Period { options.period }
  /// The card the headline score is taken from: the unit's, else that of the only project, else none.
  public var headline: Scorecard? { unit.card ?? (projects.count == 1 ? projects.first : nil) }
}
