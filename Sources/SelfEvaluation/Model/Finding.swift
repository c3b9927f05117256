// What is wrong, questionable or worth knowing in a submission: the product of every stage, gathered and never thrown.

/// How grave a finding is. The letter of its code says it too.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// 错误: no report is written.
  case error = "错误"
  /// 警告: the report is written; somebody should look.
  case warning = "警告"
  /// 提示: worth knowing, nothing to do.
  case note = "提示"

  /// The graver first.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}

/// Where a finding points.
public enum Place: Hashable, Sendable {
  /// A cell or row of a file that was read.
  case cell(Origin)
  /// A whole file, by its display path; it may be a file that is missing.
  case file(String)
  /// The submission as a whole.
  case submission
}

/// One thing found, with what was read, the rule and what to do about it.
public struct Finding: Hashable, Sendable {
  /// What kind of finding it is; `jixiao explain` tells more about it.
  public let code: Code
  /// Where to look: a cell, a file, or nowhere in particular.
  public let place: Place
  /// The sheet concerned: `部门整体` or the project's name, nil where the finding concerns the whole submission.
  public let sheet: String?
  /// The level-3 indicator concerned, if there is one.
  public let indicator: String?
  /// What was read and which rule it breaks; one sentence without a full stop.
  public let message: String
  /// What to do; begins with a verb; one sentence without a full stop.
  public let remedy: String
  /// The reason given in `acknowledged.csv`, where this finding was explained once and for all (已说明).
  public internal(set) var acknowledgement: String?

  init(
    _ code: Code, at place: Place, sheet: String? = nil, indicator: String? = nil, _ message: String,
    remedy: String
  ) {
    self.code = code
    self.place = place
    self.sheet = sheet
    self.indicator = indicator
    self.message = message
    self.remedy = remedy
  }

  init(
    _ code: Code, at origin: Origin, sheet: String? = nil, indicator: String? = nil, _ message: String,
    remedy: String
  ) {
    self.init(code, at: .cell(origin), sheet: sheet, indicator: indicator, message, remedy: remedy)
  }

  /// How grave it is, by its code; an acknowledgement does not change it.
  public var severity: Severity { code.severity }
}
