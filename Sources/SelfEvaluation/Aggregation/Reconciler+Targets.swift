// Cross-checks of targets: the unit's own against what its projects promise.

extension Reconciler {
  /// G07: the unit's target against the same formula applied to the project targets, for both periods.
  func targetRollUps() -> [Draft] {
    figures.filter { $0.entry.method != .own }.flatMap { figure in
      [Period.half, .year].compactMap { targetRollUp(figure, $0) }
    }
  }

  private func targetRollUp(_ figure: RolledFigure, _ period: Period) -> Draft? {
    let (entry, rolled) = (figure.entry, figure.targets[period])
    guard !rolled.text.isEmpty, let own = entry.indicator.target(in: period) else { return nil }
    let unit = own.target.measure?.text ?? ""
    let sources = entry.sources.map { source in
      "\(source.project)\(source.indicator.target(in: period)?.text ?? "")"
    }.joined(separator: "、")
    let agrees = rolled.difference.map(\.isZero) ?? (own.target.bare == rolled.text)
    return Draft(
      title: "\(entry.indicator.name)：单位\(period == .half ? "半年" : "全年")目标＝项目目标汇总",
      left: own.target.bare + unit, right: rolled.text + unit, difference: rolled.difference?.text ?? "",
      verdict: agrees ? .agrees : .differs, basis: "按“\(entry.method.rawValue)”汇总：\(sources)",
      sheet: Sheet.unitName,
      origin: own.origin)
  }

  /// G08: namesakes in several sheets whose targets differ although they are no counts that add up.
  func namesakes() -> [Draft] {
    guard let unit = submission.unitSheet else { return [] }
    let derivation = DerivedPlan(projects: submission.projectSheets, rubric: rubric, period: .year)
    return unit.indicators.flatMap { indicator -> [Draft] in
      guard !rubric.isManagement(indicator), let own = indicator.year else { return [] }
      return derivation.namesakes(of: indicator).flatMap { project, source -> [Draft] in
        guard Target.sameUnit(source.year, own), own.target.measure?.counts(indicator.key) != true else {
          return []
        }
        return [Period.half, .year].compactMap { period in
          guard let left = indicator.target(in: period), let right = source.target(in: period),
            !Target.sameDemand(left, right)
          else { return nil }
          return Draft(
            title: "\(indicator.name)：单位与“\(project)”的\(period == .half ? "半年" : "全年")目标一致", left: left.text,
            right: right.text, difference: Target.difference(left, right)?.text ?? "", verdict: .differs,
            basis: "同名指标的目标宜一致，或写明口径不同",
            sheet: project, origin: right.origin)
        }
      }
    }
  }

  /// G09: unit indicators outside 决策 and 过程 that no project bears the name of.
  func unnamed() -> [Draft] {
    guard let unit = submission.unitSheet, !submission.projectSheets.isEmpty else { return [] }
    var names: Set<Name> = []
    names.reserveCapacity(submission.projectSheets.reduce(0) { $0 + $1.indicators.count })
    for sheet in submission.projectSheets {
      for indicator in sheet.indicators { names.insert(indicator.key) }
    }
    let unnamed = unit.indicators.filter { !rubric.isManagement($0) && !names.contains($0.key) }
    guard !unnamed.isEmpty else { return [] }
    let candidates = NearestNames(submission.projectSheets.lazy.flatMap { $0.indicators.lazy.map(\.name) })
    let entries = Dictionary(
      (plan?.entries ?? []).map { ($0.indicator.ordinal, $0) }, uniquingKeysWith: { first, _ in first })
    return unnamed.map { indicator in
      let similar = candidates.match(indicator.name)
      let entry = entries[indicator.ordinal]
      let used = entry.map {
        $0.method == .own
          ? "自报" : "\($0.method.rawValue)（\($0.sources.map(\.indicator.name).joined(separator: "、"))）"
      }
      return Draft(
        title: "\(indicator.name)：有同名项目指标", left: indicator.name, right: similar.map { "名称最接近：\($0)" } ?? "无",
        verdict: .remark, basis: "没有同名项目指标，现按“\(used ?? "自报")”取数", sheet: unit.name, origin: indicator.origin)
    }
  }

  /// G10: namesakes measured in different units, and costs without 元.
  func measureDrift() -> [Draft] {
    var seen: [Name: (sheet: String, indicator: Indicator)] = [:]
    var drafts: [Draft] = []
    for sheet in sheets {
      for indicator in sheet.indicators {
        guard let measure = indicator.year?.target.measure else { continue }
        let first = seen[indicator.looseKey]
        if let first, let other = first.indicator.year?.target.measure,
          !other.text.isSameBytes(measure.text), other.unscaledText != measure.unscaledText,
          !isRatio(indicator, of: sheet, for: first)
        {
          let agrees = other.agrees(with: measure)
          drafts.append(
            Draft(
              title: "\(indicator.name)：各表计量单位一致", left: "\(first.sheet)：\(other.text)",
              right: "\(sheet.name)：\(measure.text)",
              verdict: agrees ? .remark : .differs, basis: agrees ? "按同义单位处理" : "计量单位不同，不能相加",
              sheet: sheet.name,
              origin: indicator.origin))
        } else if first == nil {
          seen[indicator.looseKey] = (sheet.name, indicator)
        }
        if measure.text.startsWithBytes("人/"), indicator.name.endsWithBytes("成本") {
          drafts.append(
            Draft(
              title: "\(sheet.name)“\(indicator.name)”的计量单位", left: measure.text, right: "元/\(measure.text)",
              verdict: .remark,
              basis: "成本以元计，疑漏写“元/”", sheet: sheet.name, origin: indicator.origin))
        }
      }
    }
    return drafts
  }

  /// Whether it is a source of the unit's indicator by 比率: their units need not agree.
  private func isRatio(
    _ indicator: Indicator, of sheet: Sheet, for unit: (sheet: String, indicator: Indicator)
  ) -> Bool {
    guard unit.sheet == Sheet.unitName,
      let entry = plan?.entries.first(where: { $0.indicator.ordinal == unit.indicator.ordinal }),
      entry.method == .ratio
    else { return false }
    return entry.sources.contains {
      $0.project.isSameText(sheet.name) && $0.indicator.ordinal == indicator.ordinal
    }
  }

  /// G11: a rate cannot exceed 100 %.
  func impossibleRates() -> [Draft] {
    sheets.flatMap { sheet in
      sheet.indicators.compactMap { indicator in
        guard case .number(let comparator, _, _)? = indicator.year?.target,
          let value = indicator.year?.target.quantity(in: .percent), comparator.isUpward,
          comparator != .equal, value >= .hundred, RateNames.isBounded(indicator.name)
        else { return nil }
        return Draft(
          title: "\(sheet.name)“\(indicator.name)”不超过100%", left: indicator.year?.text ?? "", right: "100%",
          difference: value.minus(.hundred)?.text ?? "", verdict: .remark,
          basis: "比率不会超过100%，“≥100%”只能是“=100%”",
          sheet: sheet.name, origin: indicator.year?.origin)
      }
    }
  }

  /// G12: a sheet without 满意度.
  func missingSatisfaction() -> [Draft] {
    sheets.filter { sheet in !sheet.indicators.contains { $0.levelOne.hasBytes("满意") } }.map { sheet in
      Draft(
        title: "\(sheet.name)：有满意度指标", left: "无", right: "应有", verdict: .remark,
        basis: "没有满意度指标，"
          + (sheet.indicators.contains { $0.weight != nil } ? "100分全在其他一级指标上" : "其权重按比例分给其他一级指标"),
        sheet: sheet.name, origin: sheet.indicators.first?.origin)
    }
  }
}

/// Names of rates that cannot exceed 100 %: not growth or control rates.
enum RateNames {
  static func isBounded(_ name: String) -> Bool {
    guard name.hasBytes("率") || name.hasBytes("满意度") else { return false }
    return name.hasBytes(ofOneOf: bounded) && !name.hasBytes(ofOneOf: unbounded)
  }

  private static let bounded = [
    "合格率", "完成率", "及时率", "覆盖率", "达标率", "正常运转率", "满意度", "利用率", "检出率", "到位率", "处置率", "成功率", "认可率",
  ]
  private static let unbounded = ["预算完成率", "增长", "收入"]
}
