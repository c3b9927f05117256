// Stage 3a: which project indicators make which unit indicator, from rollup.csv or by the default rules.

struct RollUpPlanner {
  let submission: Submission
  let unit: Sheet
  private let fitness: SourceFitness
  private let projects: [Name: Sheet]
  /// Indicators of each sheet looked at so far, by name.
  private var indicators: [Name: [Name: [Indicator]]] = [:]
  private(set) var findings: [Finding] = []

  private init(submission: Submission, unit: Sheet, period: Period) {
    (self.submission, self.unit) = (submission, unit)
    fitness = SourceFitness(period: period)
    projects = Dictionary(
      submission.projectSheets.map { (Name($0.name), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The mapping in use for a period; nil where there is no unit sheet.
  static func plan(_ submission: Submission, _ rubric: Rubric, _ period: Period) -> (RollUpPlan?, [Finding]) {
    guard let unit = submission.unitSheet else {
      if submission.isWithoutTargets { return (nil, []) }
      let findings = submission.rollUpRows.prefix(1).map { row in
        Finding(
          .rollUpWithoutIndicator, at: row.origin, "有 rollup.csv，但绩效目标中没有“部门整体”的指标",
          remedy: "在 targets.csv 中补上部门整体的指标，或删去 rollup.csv")
      }
      return (nil, findings)
    }
    var planner = RollUpPlanner(submission: submission, unit: unit, period: period)
    let declared = planner.declared()
    let derivation = DerivedPlan(projects: submission.projectSheets, rubric: rubric, period: period)
    let entries = unit.indicators.map { indicator in
      if let entry = declared[indicator.ordinal] { return entry }
      let (entry, finding) = derivation.entry(for: indicator)
      if let finding { planner.findings.append(finding) }
      return entry
    }
    return (RollUpPlan(entries: entries), planner.findings)
  }

  /// Entries from rollup.csv, by ordinal of the unit indicator.
  private mutating func declared() -> [Int: RollUpEntry] {
    if submission.isWithoutTargets { return [:] }
    var groups: [(indicator: Indicator, rows: [RollUpRow])] = []
    var places: [Int: Int] = [:]
    for row in submission.rollUpRows where !row.unitIndicator.isEmpty && !row.method.isEmpty {
      guard let indicator = unitIndicator(row) else { continue }
      if let index = places[indicator.ordinal] {
        groups[index].rows.append(row)
      } else {
        places[indicator.ordinal] = groups.count
        groups.append((indicator, [row]))
      }
    }
    var entries: [Int: RollUpEntry] = [:]
    for (indicator, rows) in groups {
      entries[indicator.ordinal] =
        entry(indicator, rows)
        ?? RollUpEntry(
          indicator: indicator, method: .own, sources: [], isDeclared: true, note: "rollup.csv 中的汇总关系有错误",
          isBroken: true)
    }
    return entries
  }

  private mutating func unitIndicator(_ row: RollUpRow) -> Indicator? {
    switch lookUp(row.unitIndicator, row.unitLevelTwo, in: unit) {
    case .found(let indicator): return indicator
    case .ambiguous(let candidates):
      findings.append(ambiguous(row.unitIndicator, candidates, unit, "单位二级指标", at: row.origin))
    case .unknown:
      findings.append(
        Finding(
          .rollUpWithoutIndicator, at: row.origin, sheet: Sheet.unitName, indicator: row.unitIndicator,
          "部门整体的绩效目标中没有指标“\(row.unitIndicator)”",
          remedy: Nearest.advice(
            for: row.unitIndicator, among: unit.indicators.map(\.name), otherwise: "单位指标应与 targets.csv 一致")))
    }
    return nil
  }

  private mutating func entry(_ indicator: Indicator, _ rows: [RollUpRow]) -> RollUpEntry? {
    let note = rows.map(\.note).first { !$0.isEmpty } ?? ""
    guard let method = method(indicator, rows) else { return nil }
    let named = rows.filter(\.hasSource)
    let mistaken = method == .own ? !named.isEmpty : method == .quote ? named.count != 1 : named.isEmpty
    if mistaken {
      let expected = method == .own ? "不应有来源" : method == .quote ? "应有且只有一个来源" : "至少应有一个来源"
      report(
        .wrongNumberOfSources, rows[0].methodOrigin, indicator,
        "“\(indicator.name)”的汇总方式是“\(method.rawValue)”，\(expected)，现有\(named.count)个", "增删来源行，或改汇总方式")
      return nil
    }
    if method != .own, let bare = rows.first(where: { !$0.hasSource }) {
      report(
        .wrongNumberOfSources, bare.methodOrigin, indicator,
        "“\(indicator.name)”按“\(method.rawValue)”汇总的\(rows.count)行中，这一行没有来源", "填写项目名称和项目指标，或删去这一行")
      return nil
    }
    var sources: [RollUpSource] = []
    for row in named {
      guard let source = source(row, method, for: indicator) else { continue }
      let twice = sources.contains {
        $0.indicator.ordinal == source.indicator.ordinal && $0.project.isSameText(source.project)
      }
      if twice {
        report(
          .countedTwice, row.sourceOrigin, indicator,
          "“\(source.project)”的“\(source.indicator.name)”在“\(indicator.name)”的汇总中出现两次，会重复计算", "删去重复的一行")
        continue
      }
      sources.append(source)
    }
    guard sources.count == named.count else { return nil }
    return RollUpEntry(indicator: indicator, method: method, sources: sources, isDeclared: true, note: note)
  }

  private mutating func method(_ indicator: Indicator, _ rows: [RollUpRow]) -> RollUpMethod? {
    var chosen: RollUpMethod?
    for row in rows {
      guard let method = RollUpMethod(folded: Folding.key(row.method)) else {
        let names = RollUpMethod.allCases.map(\.rawValue)
        report(
          .unknownMethod, row.methodOrigin, indicator, "“\(row.method)”不是汇总方式",
          Nearest.advice(for: row.method, among: names, otherwise: "改为\(names.joined(separator: "、"))之一"))
        return nil
      }
      if let chosen, chosen != method {
        report(
          .unknownMethod, row.methodOrigin, indicator,
          "“\(indicator.name)”的汇总方式前后不一：“\(chosen.rawValue)”与“\(method.rawValue)”", "同一单位指标的各行写同一汇总方式")
        return nil
      }
      chosen = method
    }
    return chosen
  }

  private mutating func source(_ row: RollUpRow, _ method: RollUpMethod, for indicator: Indicator)
    -> RollUpSource?
  {
    for (text, heading, origin) in [
      (row.project, Heading.project, row.projectOrigin), (row.indicator, .projectIndicator, row.sourceOrigin),
    ] where text.isEmpty {
      report(
        .emptyRequiredCell, origin, indicator, "“\(heading.name)”是空的，而来源的这一列必须填写", "填写“\(heading.name)”")
      return nil
    }
    guard let project = projects[Name(row.project)] else {
      report(
        .rollUpWithoutSource, row.projectOrigin, indicator, "汇总来源的项目“\(row.project)”没有绩效目标",
        Nearest.advice(for: row.project, among: submission.projectSheets.map(\.name), otherwise: "核对项目名称"))
      return nil
    }
    guard let found = projectIndicator(row.indicator, row.levelTwo, in: project, at: row.sourceOrigin) else {
      return nil
    }
    guard fitness.kindsAgree(indicator, found, method) else {
      report(
        .mixedTargetKinds, row.sourceOrigin, indicator,
        "“\(project.name)”的“\(found.name)”与“\(indicator.name)”的指标值类型不同，不能按“\(method.rawValue)”汇总",
        "改汇总方式为“自报”或“引用”同类指标")
      return nil
    }
    guard method == .ratio || fitness.measuresAgree(indicator, found) else {
      let (left, right) = (fitness.measure(found)?.text ?? "", fitness.measure(indicator)?.text ?? "")
      report(
        .rollUpMeasureMismatch, row.sourceOrigin, indicator,
        "“\(project.name)”的“\(found.name)”以“\(left)”计，“\(indicator.name)”以“\(right)”计，不能汇总", "统一计量单位，或改为“自报”")
      return nil
    }
    guard method.isWeighted else {
      return RollUpSource(project: project.name, indicator: found, weight: nil)
    }
    guard let weight = weight(row, project, indicator) else { return nil }
    guard method != .ratio || fitness.canDivide(found, by: weight) else {
      let left = fitness.measure(found)?.text ?? ""
      let right = if case .indicator(let other) = weight { fitness.measure(other)?.text ?? "" } else { "万元" }
      report(
        .rollUpMeasureMismatch, row.sourceOrigin, indicator,
        "“\(project.name)”的“\(found.name)”以“\(left)”计，权数“\(weight.text)”以“\(right)”计，一个是比率，一个不是，不能按“比率”相除",
        "改用“加权平均”，或以求得比率的数量作项目指标")
      return nil
    }
    return RollUpSource(project: project.name, indicator: found, weight: weight)
  }

  private mutating func weight(_ row: RollUpRow, _ project: Sheet, _ indicator: Indicator) -> RollUpWeight? {
    let key = Folding.key(row.weight)
    if key.isSameBytes("预算") { return .budget }
    if key.isEmpty {
      report(
        .missingRollUpWeight, row.weightOrigin, indicator,
        "“\(row.method)”需要权数，而这一行没有", "填写“预算”，或同一项目另一个指标的名称")
      return nil
    }
    guard let found = projectIndicator(row.weight, "", in: project, at: row.weightOrigin) else { return nil }
    guard case .number? = found.target(in: fitness.period)?.target else {
      report(.missingRollUpWeight, row.weightOrigin, indicator, "权数“\(found.name)”不是数量指标", "改用数量指标或“预算”作权数")
      return nil
    }
    return .indicator(found)
  }

  private mutating func projectIndicator(
    _ name: String, _ levelTwo: String, in project: Sheet, at origin: Origin
  ) -> Indicator? {
    switch lookUp(name, levelTwo, in: project) {
    case .found(let indicator): return indicator
    case .ambiguous(let candidates):
      findings.append(ambiguous(name, candidates, project, "项目二级指标", at: origin))
    case .unknown:
      findings.append(
        Finding(
          .rollUpWithoutSource, at: origin, sheet: project.name, indicator: name,
          "“\(project.name)”的绩效目标中没有指标“\(name)”",
          remedy: Nearest.advice(
            for: name, among: project.indicators.map(\.name), otherwise: "项目指标应与 targets.csv 一致")))
    }
    return nil
  }

  private enum LookUp {
    case found(Indicator)
    case ambiguous([Indicator])
    case unknown
  }

  private mutating func lookUp(_ name: String, _ levelTwo: String, in sheet: Sheet) -> LookUp {
    let sheetKey = Name(sheet.name)
    if indicators[sheetKey] == nil {
      indicators[sheetKey] = Dictionary(grouping: sheet.indicators, by: \.key)
    }
    let found = indicators[sheetKey]?[Name(name)] ?? []
    if found.count <= 1 { return found.first.map(LookUp.found) ?? .unknown }
    let level = Name(levelTwo)
    return found.first { Name($0.levelTwo) == level }.map(LookUp.found) ?? .ambiguous(found)
  }

  private func ambiguous(
    _ name: String, _ candidates: [Indicator], _ sheet: Sheet, _ column: String, at origin: Origin
  ) -> Finding {
    Finding(
      .ambiguousIndicator, at: origin, sheet: sheet.name, indicator: name,
      "“\(sheet.name)”有\(candidates.count)个指标叫“\(name)”，仅凭名称分不清是哪一个",
      remedy: "在“\(column)”列写明：\(candidates.levelTwoChoices)")
  }

  private mutating func report(
    _ code: Code, _ origin: Origin, _ indicator: Indicator, _ message: String, _ remedy: String
  ) {
    findings.append(
      Finding(code, at: origin, sheet: Sheet.unitName, indicator: indicator.name, message, remedy: remedy))
  }
}
