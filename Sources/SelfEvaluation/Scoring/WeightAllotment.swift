// 分值: given by the sheet, or allotted by the rubric so that they sum exactly.

/// The weights of one sheet.
struct WeightAllotment {
  /// Weight by position in the sheet; nil for an indicator without points.
  let weights: [Points?]
  /// Points of a separate row 预算执行率; nil where there is none.
  let executionRow: Points?
  let allotted: Bool
}

struct WeightAllotter {
  let rubric: Rubric

  static let executionRate = Indicator.executionRate

  /// The weights of a sheet and what is wrong with them.
  func allot(_ sheet: Sheet, notApplicable: (Indicator) -> Bool) -> (WeightAllotment, [Finding]) {
    let levels = canonicalLevels(sheet)
    let shares = rubric.shares(of: sheet).map { Share(levels: $0.levels.map(Name.init), points: $0.points) }
    var findings = unknownLevels(sheet, levels, shares)
    if sheet.indicators.allSatisfy({ $0.weight == nil }) {
      return (allotted(sheet, levels, shares), findings)
    }
    let (allotment, faults) = checkGiven(sheet, notApplicable: notApplicable)
    findings += faults
    return (allotment, findings)
  }

  /// A share of the rubric, ready for comparing.
  private struct Share {
    let levels: [Name]
    let points: Points
  }

  /// The canonical level 1 of each indicator; neighbours mostly share one.
  private func canonicalLevels(_ sheet: Sheet) -> [Name] {
    var levels: [Name] = []
    levels.reserveCapacity(sheet.indicators.count)
    var previous = ""
    for indicator in sheet.indicators {
      if let level = levels.last, indicator.levelOne.isSameBytes(previous) {
        levels.append(level)
      } else {
        levels.append(Name(rubric.canonical(indicator.levelOne)))
        previous = indicator.levelOne
      }
    }
    return levels
  }

  /// A level-1 the rubric does not know, once per name.
  private func unknownLevels(_ sheet: Sheet, _ levels: [Name], _ shares: [Share]) -> [Finding] {
    var seen: Set<Name> = []
    return zip(sheet.indicators, levels).compactMap { indicator, level in
      guard !level.isEmpty, !shares.contains(where: { $0.levels.contains(level) }),
        seen.insert(level).inserted
      else { return nil }
      let known = Set(shares.flatMap(\.levels)).map(\.text).sorted()
      return Finding(
        .unknownLevelOne, at: indicator.origin, sheet: sheet.name, indicator: indicator.name,
        "一级指标“\(indicator.levelOne)”不在评分办法“\(rubric.title)”中（有：\(known.joined(separator: "、"))）",
        remedy: Nearest.advice(
          for: level.text, among: known, otherwise: "在 rubric.csv 中为它定权重，或用 --rubric 换评分办法"))
    }
  }

  private func checkGiven(
    _ sheet: Sheet, notApplicable: (Indicator) -> Bool
  ) -> (WeightAllotment, [Finding]) {
    // An indicator that does not apply may leave its weight empty; beside a separate row, 预算执行率 may too.
    let missing = sheet.indicators.filter {
      $0.weight == nil && !notApplicable($0) && !(separateRow && $0.isExecutionRate)
    }
    if let first = missing.first {
      let finding = Finding(
        .mixedWeights, at: first.origin, sheet: sheet.name, indicator: first.name,
        "“\(sheet.name)”有的指标填了分值、有的没有：共\(sheet.indicators.count)行，\(missing.count)行未填，第一处是“\(first.name)”",
        remedy: "全部填写，或全部留空由评分办法分配")
      return (
        WeightAllotment(weights: sheet.indicators.map(\.weight), executionRow: nil, allotted: false),
        [finding]
      )
    }
    let total = Points.sum(sheet.indicators.compactMap(\.weight))
    let withoutRow = Points.full - rubric.executionPoints
    // An indicator of that name with points of its own is the row: it is not added a second time.
    let own = sheet.indicators.filter(\.isExecutionRate)
    let hasOwn = own.contains { $0.weight.map { $0 > .zero } ?? false }
    let row = separateRow && !hasOwn && total == withoutRow ? rubric.executionPoints : nil
    let allotment = WeightAllotment(
      weights: sheet.indicators.map(\.weight), executionRow: row, allotted: false)
    guard let first = sheet.indicators.first else { return (allotment, []) }
    let lacking = sheet.indicators.contains {
      $0.weight == nil && notApplicable($0) && !(separateRow && $0.isExecutionRate)
    }
    if lacking, separateRow, !hasOwn, total < withoutRow || total == withoutRow && own.isEmpty {
      let finding = Finding(
        .executionRowUndecided, at: first.origin, sheet: sheet.name,
        "“\(sheet.name)”有不适用的指标没有写分值，其余合计\(total.text)，看不出是否另加预算执行率\(rubric.executionPoints.text)；现按\(row == nil ? "不另加" : "另加")计算",
        remedy: "填写不适用指标的分值，使合计为100.00，或\(withoutRow.text)（另加预算执行率）")
      return (allotment, [finding])
    }
    guard total != .full, row == nil, !(lacking && total < .full) else { return (allotment, []) }
    let expected =
      !separateRow
      ? "100.00"
      : hasOwn
        ? "100.00（预算执行率已有分值，不再另加）" : "100.00，或\(withoutRow.text)（另加预算执行率\(rubric.executionPoints.text)）"
    let finding = Finding(
      .weightsDoNotSum, at: first.origin, sheet: sheet.name,
      "“\(sheet.name)”的分值合计\(total.text)，应为\(expected)，相差\((total - .full).text)", remedy: "核对该表各行分值，使合计正好")
    return (allotment, [finding])
  }

  private var separateRow: Bool { rubric.executionPoints > .zero }

  /// Shares by level 1, then evenly; both to hundredths by largest remainder, in sheet order.
  private func allotted(
    _ sheet: Sheet, _ levels: [Name], _ shares: [Share]
  ) -> WeightAllotment {
    let carriers = sheet.indicators.indices.filter { !(separateRow && sheet.indicators[$0].isExecutionRate) }
    var members: [[Int]] = []
    var points: [Points] = []
    for share in shares {
      let own = carriers.filter { share.levels.contains(levels[$0]) }
      guard !own.isEmpty else { continue }
      members.append(own)
      points.append(share.points)
    }
    var weights = [Points?](repeating: nil, count: sheet.indicators.count)
    let available = Points.full - rubric.executionPoints
    let order = members.indices.sorted { members[$0][0] < members[$1][0] }
    let parts = Points.split(available, by: order.map { points[$0] })
    for (position, index) in order.enumerated() {
      let own = members[index]
      let even = Points.split(parts[position], by: own.map { _ in Points(1) })
      for (indicator, weight) in zip(own, even) { weights[indicator] = weight }
    }
    return WeightAllotment(
      weights: weights, executionRow: separateRow ? rubric.executionPoints : nil, allotted: true)
  }
}

extension Points {
  /// Splits points in proportion to shares into hundredths that sum exactly: the largest remainders get the
  /// hundredths left over, ties in the order given.
  static func split(_ total: Points, by shares: [Points]) -> [Points] {
    let whole = Points.sum(shares).hundredths
    guard whole > 0 else { return shares.map { _ in .zero } }
    let exact = shares.map { Int128($0.hundredths) * Int128(total.hundredths) }
    var parts = exact.map { Int64($0 / Int128(whole)) }
    let left = Int(total.hundredths - parts.reduce(0, +))
    let byRemainder = exact.indices.sorted {
      let (a, b) = (exact[$0] % Int128(whole), exact[$1] % Int128(whole))
      return a != b ? a > b : $0 < $1
    }
    for index in byRemainder.prefix(left) { parts[index] += 1 }
    return parts.map(Points.init(hundredths:))
  }
}
