// Actuals (完成值): what was achieved, read in the sense of its target.

/// The three grades of a qualitative result, 财预〔2020〕10号.
public enum Attainment: Int, Sendable, CaseIterable, Comparable {
  /// From worst to best, so that they compare.
  case missed, partly, full

  /// 未达成 before 部分达成 before 达成.
  public static func < (left: Attainment, right: Attainment) -> Bool { left.rawValue < right.rawValue }

  /// The word printed in 实际完成值: 达成, 部分达成 or 未达成.
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
  /// The day something was done, for a deadline.
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
  /// What the text says, read in the sense of the indicator's target.
  public let actual: Actual
  /// The cell 半年完成值 or 全年完成值.
  public let origin: Origin
}
