// Stage 3b: unit figures from project figures by the plan; sums are exact, derived figures have four decimals.

struct Roller {
  let cards: CardIndex
  let period: Period
  /// 系数 of the rubric: what a grade without a percentage earns. Rolling up targets needs none.
  var defaults = Rubric.Percents()

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
    var findings: [Finding] = []
    var achievement: Achievement?
    var parts: RollUpParts?
    let formula = formula(entry)
    var substitution = "来源未填报，无法汇总"
    let applicable = items.filter { if case .notApplicable? = $0.actual { false } else { true } }
    let asFiled = RollUpFormula.isTrueAsFiled(entry.method, applicable.compactMap(term), in: measure)
    let contributions = items.map { contribution($0, entry, measure, asFiled: asFiled) }
    if items.allSatisfy({ $0.actual != nil }) {
      if applicable.isEmpty {
        achievement = Achievement(actual: .notApplicable, text: "不适用", source: .rolledUp)
        substitution = "全部来源不适用"
      } else {
        let outcome = figure(of: applicable, entry, measure)
        achievement = outcome.value.map {
          Achievement(actual: $0, text: text($0, applicable, entry, measure), source: .rolledUp)
        }
        substitution = outcome.substitution
        if let fault = outcome.fault {
          findings.append(fault)
        } else if entry.method != .ratio, applicable.contains(where: { isOutOfRange($0, measure) }) {
          findings.append(outOfRange(entry))
        }
        parts = outcome.parts
      }
    }
    let figure = RolledFigure(
      entry: entry, contributions: contributions, achievement: achievement,
      targets: targets(of: entry, items),
      period: period, derivation: Derivation(formula: formula, substitution: substitution), parts: parts)
    return (figure, findings)
  }

  /// The plan's formula applied to the project targets of both periods; `items` are those of this one.
  private func targets(of entry: RollUpEntry, _ items: [Item]) -> TargetRollUps {
    let other = Roller(cards: cards, period: period == .half ? .year : .half)
    let here = TargetRoller(period: period).roll(entry, items)
    let there = TargetRoller(period: other.period).roll(entry, entry.sources.map(other.item))
    return period == .half ? TargetRollUps(half: here, year: there) : TargetRollUps(half: there, year: here)
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
    let card = cards.card(named: source.project)
    let row = card?.row(source.indicator.ordinal)
    let measure = source.indicator.target(in: period)?.target.measure ?? .none
    var weight: Quantity?
    var weightTarget: Quantity?
    var factor: Int64 = 1
    switch source.weight {
    case .budget:
      (weight, weightTarget) = (card?.execution.budget, card?.execution.budget)
      // 全年预算数 is in 万元: money is divided by money, and beside 万元 a bare 200万 is money. Anything else is divided
      // by the number of 万元.
      factor = measure.isMoney || measure.base.isEmpty && !measure.isNone ? 10_000 : 1
    case .indicator(let other):
      weight = card?.row(other.ordinal).achievement?.actual.number
      let target = other.target(in: period)?.target
      weightTarget = target?.quantity
      factor = target?.measure?.factor ?? 1
    case nil: break
    }
    return Item(
      source: source, row: row, actual: row?.achievement?.actual, measure: measure, weight: weight,
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
      let terms = items.compactMap(term)
      guard terms.count == items.count else { return Outcome(value: nil, substitution: "来源不是数字", fault: nil) }
      let result = RollUpFormula.apply(entry.method, to: terms, in: measure, direction: direction)
      var outcome = numeric(result, terms, items, entry, measure)
      outcome.parts = RollUpFormula.parts(entry.method, of: terms)
      return outcome
    default:
      let actuals = items.compactMap(\.actual)
      let names = items.map { "\($0.source.project)：\($0.row?.achievement?.text ?? "")" }.joined(
        separator: "；")
      // Of dates the latest is the worst; only 最小 asks for another.
      let pick = entry.method == .minimum ? actuals.max { worse($0, $1) } : actuals.min { worse($0, $1) }
      return Outcome(value: pick, substitution: names, fault: nil)
    }
  }

  private func term(_ item: Item) -> Term? {
    item.actual?.number.map {
      Term(value: $0, factor: item.measure.factor, weight: item.weight, weightFactor: item.weightFactor)
    }
  }

  private func numeric(
    _ result: RollUpFormula.Result, _ terms: [Term], _ items: [Item], _ entry: RollUpEntry,
    _ measure: Measure
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
      return Outcome(
        value: nil, substitution: "\(shown)：权数没有完成值", fault: inapplicableWeight(of: items, entry))
    case .outOfRange:
      return Outcome(
        value: nil, substitution: "\(shown)：超出范围", fault: outOfRange(entry))
    }
  }

  /// Whether a source cannot be written in the unit indicator's unit, though it may not have decided the figure.
  private func isOutOfRange(_ item: Item, _ measure: Measure) -> Bool {
    guard let number = item.actual?.number else { return false }
    return RollUpFormula.convert(number, item.measure, to: measure) == nil
  }

  private func outOfRange(_ entry: RollUpEntry) -> Finding {
    Finding(
      .figureOutOfRange, at: entry.indicator.origin, sheet: Sheet.unitName, indicator: entry.indicator.name,
      "“\(entry.indicator.name)”汇总后超出可精确计算的范围", remedy: "核对各来源的数字，或改用更大的计量单位")
  }

  /// A weight that is 不适用 beside a source that is not; one that is missing has its own error.
  private func inapplicableWeight(of items: [Item], _ entry: RollUpEntry) -> Finding? {
    for item in items {
      guard case .indicator(let weight)? = item.source.weight,
        cards.card(named: item.source.project)?.row(weight.ordinal).isNotApplicable == true
      else { continue }
      return Finding(
        .missingRollUpWeight, at: entry.indicator.origin, sheet: Sheet.unitName,
        indicator: entry.indicator.name,
        "“\(entry.indicator.name)”的权数“\(weight.name)”在“\(item.source.project)”不适用，而来源有完成值，无法汇总",
        remedy: "改用别的权数，或从 rollup.csv 中去掉该项目的来源")
    }
    return nil
  }

  /// Order of qualitative, dated and 序时进度 results, worst first: grades by level, then by the share they earn;
  /// a percentage of 序时进度 against a grade by the share alone.
  private func worse(_ left: Actual, _ right: Actual) -> Bool {
    Roller.isWorse(left, right, defaults: defaults)
  }

  static func isWorse(_ left: Actual, _ right: Actual, defaults: Rubric.Percents) -> Bool {
    if case .attainment(let one, _) = left, case .attainment(let other, _) = right, one != other {
      return one < other
    }
    return share(left, defaults) < share(right, defaults)
  }

  private static func share(_ actual: Actual, _ defaults: Rubric.Percents) -> Int64 {
    switch actual {
    case .attainment(let grade, let percent): (percent ?? defaults[grade] ?? .zero).millionths
    case .date(let day): -Int64(day.ordinal)
    case .progress(let percent): percent.millionths
    case .onSchedule: Quantity.hundred.millionths
    case .number(let value): value.millionths
    case .notApplicable: .max
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

  /// `asFiled`: whether weights, and a ratio's figures, stand in the scale they were filed in.
  private func contribution(
    _ item: Item, _ entry: RollUpEntry, _ measure: Measure, asFiled: Bool
  ) -> Contribution {
    var value = item.row?.achievement?.text ?? ""
    if let number = item.actual?.number {
      if entry.method == .ratio {
        value = asFiled ? number.text : RollUpFormula.inBase(number, item.measure.factor)
      } else {
        value = (RollUpFormula.convert(number, item.measure, to: measure) ?? number).text
      }
    } else if case .date(let day) = item.actual {
      value = day.text
    } else if item.actual == .notApplicable {
      value = "不适用"
    }
    return Contribution(
      project: item.source.project, indicator: item.source.indicator, value: value,
      weight: item.weight.map { asFiled ? $0.text : RollUpFormula.inBase($0, item.weightFactor) } ?? "",
      source: item.row?.achievement?.source)
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
