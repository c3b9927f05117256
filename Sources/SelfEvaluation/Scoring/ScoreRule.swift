// The formulas of FORMATS §2: a weight, a target and an actual give points and the derivation of them.

struct ScoreRule {
  let rubric: Rubric

  /// Points by rule with their derivation; nil where target and actual do not belong together or nothing applies.
  func score(_ weight: Points, _ target: Target, _ actual: Actual) -> (Points, Derivation)? {
    switch (target, actual) {
    case (.number(let comparator, let goal, _), .number(let value)):
      return number(weight, comparator, goal, value)
    case (.range(let lower, let upper, _), .number(let value)):
      if value < lower { return number(weight, .atLeast, lower, value) }
      if value > upper { return number(weight, .atMost, upper, value) }
      return (
        weight,
        Derivation(
          formula: "在区间之内：得满分", substitution: met(weight, "\(lower.text) ≤ \(value.text) ≤ \(upper.text)"))
      )
    case (.deadline(let day), .date(let done)):
      return deadline(weight, day, done)
    case (.progress, .onSchedule):
      return (weight, Derivation(formula: "达到序时进度：得满分", substitution: "得\(weight.plain)分"))
    case (.progress, .progress(let percent)):
      let share = min(max(percent, .zero), .hundred)
      let points = weight.times(Int128(share.millionths), over: Int128(Quantity.hundred.millionths))
      return (
        points,
        Derivation(
          formula: "序时进度：分值×完成进度（不超过100%）",
          substitution: "\(weight.plain) × \(percent.text)% → \(points.text)")
      )
    case (_, .attainment(let grade, let percent)):
      return attainment(weight, grade, percent)
    default:
      return nil
    }
  }

  private func number(
    _ weight: Points, _ comparator: Comparator, _ target: Quantity, _ actual: Quantity
  ) -> (Points, Derivation) {
    let relation = "\(actual.text) 对 \(comparator.sign)\(target.text)"
    let strictlyEqual = (comparator == .above || comparator == .below) && actual == target
    if comparator == .equal, rubric.equalByDeviation, !target.isZero {
      return deviation(weight, target, actual)
    }
    guard comparator.isMet(by: actual, target: target) || strictlyEqual else {
      return comparator.isUpward
        ? short(weight, target, actual, relation) : over(weight, target, actual, relation)
    }
    if comparator.isUpward, rubric.excessDeduction.isPositive, actual.isFarAbove(target) {
      let left = Quantity.hundred.millionths - rubric.excessDeduction.millionths
      let points = weight.times(Int128(left), over: Int128(Quantity.hundred.millionths))
      return (
        points,
        Derivation(
          formula: "超过指标值130%：分值×(1−超额扣减)",
          substitution: "\(weight.plain) × (1 − \(rubric.excessDeduction.text)%) → \(points.text)")
      )
    }
    return (weight, Derivation(formula: "达到指标值：得满分", substitution: met(weight, relation)))
  }

  /// ≥, > and = not met: in proportion, not below 0.
  private func short(
    _ weight: Points, _ target: Quantity, _ actual: Quantity, _ relation: String
  ) -> (Points, Derivation) {
    guard target.isPositive, actual >= .zero else {
      return (.zero, Derivation(formula: "未达到指标值且不能按比例计：不得分", substitution: "\(relation) → 0.00"))
    }
    let points = weight.times(Int128(actual.millionths), over: Int128(target.millionths))
    return (
      points,
      Derivation(
        formula: "未达到指标值：分值×完成值÷指标值",
        substitution: "\(weight.plain) × \(actual.text) ÷ \(target.text) → \(points.text)")
    )
  }

  /// ≤ and < exceeded: less the excess in proportion, nothing from twice the limit on; or w·t/a by the rubric.
  private func over(
    _ weight: Points, _ target: Quantity, _ actual: Quantity, _ relation: String
  ) -> (Points, Derivation) {
    guard target.isPositive else {
      return (.zero, Derivation(formula: "超过上限且不能按比例计：不得分", substitution: "\(relation) → 0.00"))
    }
    let (a, t) = (Int128(actual.millionths), Int128(target.millionths))
    if rubric.reverseByRatio {
      let points = weight.times(t, over: a)
      return (
        points,
        Derivation(
          formula: "超过上限：分值×指标值÷完成值",
          substitution: "\(weight.plain) × \(target.text) ÷ \(actual.text) → \(points.text)")
      )
    }
    guard a < 2 * t else {
      return (.zero, Derivation(formula: "达到上限两倍：不得分", substitution: "\(relation) → 0.00"))
    }
    let points = weight.times(2 * t - a, over: t)
    return (
      points,
      Derivation(
        formula: "超过上限：分值×(1−超出部分÷指标值)",
        substitution:
          "\(weight.plain) × (1 − (\(actual.text) − \(target.text)) ÷ \(target.text)) → \(points.text)")
    )
  }

  /// 等于公式=偏离.
  private func deviation(_ weight: Points, _ target: Quantity, _ actual: Quantity) -> (Points, Derivation) {
    let t = Int128(target.magnitude.millionths)
    let distance = Int128((Int128(actual.millionths) - Int128(target.millionths)).magnitude)
    let points = weight.times(max(0, t - distance), over: t)
    return (
      points,
      Derivation(
        formula: "按偏离程度：分值×max(0, 1−|完成值−指标值|÷|指标值|)",
        substitution:
          "\(weight.plain) × (1 − |\(actual.text) − \(target.text)| ÷ |\(target.text)|) → \(points.text)")
    )
  }

  private func deadline(_ weight: Points, _ day: Day, _ done: Day) -> (Points, Derivation) {
    let late = done.days(after: day)
    guard late > 0 else {
      return (
        weight, Derivation(formula: "按期完成：得满分", substitution: met(weight, "\(done.text) 不晚于 \(day.text)"))
      )
    }
    let points = weight.times(Int128(max(0, 365 - late)), over: 365)
    return (
      points,
      Derivation(
        formula: "逾期：分值×(1−逾期天数÷365)", substitution: "\(weight.plain) × (1 − \(late) ÷ 365) → \(points.text)")
    )
  }

  private func attainment(
    _ weight: Points, _ grade: Attainment, _ percent: Quantity?
  ) -> (Points, Derivation) {
    let share = percent ?? rubric.defaults[grade] ?? .zero
    let points = weight.times(Int128(share.millionths), over: Int128(Quantity.hundred.millionths))
    let origin = percent == nil ? "评分办法默认" : "填报"
    return (
      points,
      Derivation(
        formula: "定性指标“\(grade.word)”：分值×\(origin)比例",
        substitution: "\(weight.plain) × \(share.text)% → \(points.text)")
    )
  }

  private func met(_ weight: Points, _ relation: String) -> String { "\(relation)，得\(weight.plain)分" }
}
