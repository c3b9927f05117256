// Stage 5: the gate. Only data without errors can be laid out, because only this file can make a CheckedReport.

/// A submission with its results, proven to hold no error.
public struct CheckedReport: Sendable {
  /// What was handed in.
  public let submission: Submission
  /// The rubric the scores follow.
  public let rubric: Rubric
  /// The projects' scorecards, in file order.
  public let projects: [Scorecard]
  /// The unit's own card, lineage and cross-checks.
  public let unit: UnitScorecard
  /// Warnings and notes; sorted.
  public let findings: [Finding]
  /// What the run was asked for: period, date, encodings.
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
  /// Year-end report or half-year monitoring.
  public var period: Period { options.period }
  /// The card the headline score is taken from: the unit's, else that of the only project, else none.
  public var headline: Scorecard? { unit.card ?? (projects.count == 1 ? projects.first : nil) }
}
