// Whether a project indicator may feed a unit indicator: kinds of target and units of measure.

struct SourceFitness {
  /// Whose targets are compared: those the figures are in.
  let period: Period

  private enum Kind { case number, deadline, progress, quality, none }

  private func kind(_ indicator: Indicator) -> Kind {
    switch indicator.target(in: period)?.target {
    case .number, .range: .number
    case .deadline: .deadline
    case .progress: .progress
    case .quality: .quality
    case nil: .none
    }
  }

  /// Whether the two are of one kind, and the method is one for that kind.
  func kindsAgree(_ unit: Indicator, _ source: Indicator, _ method: RollUpMethod) -> Bool {
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
  func measuresAgree(_ unit: Indicator, _ source: Indicator) -> Bool {
    guard let left = measure(unit), let right = measure(source) else { return true }
    return left.agrees(with: right)
  }

  /// Whether a source may be divided by a weight: a rate only by a rate, for nothing says what 50% of 100项 is by 比率.
  func canDivide(_ source: Indicator, by weight: RollUpWeight) -> Bool {
    guard let left = measure(source) else { return true }
    switch weight {
    case .budget: return !left.isPercent
    case .indicator(let other): return measure(other).map { $0.isPercent == left.isPercent } ?? true
    }
  }

  func measure(_ indicator: Indicator) -> Measure? { indicator.target(in: period)?.target.measure }
}
