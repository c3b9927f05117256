// Stage 3b: unit figures from project figures by the plan; sums are exact, derived figures have four decimals.

struct Roller {
  let submission: Submission
  let cards: [String: Scorecard]
  let period: Period

  init(submission: Submission, cards: [Scorecard], period: Period) {
    self.submission = submission
    self.cards = Dictionary(cards.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.period = period
  }

  /// Rolls up every entry that is not 自报.
  func roll(_ plan: RollUpPlan) -> ([RolledFigure], [Finding]) {
    var figures: [RolledFigure] = []
    var findings: [Finding] = []
    for entry in plan.entries where entry.method != .own {
      let (figure, faults) = roll(entry)
      figures.append(figure)
      findings += faults
    }
    return (figures, findings)
  }

  private func roll(_ entry: RollUpEntry) -> (RolledFigure, [Finding]) {
    let measure = entry.indicator.target(in: period)?.target.measure ?? .none
    let items = entry.sources.map(item)
    let contributions = items.map { contribution($0, entry, measure) }
    var findings: [Finding] = []
    var achievement: Achievement?
    var parts: RollUpParts?
    var derivation = Derivation(formula: formula(entry), substitution: "来源未填报，无法汇总")
    let applicable = items.filter { $0.actual != .notApplicable }
    if items.allSatisfy({ $0.actual != nil }) {
      if applicable.isEmpty {
        achievement = Achievement(actual: .notApplicable, text: "不适用", source: .rolledUp)
        derivation = Derivation(formula: formula(entry), substitution: "全部来源不适用")
      } else {
        let outcome = figure(of: applicable, entry, measure)
        achievement = outcome.value.map {
          Achievement(actual: $0, text: text($0, applicable, entry, measure), source: .rolledUp)
        }
        derivation = Derivation(formula: formula(entry), substitution: outcome.substitution)
        if let fault = outcome.fault { findings.append(fault) }
        parts = outcome.parts
      }
    }
    let target = targets(of: entry)
    let figure = RolledFigure(
      entry: entry, contributions: contributions, achievement: achievement, projectTargets: target.text,
      targetDifference: target.difference, derivation: derivation, parts: parts)
    return (figure, findings)
  }

  /// The plan's formula applied to the project targets.
  func targets(of entry: RollUpEntry) -> (text: String, difference: Quantity?) {
    let measure = entry.indicator.target(in: period)?.target.measure ?? .none
    return TargetRoller(period: period).roll(entry, entry.sources.map(item), measure)
  }

  /// One source with what was achieved and its weight.
  struct Item {
    let source: RollUpSource
    let row: ScoredIndicator?
    let actual: Actual?
    let measure: Measure
    /// The weight's actual figure, and its target, for rolling up the targets.
    let weight: Quantity?
    let weightTarget: Quantity?
    let weightFactor: Int64
  }

  private func item(_ source: RollUpSource) -> Item {
    let card = cards[source.project]
    let row = card?.row(source.indicator.ordinal)
    var weight: Quantity?
    var weightTarget: Quantity?
    var factor: Int64 = 1
    switch source.weight {
    case .budget: (weight, weightTarget) = (card?.execution.budget, card?.execution.budget)
    case .indicator(let other):
      weight = card?.row(other.ordinal).achievement?.actual.number
      let target = other.target(in: period)?.target
      weightTarget = target?.quantity
      factor = target?.measure?.factor ?? 1
    case nil: break
    }
    return Item(
      source: source, row: row, actual: row?.achievement?.actual,
      measure: source.indicator.target(in: period)?.target.measure ?? .none, weight: weight,
      weightTarget: weightTarget, weightFactor: factor)
  }

  private struct Outcome {
    var value: Actual?
    var substitution: String
    var fault: Finding?
    var parts: RollUpParts?
  }

  private func figure(of items: [Item], _ entry: RollUpEntry, _ measure: Measure) -> Outcome {
    guard let target = entry.indicator.target(in: period)?.target else {
      return Outcome(value: nil, substitution: "指标值无法识别", fault: nil)
    }
    switch target {
    case .number, .range:
      let direction = Direction(target)
      let terms = items.compactMap { item in
        item.actual?.number.map {
          Term(value: $0, factor: item.measure.factor, weight: item.weight, weightFactor: item.weightFactor)
        }
      }
      guard terms.count == items.count else { return Outcome(value: nil, substitution: "来源不是数字", fault: nil) }
      let result = RollUpFormula.apply(entry.method, to: terms, in: measure, direction: direction)
      var outcome = numeric(result, terms, entry, measure)
      outcome.parts = RollUpFormula.parts(entry.method, of: terms)
      return outcome
    default:
      let worst = items.compactMap(\.actual).min { worse($0, $1) }
      let names = items.map { "\($0.source.project)：\($0.row?.achievement?.text ?? "")" }.joined(
        separator: "；")
      let pick = entry.method == .maximum ? items.compactMap(\.actual).max { later($1, $0) } : worst
      return Outcome(value: pick, substitution: names, fault: nil)
    }
  }

  private func numeric(
    _ result: RollUpFormula.Result, _ terms: [Term], _ entry: RollUpEntry, _ measure: Measure
  ) -> Outcome {
    let shown = RollUpFormula.substitution(entry.method, terms, in: measure)
    switch result {
    case .value(let value):
      return Outcome(
        value: .number(value), substitution: "\(shown) = \(value.text)\(measure.text)", fault: nil)
    case .zeroDenominator:
      return Outcome(
        value: nil, substitution: "\(shown)：权数合计为0",
        fault: Finding(
          .zeroDenominator, at: entry.indicator.origin, sheet: Sheet.unitName,
          indicator: entry.indicator.name,
          "“\(entry.indicator.name)”按“\(entry.method.rawValue)”汇总，但权数合计为0", remedy: "核对权数的来源，或改用别的汇总方式"))
    case .missingWeight:
      return Outcome(value: nil, substitution: "\(shown)：权数没有完成值", fault: nil)
    case .outOfRange:
      return Outcome(
        value: nil, substitution: "\(shown)：超出范围",
        fault: Finding(
          .figureOutOfRange, at: entry.indicator.origin, sheet: Sheet.unitName,
          indicator: entry.indicator.name,
          "“\(entry.indicator.name)”汇总后超出可精确计算的范围", remedy: "核对各来源的数字，或改用更大的计量单位"))
    }
  }

  /// Order of qualitative, dated and 序时进度 results: worst first.
  private func worse(_ left: Actual, _ right: Actual) -> Bool { Roller.rank(left) < Roller.rank(right) }
  private func later(_ left: Actual, _ right: Actual) -> Bool { Roller.rank(left) > Roller.rank(right) }

  static func rank(_ actual: Actual) -> Int128 {
    switch actual {
    case .attainment(let grade, let percent):
      Int128(grade.rawValue) * 1_000_000_000_000 + Int128(percent?.millionths ?? 999_999_999)
    case .date(let day): -Int128(day.ordinal)
    case .progress(let percent): Int128(percent.millionths)
    case .onSchedule: Int128(Quantity.hundred.millionths)
    case .number(let value): Int128(value.millionths)
    case .notApplicable: Int128.max
    }
  }

  /// What the unit sheet shows: the number with its unit, or the words of the source that decided.
  private func text(_ value: Actual, _ items: [Item], _ entry: RollUpEntry, _ measure: Measure) -> String {
    switch value {
    case .number(let number): return "\(number.text)\(measure.text)"
    case .date(let day): return day.text
    case .attainment(let grade, let percent):
      let decisive = items.first { $0.actual == value }
      let sameWord =
        decisive?.source.indicator.target(in: period)?.target == entry.indicator.target(in: period)?.target
      if sameWord, let words = decisive?.row?.achievement?.text { return words }
      return percent.map { "\(grade.word) \($0.text)%" } ?? grade.word
    default: return items.first { $0.actual == value }?.row?.achievement?.text ?? ""
    }
  }

  private func contribution(_ item: Item, _ entry: RollUpEntry, _ measure: Measure) -> Contribution {
    var value = item.row?.achievement?.text ?? ""
    if let number = item.actual?.number {
      let converted =
        entry.method == .ratio ? number : RollUpFormula.convert(number, item.measure, to: measure)
      value = (converted ?? number).text
    } else if item.actual == .notApplicable {
      value = "不适用"
    }
    return Contribution(
      project: item.source.project, indicator: item.source.indicator, value: value,
      weight: item.weight?.text ?? "", source: item.row?.achievement?.source)
  }

  private func formula(_ entry: RollUpEntry) -> String {
    let parts = entry.sources.map { source in
      "\(source.project)“\(source.indicator.name)”" + (source.weight.map { "（权数：\($0.text)）" } ?? "")
    }
    return "\(entry.method.rawValue)：" + parts.joined(separator: "；")
  }
}

/// In which direction a numeric target is bad.
enum Direction {
  case smallIsWorse, largeIsWorse

  init(_ target: Target) {
    if case .number(let comparator, let goal, _) = target,
      !comparator.isUpward || comparator == .equal && goal.isZero
    {
      self = .largeIsWorse
    } else {
      self = .smallIsWorse
    }
  }
}
