// Examples of unit figures with the project figures they were made from.

extension Narrative {
  /// The methods in the order examples are looked for.
  private static let methods: [RollUpMethod] = [
    .sum, .weightedMean, .ratio, .mean, .minimum, .maximum, .worst, .quote,
  ]

  /// Up to three examples, as many methods as there are, figures of several sources first.
  static func rollUps(_ facts: NarrativeFacts) -> [String] {
    let usable = facts.report.unit.figures.filter { figure in
      guard case .number? = figure.achievement?.actual else { return false }
      return figure.contributions.contains { !["0", ""].contains($0.value) }
    }
    let byMethod = methods.map { method in usable.filter { $0.entry.method == method } }
    let firsts = byMethod.compactMap { group in group.first { $0.contributions.count > 1 } ?? group.first }
    let seconds = byMethod.compactMap { group in group.filter { $0.contributions.count > 1 }.dropFirst().first
    }
    return (firsts + seconds).prefix(3).enumerated().compactMap { rollUp($1, $0, facts) }
  }

  private static func rollUp(_ figure: RolledFigure, _ index: Int, _ facts: NarrativeFacts) -> String? {
    let indicator = figure.entry.indicator
    guard let achievement = figure.achievement, let target = indicator.target(in: facts.report.period)?.target
    else {
      return nil
    }
    let name = Prose.quoted(indicator.name)
    let (done, goal) = (Prose.actual(achievement, target), Prose.target(target))
    let from = sources(figure, target.measure?.text ?? "")
    if figure.contributions.count == 1 {
      return Prose.vary(index, ["\(name)引用\(from)，单位目标为\(goal)。", "\(name)取自\(from)，对照的单位目标是\(goal)。"])
    }
    return Prose.vary(
      index,
      [
        "\(name)由\(from)\(method(figure.entry))得出，为\(done)，单位目标为\(goal)。",
        "\(name)的来源是\(from)，\(method(figure.entry))后为\(done)，对照的单位目标是\(goal)。",
        "对\(from)\(method(figure.entry))，得到\(name)的完成值\(done)。",
      ])
  }

  /// Each project once, its indicator named where it is not the unit's own name.
  private static func sources(_ figure: RolledFigure, _ measure: String) -> String {
    var order: [String] = []
    var parts: [String: [String]] = [:]
    let applicable = figure.contributions.filter { !$0.value.isSameBytes("不适用") }
    for part in applicable {
      let value = part.value.first?.isASCII == true ? part.value + measure : part.value
      let isNamesake = Folding.key(part.indicator.name) == Folding.key(figure.entry.indicator.name)
      if parts[part.project] == nil { order.append(part.project) }
      parts[part.project, default: []].append(
        isNamesake ? "同名指标\(value)" : "\(Prose.quoted(part.indicator.name))\(value)")
    }
    let absent = figure.contributions.count - applicable.count
    return Prose.series(order.map { "\($0)的\(Prose.enumeration(parts[$0] ?? []))" }, atMost: 5, of: "个项目的指标")
      + (absent > 0 ? "（另有\(absent)个不适用，未计入）" : "")
  }

  private static func method(_ entry: RollUpEntry) -> String {
    switch entry.method {
    case .sum: return "相加"
    case .quote, .own: return "直接引用"
    case .minimum: return "取最小值"
    case .maximum: return "取最大值"
    case .worst: return "取较差值"
    case .mean: return "求平均"
    case .ratio: return "按比率计算"
    case .weightedMean:
      var weights: [String] = []
      for weight in entry.sources.compactMap(\.weight) {
        let name = weight == .budget ? "全年预算数" : Prose.quoted(weight.text)
        if !weights.contains(name) { weights.append(name) }
      }
      return "以\(Prose.series(weights))为权数加权平均"
    }
  }
}

extension RolledFigure {
  /// Whose figures it was made from, each once.
  var projects: [String] {
    var names: [String] = []
    for part in contributions where !names.contains(part.project) { names.append(part.project) }
    return names
  }
}
