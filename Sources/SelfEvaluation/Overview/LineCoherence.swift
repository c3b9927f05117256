// What the members of a line say of one another: no run writes a line that contradicts itself, and a total made of one would
// be nobody's.

/// Compares the members of a line that has been read.
enum LineCoherence {
  /// Throws for the first contradiction.
  static func check(_ line: UnitLine) throws(LineFault) {
    // Both are empty where the folder could not be read.
    if !line.code.isEmpty, line.id != UnitIdentity.id(for: line.code) {
      throw differs("id", line.id, "code", line.code)
    }
    guard let result = line.result else { return }
    for (member, text) in [
      ("folder", line.folder), ("id", line.id), ("unit", line.unit), ("output", result.output),
    ] where text.isEmpty {
      throw LineFault(message: "“\(member)”是空的")
    }
    // Data with an error allow no report.
    if line.counts.errors > 0 { throw differs("counts.error", line.counts.errors, "ok", true) }
    try check(result, line)
    for indicator in result.indicators { try check(indicator) }
    let missed = result.indicators.count { $0.isMet == false }
    if result.unmet < missed {
      throw LineFault(message: "“unmet”的值“\(result.unmet)”小于未达标的指标数“\(missed)”")
    }
  }

  private static func check(_ result: UnitResult, _ line: UnitLine) throws(LineFault) {
    if result.sheets == 0 { throw LineFault(message: "“sheets”的值“0”不对：有结果的单位至少有一张表") }
    guard (result.score == nil) == (result.ruleScore == nil) else {
      throw LineFault(message: "“score”和“ruleScore”只有其一")
    }
    switch line.period {
    case .year:
      if let light = result.light { throw differs("light", "\(light)", "period", line.period.rawValue) }
      if result.lights.contains(where: { $0 > 0 }) {
        throw differs("lights", "合计\(result.lights.reduce(0, +))", "period", line.period.rawValue)
      }
    case .half:
      if let score = result.score { throw differs("score", score.hundredths, "period", line.period.rawValue) }
    }
    // The bounds of a rubric with overrides, or from a file, are not known here.
    if let rubric = Rubrics.byDigest[line.rubric.digest], let score = result.score, let grade = result.grade,
      rubric.grade(score) != grade
    {
      throw differs("grade", grade.rawValue, "score", score.hundredths)
    }
    if result.budget == nil, let spent = result.spent {
      throw LineFault(message: "“spent”的值“\(spent.millionths)”没有对应的“budget”")
    }
  }

  private static func check(_ indicator: UnitIndicator) throws(LineFault) {
    guard !indicator.name.isEmpty else { throw LineFault(message: "指标的“name”是空的") }
    if case .range(let lower, let upper, _) = indicator.target, upper < lower {
      throw fault(indicator, "“upper”小于“target”")
    }
    if case .attainment(_, let percent)? = indicator.actual {
      for (member, share) in [("percent", percent), ("share", indicator.share)] {
        if let share, share < .zero || share > .hundred {
          throw fault(indicator, "“\(member)”的值“\(share.millionths)”不在0%到100%之间")
        }
      }
    }
    guard indicator.isMet == indicator.actual.flatMap({ indicator.target.isMet(by: $0) }) else {
      throw fault(indicator, "“met”与完成值和指标值不符")
    }
    try checkParts(indicator)
  }

  /// A quotient, and nothing else, has parts that divided give the figure shown.
  private static func checkParts(_ indicator: UnitIndicator) throws(LineFault) {
    let divides = [.mean, .weightedMean, .ratio].contains(indicator.method)
    guard let value = indicator.actual?.number else {
      // Earlier builds wrote 0 for the budget of a rate that is 不适用.
      if let parts = indicator.parts, parts.denominator != 0 {
        throw fault(indicator, "“actual”不是数字，却有“numerator”和“denominator”")
      }
      return
    }
    guard let parts = indicator.parts else {
      if divides {
        throw fault(indicator, "“method”是“\(indicator.method.rawValue)”，却没有“numerator”和“denominator”")
      }
      return
    }
    guard divides else {
      throw fault(indicator, "“method”是“\(indicator.method.rawValue)”，却有“numerator”和“denominator”")
    }
    // Weights may be negative where an indicator such as 利润 is one; a mean's denominator is a number of things.
    guard parts.denominator != 0, indicator.method != .mean || parts.denominator > 0 else {
      throw fault(indicator, "“denominator”的值“\(parts.denominator)”不能作除数")
    }
    let quotient = RollUpFormula.divide(indicator.method, parts, in: indicator.target.measure ?? .none)
    guard quotient == .value(value) else {
      throw fault(indicator, "“numerator”除以“denominator”不等于“actual”的“\(value.millionths)”")
    }
  }

  private static func differs(
    _ member: String, _ value: some CustomStringConvertible, _ other: String,
    _ otherValue: some CustomStringConvertible
  ) -> LineFault {
    LineFault(
      message: "“\(member)”的值“\(VisibleText.shown(value.description))”与“\(other)”的"
        + "“\(VisibleText.shown(otherValue.description))”不符")
  }

  private static func fault(_ indicator: UnitIndicator, _ what: String) -> LineFault {
    LineFault(message: "指标“\(VisibleText.shown(indicator.name))”的\(what)")
  }
}
