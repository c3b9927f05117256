// The arithmetic of the nine 汇总方式 over exact numbers of different scales.

/// One number that enters a roll-up: its value, the 万/亿 factor of its unit, and its weight.
struct Term {
  let value: Quantity
  let factor: Int64
  let weight: Quantity?
  let weightFactor: Int64
}

enum RollUpFormula {
  enum Result: Hashable {
    case value(Quantity)
    case zeroDenominator
    case missingWeight
    case outOfRange
  }

  /// Applies a method; the terms are not empty. The result is in `measure`.
  static func apply(
    _ method: RollUpMethod, to terms: [Term], in measure: Measure, direction: Direction
  ) -> Result {
    let scaled = terms.map { Int128($0.value.millionths) * Int128($0.factor) }
    let unit = Int128(measure.factor)
    switch method {
    case .sum: return quotient(total(scaled), unit)
    case .maximum: return quotient(scaled.max(), unit)
    case .minimum: return quotient(scaled.min(), unit)
    case .worst: return quotient(direction == .smallIsWorse ? scaled.min() : scaled.max(), unit)
    case .quote, .own: return quotient(scaled.first, unit)
    case .mean, .weightedMean, .ratio:
      switch divided(method, terms, scaled) {
      case .parts(let parts): return divide(method, parts, in: measure)
      case .missingWeight: return .missingWeight
      case .outOfRange: return .outOfRange
      }
    }
  }

  /// What 平均, 加权平均 and 比率 divide; nil for other methods, where a weight is missing and out of range.
  static func parts(_ method: RollUpMethod, of terms: [Term]) -> RollUpParts? {
    guard [.mean, .weightedMean, .ratio].contains(method) else { return nil }
    let scaled = terms.map { Int128($0.value.millionths) * Int128($0.factor) }
    if case .parts(let parts) = divided(method, terms, scaled) { return parts }
    return nil
  }

  private enum Divided {
    case parts(RollUpParts)
    case missingWeight
    case outOfRange
  }

  private static func divided(_ method: RollUpMethod, _ terms: [Term], _ scaled: [Int128]) -> Divided {
    guard method.isWeighted else {
      guard let sum = total(scaled) else { return .outOfRange }
      return .parts(RollUpParts(numerator: sum, denominator: Int128(terms.count)))
    }
    let weights = terms.compactMap { term in
      term.weight.map { Int128($0.millionths) * Int128(term.weightFactor) }
    }
    guard weights.count == terms.count else { return .missingWeight }
    var values: [Int128] = scaled
    if method == .weightedMean {
      for (index, weight) in weights.enumerated() {
        let (product, overflow) = scaled[index].multipliedReportingOverflow(by: weight)
        if overflow { return .outOfRange }
        values[index] = product
      }
    }
    guard let divisor = total(weights) else { return .outOfRange }
    // A divisor of nothing is told as such, whatever stands above it.
    guard let sum = divisor == 0 ? 0 : total(values) else { return .outOfRange }
    return .parts(RollUpParts(numerator: sum, denominator: divisor))
  }

  /// The quotient in `measure`.
  static func divide(_ method: RollUpMethod, _ parts: RollUpParts, in measure: Measure) -> Result {
    guard parts.denominator != 0 else { return .zeroDenominator }
    let unit = Int128(measure.factor)
    if method == .ratio, measure.isPercent {
      // × 100 where the unit's target is in %, × 1000 where it is in ‰.
      let (numerator, overflow) = parts.numerator.multipliedReportingOverflow(by: 1000 / unit)
      if overflow { return .outOfRange }
      return Quantity.derived(numerator, dividedBy: parts.denominator).map(Result.value) ?? .outOfRange
    }
    let (denominator, overflow) = parts.denominator.multipliedReportingOverflow(by: unit)
    if overflow { return .outOfRange }
    // A ratio's millionths cancel; a mean's stay.
    guard method == .ratio else { return derived(parts.numerator, denominator) }
    return Quantity.derived(parts.numerator, dividedBy: denominator).map(Result.value) ?? .outOfRange
  }

  /// The sum of the parts of several figures, nil out of range.
  static func sum(_ parts: [RollUpParts]) -> RollUpParts? {
    guard let numerator = total(parts.map(\.numerator)), let denominator = total(parts.map(\.denominator))
    else { return nil }
    return RollUpParts(numerator: numerator, denominator: denominator)
  }

  /// A number in another scale of the same unit, four decimals where it is not exact.
  static func convert(_ value: Quantity, _ from: Measure, to measure: Measure) -> Quantity? {
    if case .value(let converted) = quotient(
      Int128(value.millionths) * Int128(from.factor), Int128(measure.factor))
    {
      converted
    } else {
      nil
    }
  }

  /// The arithmetic in figures, for the derivation.
  static func substitution(_ method: RollUpMethod, _ terms: [Term], in measure: Measure) -> String {
    let source = terms.map { term in
      convert(term.value, Measure(scaled: term.factor), to: Measure(scaled: measure.factor))?.text
        ?? term.value.text
    }
    let asFiled = isTrueAsFiled(method, terms, in: measure)
    let weights = terms.map { term in
      term.weight.map { asFiled ? $0.text : inBase($0, term.weightFactor) } ?? "—"
    }
    let list = source.joined(separator: "，")
    switch method {
    case .sum: return source.joined(separator: " + ")
    case .mean: return "(\(source.joined(separator: " + "))) ÷ \(terms.count)"
    case .maximum: return "最大(\(list))"
    case .minimum: return "最小(\(list))"
    case .worst: return source.count == 1 ? source[0] : "最差(\(list))"
    case .quote, .own: return list
    case .weightedMean:
      let products = zip(source, weights).map { "\($0) × \($1)" }
      return "(\(products.joined(separator: " + "))) ÷ (\(weights.joined(separator: " + ")))"
    case .ratio:
      let values = terms.map { asFiled ? $0.value.text : inBase($0.value, $0.factor) }
      let quotient = "(\(values.joined(separator: " + "))) ÷ (\(weights.joined(separator: " + ")))"
      if measure.isPercent { return quotient + " × \(1000 / measure.factor)" }
      return asFiled || measure.factor == 1 ? quotient : quotient + " ÷ \(measure.factor)"
    }
  }

  /// Whether weights, and a ratio's figures, can be shown as they were filed: 3万台 beside 20000台 cannot, as the
  /// arithmetic would not come out.
  static func isTrueAsFiled(_ method: RollUpMethod, _ terms: [Term], in measure: Measure) -> Bool {
    let weights = Set(terms.compactMap { $0.weight == nil ? nil : $0.weightFactor })
    guard method == .ratio, !terms.isEmpty else { return weights.count < 2 }
    let values = Set(terms.map(\.factor))
    guard let value = values.first, let weight = weights.first, values.count == 1, weights.count == 1 else {
      return false
    }
    return value == weight * (measure.isPercent ? 1 : measure.factor)
  }

  /// The number without the 万 or 亿 of its unit.
  static func inBase(_ value: Quantity, _ factor: Int64) -> String {
    (Quantity(exact: Int128(value.millionths) * Int128(factor)) ?? value).text
  }

  private static func total(_ parts: [Int128]) -> Int128? {
    var sum: Int128 = 0
    for part in parts {
      let (next, overflow) = sum.addingReportingOverflow(part)
      if overflow { return nil }
      sum = next
    }
    return sum
  }

  /// Exact where six decimals hold it, else rounded to four.
  private static func quotient(_ total: Int128?, _ unit: Int128) -> Result {
    guard let total else { return .outOfRange }
    if total % unit == 0 { return Quantity(exact: total / unit).map(Result.value) ?? .outOfRange }
    return derived(total, unit)
  }

  /// Millionths over a whole number, rounded to four decimals.
  private static func derived(_ millionths: Int128?, _ divisor: Int128) -> Result {
    let (denominator, overflow) = divisor.multipliedReportingOverflow(by: Quantity.scale)
    guard let millionths, !overflow else { return .outOfRange }
    return Quantity.derived(millionths, dividedBy: denominator).map(Result.value) ?? .outOfRange
  }
}
