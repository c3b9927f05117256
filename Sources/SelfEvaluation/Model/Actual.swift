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
