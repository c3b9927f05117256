// W413: one name, several targets.

extension Rule {
  static let namesakeTargetsDiffer = Rule(
    .namesakeTargetsDiffer,
    title: "同名指标在各表的目标不同",
    why: "同一个比率或标准在单位表和各项目表中有不同的目标，按哪一个考核就说不清；计数指标各自不同是正常的，不在此列",
    remedy: "统一指标值；口径不同的，改名以示区别",
    firing: Example(
      .replace("targets.csv", "使用人员满意度,≥80%,≥80%", with: "客户满意度,≥85%,≥85%"),
      .replace("actuals.csv", "使用人员满意度", with: "客户满意度")),
    clean: Example(
      .replace("targets.csv", "使用人员满意度,≥80%,≥80%", with: "客户满意度,≥80%,≥80%"),
      .replace("actuals.csv", "使用人员满意度", with: "客户满意度"))
  ) { examination in
    var places: [Name: Int] = [:]
    var groups: [[ExaminedRow]] = []
    for examined in examination.rows where isStandard(examined.indicator) {
      let base = examined.indicator.year?.target.measure?.base ?? ""
      let group = Name(examined.indicator.looseKey.text + "|" + base)
      if let place = places[group] {
        groups[place].append(examined)
      } else {
        places[group] = groups.count
        groups.append([examined])
      }
    }
    return groups.compactMap { finding(among: $0, examination) }
  }

  /// Rates, standards and qualities outside 决策 and 过程: the same everywhere, unlike counts, dates and execution.
  private static func isStandard(_ indicator: Indicator) -> Bool {
    switch indicator.year?.target {
    case .number(_, _, let measure), .range(_, _, let measure):
      guard !measure.counts(indicator.key) else { return false }
    case .quality: break
    default: return false
    }
    return !indicator.isManagement && !indicator.name.hasBytes("执行率")
  }

  private static func finding(among rows: [ExaminedRow], _ examination: Examination) -> Finding? {
    guard rows.count > 1, let first = rows.first,
      let other = rows.first(where: {
        !sameTargets($0.indicator, first.indicator) && $0.card.name != first.card.name
      })
    else { return nil }
    // One project under the unit's roll-up: W412 says it already.
    if rows.count == 2, first.card.sheet.isUnit, let figure = examination.figures[first.indicator.ordinal],
      figure.entry.sources.contains(where: {
        $0.project == other.card.name && $0.indicator == other.indicator
      }),
      [Period.year, .half].contains(where: { targetGap(of: figure, in: $0) != nil })
    {
      return nil
    }
    let list = rows.map { "\($0.card.name)“\(shown($0.indicator))”" }.joined(separator: "、")
    return other.aboutTarget(
      .namesakeTargetsDiffer, "“\(other.indicator.name)”在各表的指标值不同（半年/全年）：\(list)",
      remedy: "统一指标值；口径不同的，改名以示区别")
  }

  private static func sameTargets(_ left: Indicator, _ right: Indicator) -> Bool {
    [Period.year, .half].allSatisfy { Target.sameDemand(left.target(in: $0), right.target(in: $0)) }
  }

  private static func shown(_ indicator: Indicator) -> String {
    let (half, year) = (indicator.target(in: .half)?.text ?? "", indicator.year?.text ?? "")
    return half == year ? year : "\(half)/\(year)"
  }
}
