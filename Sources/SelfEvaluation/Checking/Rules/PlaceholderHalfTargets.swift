// N328: half-year targets that were never thought about.

extension Rule {
  /// A sheet is mentioned from this many counting indicators on; with fewer, equality may be chance.
  private static let enough = 3

  static let placeholderHalfTargets = Rule(
    .placeholderHalfTargets,
    title: "半年指标值像是随手填的",
    why: """
      半年指标值用于年中的运行监控；一张表至少有三个计数指标，半年值却全是0、或多半与全年值相同时，\
      亮灯就没有意义；只有一部分是0的，可能确实下半年才开始
      """,
    remedy: "按工作进度重新填写半年指标值",
    firing: Example(
      .replace("targets.csv", "新增设备数量,≥10套,≥20套", with: "新增设备数量,≥0套,≥20套"),
      .append(
        "targets.csv",
        "能力提升经费,产出指标,数量指标,,更新设备数量,≥0套,≥5套\n能力提升经费,产出指标,数量指标,,培训人数,≥0人,≥40人\n"),
      .append("actuals.csv", "能力提升经费,,更新设备数量,0套,5套,,,,验收单\n能力提升经费,,培训人数,20人,41人,,,,签到表\n")),
    clean: Example(
      .replace("targets.csv", "新增设备数量,≥10套,≥20套", with: "新增设备数量,≥0套,≥20套"),
      .append(
        "targets.csv",
        "能力提升经费,产出指标,数量指标,,更新设备数量,≥0套,≥5套\n能力提升经费,产出指标,数量指标,,培训人数,≥20人,≥40人\n"),
      .append("actuals.csv", "能力提升经费,,更新设备数量,2套,5套,,,,验收单\n能力提升经费,,培训人数,20人,41人,,,,签到表\n"))
  ) { examination in
    examination.cards.compactMap { card in
      let targets = card.sheet.indicators.compactMap(countingTargets)
      let same = targets.count { $0.half == $0.year }
      let allZero = targets.allSatisfy(\.half.isZero)
      guard targets.count >= enough, allZero || same * 2 > targets.count, let first = targets.first else {
        return nil
      }
      let how = allZero ? "全是0" : "\(same)个与全年指标值相同"
      return Finding(
        .placeholderHalfTargets, at: first.origin, sheet: card.name,
        "“\(card.name)”的\(targets.count)个计数指标，半年指标值\(how)", remedy: "按工作进度重新填写半年指标值")
    }
  }

  /// Both targets of an indicator that counts things and grows over the year.
  private static func countingTargets(_ indicator: Indicator) -> (
    half: Quantity, year: Quantity, origin: Origin
  )? {
    guard case .number(let comparator, let year, let measure)? = indicator.year?.target, comparator.isUpward,
      measure.counts, !year.isZero, let stated = indicator.half, let half = stated.target.quantity
    else { return nil }
    return (half, year, stated.origin)
  }
}
