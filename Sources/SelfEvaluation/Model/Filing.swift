// What was filed for an indicator: actual, reported points, reason, evidence.

/// What one row of an actuals file says about one indicator. A class, as `Indicator` is.
public final class Filing: Sendable {
  /// 半年完成值 as read; nil where the cell is empty or unreadable, `halfText` tells which.
  public let half: StatedActual?
  /// 全年完成值 as read; nil as with `half`.
  public let year: StatedActual?
  /// 半年完成值 and 全年完成值 as written: empty means not submitted, and text without a value unreadable.
  let halfText: String
  let yearText: String
  /// 全年预计完成值, as written.
  public let expected: String
  /// 完成目标可能性: 确定能, 有可能, 完全不可能, or empty.
  public let likelihood: String
  /// 自评得分.
  public let reported: Points?
  /// 偏差原因.
  public let reason: String
  /// 改进措施.
  public let measure: String
  /// 佐证材料.
  public let evidence: String
  /// The row.
  public let origin: Origin
  /// The cell 自评得分.
  public let reportedOrigin: Origin?

  init(
    half: StatedActual?, year: StatedActual?, halfText: String, yearText: String, expected: String,
    likelihood: String, reported: Points?, reason: String, measure: String, evidence: String, origin: Origin,
    reportedOrigin: Origin?
  ) {
    (self.half, self.year, self.halfText, self.yearText) = (half, year, halfText, yearText)
    (self.expected, self.likelihood, self.reported) = (expected, likelihood, reported)
    (self.reason, self.measure, self.evidence) = (reason, measure, evidence)
    (self.origin, self.reportedOrigin) = (origin, reportedOrigin)
  }

  /// The same with the figures of another row where it has none.
  func completed(by other: Filing) -> Filing {
    Filing(
      half: half ?? other.half, year: year ?? other.year,
      halfText: halfText.isEmpty ? other.halfText : halfText,
      yearText: yearText.isEmpty ? other.yearText : yearText, expected: expected, likelihood: likelihood,
      reported: reported, reason: reason, measure: measure, evidence: evidence, origin: origin,
      reportedOrigin: reportedOrigin)
  }

  /// Whether the row says nothing: a form that came back as it went out.
  var isBlank: Bool {
    halfText.isEmpty && yearText.isEmpty && expected.isEmpty && likelihood.isEmpty && reportedOrigin == nil
      && reason.isEmpty && measure.isEmpty && evidence.isEmpty
  }

  func stated(in period: Period) -> StatedActual? { period == .half ? half : year }
  func text(in period: Period) -> String { period == .half ? halfText : yearText }
}
