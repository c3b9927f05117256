// Whether a project indicator may feed a unit indicator: kinds of target and units of measure.

enum SourceFitness {
  private enum Kind { case number, deadline, progress, quality, none }

  private static func kind(_ indicator: Indicator) -> Kind {
    switch indicator.year?.target {
    case .number, .range: .number
    case .deadline: .deadline
    case .progress: .progress
    case .quality: .quality
    case nil: .none
    }
  }

  /// Whether the two are of one kind, and the method is one for that kind.
  static func kindsAgree(_ unit: Indicator, _ source: Indicator, _ method: RollUpMethod) -> Bool {
    let (left, right) = (kind(unit), kind(source))
    // An unreadable target has its own error; nothing more is said here.
    if left == .none || right == .none { return true }
    guard left == right else { return false }
    switch method {
    case .sum, .mean, .weightedMean, .ratio: return left == .number
    case .maximum, .minimum: return left == .number || left == .deadline
    case .worst, .quote, .own: return true
    }
  }

  /// Whether the units of measure may be added (FORMATS §1.3).
  static func measuresAgree(_ unit: Indicator, _ source: Indicator) -> Bool {
    guard let left = unit.year?.target.measure, let right = source.year?.target.measure else { return true }
    return left.agrees(with: right)
  }
}
