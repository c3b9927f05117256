// Targets (指标值): what an indicator is measured against.

/// In which sense a number is a target.
public enum Comparator: String, Sendable, CaseIterable {
  /// ≥: reached by the target itself.
  case atLeast = "不低于"
  /// > : the target itself scores in full, with a warning (W311).
  case above = "高于"
  /// ≤: an upper limit.
  case atMost = "不高于"
  /// <: the limit itself scores in full, with a warning (W311).
  case below = "低于"
  /// =: reached from the target upwards; =0 by 0 or less (FORMATS §2).
  case equal = "等于"

  /// The sign as printed in derivations.
  var sign: String {
    switch self {
    case .atLeast: "≥"
    case .above: ">"
    case .atMost: "≤"
    case .below: "<"
    case .equal: "="
    }
  }

  /// Whether more is better (≥ > =) rather than less (≤ <).
  var isUpward: Bool { self != .atMost && self != .below }

  func isMet(by actual: Quantity, target: Quantity) -> Bool {
    switch self {
    case .atLeast: actual >= target
    case .above: actual > target
    case .atMost: actual <= target
    case .below: actual < target
    case .equal: target.isZero ? !actual.isPositive : actual >= target
    }
  }
}

/// A target after reading (FORMATS §1.1).
public enum Target: Hashable, Sendable {
  /// A number in its unit of measure, with its sign.
  case number(Comparator, Quantity, Measure)
  /// Both bounds belong to it; lower ≤ upper.
  case range(Quantity, Quantity, Measure)
  /// 截止: on or before that day.
  case deadline(Day)
  /// 序时进度: in proportion to the time elapsed.
  case progress
  /// 定性: the folded word.
  case quality(String)

  /// The word in the column 比较方式 of 指标明细.
  public var kind: String {
    switch self {
    case .number(let comparator, _, _): comparator.rawValue
    case .range: "区间"
    case .deadline: "截止"
    case .progress: "序时进度"
    case .quality: "定性"
    }
  }

  /// The unit of measure of a numeric target.
  public var measure: Measure? {
    switch self {
    case .number(_, _, let measure), .range(_, _, let measure): measure
    default: nil
    }
  }

  /// The number, where there is exactly one.
  var quantity: Quantity? {
    if case .number(_, let quantity, _) = self { quantity } else { nil }
  }

  var isQuality: Bool { if case .quality = self { true } else { false } }

  /// The column 目标值 of 指标明细: a bare number, `90-95`, a date, or the words.
  var bare: String {
    switch self {
    case .number(_, let quantity, _): quantity.text
    case .range(let lower, let upper, _): "\(lower.text)-\(upper.text)"
    case .deadline(let day): day.text
    case .progress: "序时进度"
    case .quality(let word): word
    }
  }
}

/// A target together with what stood in the cell.
public struct StatedTarget: Hashable, Sendable {
  /// As written by the unit.
  public let text: String
  /// What the text says.
  public let target: Target
  /// The cell 半年指标值 or 全年指标值.
  public let origin: Origin
}
