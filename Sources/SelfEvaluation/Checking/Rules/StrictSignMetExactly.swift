// W311: exactly the bound of a target that asks for more, or less.

extension Rule {
  static let strictSignMetExactly = Rule(
    .strictSignMetExactly,
    title: "完成值恰好等于“大于”“小于”的界限",
    why: "“>20套”照字面不含20套，但填报人多半是想写“≥”；完成值恰好等于界限时仍给满分，同时提示核对",
    remedy: "核对指标值的原意，含界限的改成“≥”“≤”",
    firing: Example(.replace("targets.csv", "≥20套", with: ">21套")),
    clean: Example(.replace("targets.csv", "≥20套", with: ">20套"))
  ) { examination in
    examination.rows.compactMap { examined in
      guard examined.row.meetsStrictSignExactly,
        case .number(let comparator, _, _)? = examined.row.target?.target
      else { return nil }
      let inclusive = comparator == .above ? "≥" : "≤"
      return examined.aboutActual(
        .strictSignMetExactly,
        "完成值“\(examined.row.achievement?.text ?? "")”恰好等于指标值“\(examined.targetText)”的界限，按达到给满分",
        remedy: "核对指标值的原意，含界限的改成“\(inclusive)”")
    }
  }
}

extension ScoredIndicator {
  /// Whether the actual equals the bound of a > or < target (FORMATS §2: full points, with a warning).
  var meetsStrictSignExactly: Bool {
    guard case .number(let comparator, let goal, _)? = target?.target else { return false }
    return (comparator == .above || comparator == .below) && achievement?.actual.number == goal
  }
}
