// 项目目标汇总: the plan's formula applied to the project targets, to be set beside the unit's own target.

struct TargetRoller {
  let period: Period

  /// The rolled-up target in words, and the unit's target less it where both are numbers.
  func roll(_ entry: RollUpEntry, _ items: [Roller.Item]) -> TargetRollUp {
    guard let own = entry.indicator.target(in: period)?.target else { return TargetRollUp() }
    let targets = items.compactMap { $0.source.indicator.target(in: period)?.target }
    guard targets.count == items.count else { return TargetRollUp() }
    switch own {
    case .number: return numbers(entry, items, targets, own)
    case .quality: return TargetRollUp(text: lowestWord(targets))
    case .deadline:
      let days = targets.compactMap { if case .deadline(let day) = $0 { day } else { nil } }
      let day = entry.method == .minimum ? days.min() : days.max()
      return TargetRollUp(text: day?.text ?? "")
    case .progress: return TargetRollUp(text: targets.allSatisfy { $0 == .progress } ? "序时进度" : "")
    case .range: return TargetRollUp()
    }
  }

  private func numbers(
    _ entry: RollUpEntry, _ items: [Roller.Item], _ targets: [Target], _ own: Target
  ) -> TargetRollUp {
    let measure = own.measure ?? .none
    let terms = zip(items, targets).compactMap { item, target in
      target.quantity.map {
        Term(
          value: $0, factor: item.measure.factor, weight: item.weightTarget, weightFactor: item.weightFactor)
      }
    }
    // A range among the sources rolls up to nothing (FORMATS §3), nor do units that agree in the other period only.
    guard terms.count == items.count,
      entry.method == .ratio || items.allSatisfy({ $0.measure.agrees(with: measure) }),
      case .value(let value) = RollUpFormula.apply(
        entry.method, to: terms, in: measure, direction: Direction(own))
    else { return TargetRollUp() }
    return TargetRollUp(text: value.text, difference: own.quantity?.minus(value))
  }

  /// The lowest of several words of one ladder; a word is on its own.
  private func lowestWord(_ targets: [Target]) -> String {
    let words = targets.compactMap { if case .quality(let word) = $0 { word } else { nil } }
    guard words.count == targets.count else { return "" }
    // 一般 and 不显著 do not show their ladder by themselves: any of the words may name it.
    for stem in words.map({ QualityParser.step(of: $0).stem }) {
      let rungs = words.compactMap { QualityParser.rung(of: $0, stem: stem) }
      guard rungs.count == words.count else { continue }
      return zip(words, rungs).max { $0.1 < $1.1 }?.0 ?? ""
    }
    return ""
  }
}
