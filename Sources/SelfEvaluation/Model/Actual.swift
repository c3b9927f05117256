// Actuals (完成值): what was achieved, read in the sense of its target.

/// The three grades of a qualitative result, 财预〔2020〕10号.
public enum Attainment: Int, Sendable, CaseIterable, Comparable {
  case missed, partly, full

  public static func < (left: Attainment, right: Attainment) -> Bool { left.rawValue < right.rawValue }

  public var word: String {
    switch self {
    case .full: "达成"
    case .partly: "部分达成"
    case .missed: "未达成"
    }
  }
}

/// An actual after reading (FORMATS §1.2).
public enum Actual: Hashable, Sendable {
  /// In the target's unit of measure.
  case number(Quantity)
  case date(Day)
  /// A grade, with the percentage the unit gave, if any.
  case attainment(Attainment, percent: Quantity?)
  /// 序时进度 answered in its own words.
  case onSchedule
  /// 序时进度 answered with a percentage.
  case progress(Quantity)
  /// `/` or 不适用.
  case notApplicable

  var number: Quantity? { if case .number(let value) = self { value } else { nil } }
}

/// An actual together with what stood in the cell.
public struct StatedActual: Hashable, Sendable {
  /// As written by the unit.
  public let text: String
  public let actual: Actual
  public let origin: Origin
}

/// What one row of an actuals file says about one indicator.
public struct Filing: Hashable, Sendable {
  public let half: StatedActual?
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

  /// Whether the row says nothing: a form that came back as it went out.
  var isBlank: Bool {
    halfText.isEmpty && yearText.isEmpty && expected.isEmpty && likelihood.isEmpty && reportedOrigin == nil
      && reason.isEmpty && measure.isEmpty && evidence.isEmpty
  }

  func stated(in period: Period) -> StatedActual? { period == .half ? half : year }
  func text(in period: Period) -> String { period == .half ? halfText : yearText }
}
