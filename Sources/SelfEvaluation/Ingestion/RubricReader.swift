// Rubric files: rows of 项, 值, 依据 become a rubric; an unknown item or value is a finding.

enum RubricReader {
  /// The legal items that are not shares or synonyms, with the values they take.
  static let items = [
    "名称", "假设", "预算执行率分值", "区间/达成", "区间/部分达成", "区间/未达成", "系数/达成", "系数/部分达成", "系数/未达成", "反向公式",
    "等于公式", "超额扣减", "等级/优", "等级/良", "等级/中",
  ]
  /// Prefixes of items whose second half is a level-1 name (several joined by +).
  static let families = ["项目/", "项目(有成本)/", "部门整体/", "同义/"]

  /// The rows of a rubric table, as written.
  static func rows(of table: SourceTable) -> [RubricRow] {
    table.rows.map {
      RubricRow(
        item: $0.text(.item), value: $0.text(.value), basis: $0.text(.basis), origin: $0.origin(.item))
    }
  }

  /// A rubric from its own rows with overrides laid over them item by item.
  static func read(named name: String, base: [RubricRow], overrides: [RubricRow]) -> (Rubric, [Finding]) {
    var values: [(item: String, row: RubricRow)] = []
    var findings: [Finding] = []
    for row in base + overrides {
      let item = Folding.key(row.item)
      guard
        items.contains(where: item.isSameText)
          || families.contains(where: { item.startsWithBytes($0) && item.utf8.count > $0.utf8.count })
      else {
        findings.append(
          illegal(row, "“\(row.item)”不是评分办法的项", "改为合法的项：\(items.joined(separator: "、"))，或“项目/决策”这样的权重项"))
        continue
      }
      if let index = values.firstIndex(where: { item.isSameText($0.item) }) {
        if let line = row.line, values[index].row.isFrom(sameFileAs: row) {
          let earlier = values[index].row.line ?? line
          findings.append(illegal(row, "“\(row.item)”写了两次，前一次在第\(earlier)行", "只保留一行"))
        }
        values[index].row = row
      } else {
        values.append((item, row))
      }
    }
    var builder = Builder(values: values)
    let rubric = builder.build(named: name)
    return (rubric, findings + builder.findings)
  }

  static func illegal(_ row: RubricRow, _ message: String, _ remedy: String) -> Finding {
    if let outside = row.outside {
      return Finding(
        .illegalRubric, at: .file(outside.path), "第\(outside.line)行：\(message)", remedy: remedy)
    }
    return Finding(
      .illegalRubric, at: row.origin.map(Place.cell) ?? .file("rubric.csv"), message, remedy: remedy)
  }

  struct Builder {
    let values: [(item: String, row: RubricRow)]
    var findings: [Finding] = []

    init(values: [(item: String, row: RubricRow)]) { self.values = values }

    mutating func build(named name: String) -> Rubric {
      let execution = points("预算执行率分值") ?? .zero
      let rubric = Rubric(
        name: name, title: text("名称") ?? name, assumption: text("假设") ?? "", project: shares("项目/"),
        projectWithCost: shares("项目(有成本)/"), unit: shares("部门整体/"), synonyms: synonyms(),
        executionPoints: execution, bands: percents("区间/"), defaults: percents("系数/"),
        reverseByRatio: choice("反向公式", ["扣减", "比例"]) == "比例",
        equalByDeviation: choice("等于公式", ["比例", "偏离"]) == "偏离",
        excessDeduction: percent("超额扣减") ?? .zero,
        grades: Rubric.Bounds(
          excellent: points("等级/优") ?? Points(90), good: points("等级/良") ?? Points(80),
          fair: points("等级/中") ?? Points(60)),
        rows: values.map(\.row))
      for (family, list) in [
        ("项目", rubric.project), ("项目(有成本)", rubric.projectWithCost), ("部门整体", rubric.unit),
      ] {
        checkSum(family, list, execution)
      }
      checkCoherence(of: rubric)
      return rubric
    }

    func row(_ item: String) -> RubricRow? { values.first { $0.item.isSameText(item) }?.row }
    private func text(_ item: String) -> String? { row(item)?.value }

    private mutating func points(_ item: String) -> Points? {
      guard let row = row(item) else { return nil }
      if let points = Points(reading: Folding.key(row.value)), points <= .full, !SplitNumber.isIn(row.value) {
        return points
      }
      findings.append(illegal(row, "“\(item)”的值“\(row.value)”不是0到100之间、至多两位小数的数", "填写如“10”的数"))
      return nil
    }

    private mutating func percent(_ item: String) -> Quantity? {
      guard let row = row(item) else { return nil }
      if let numeral = try? Numeral(reading: Folding.key(row.value)), numeral.rest == "%",
        numeral.quantity >= .zero, numeral.quantity <= .hundred, !SplitNumber.isIn(row.value)
      {
        return numeral.quantity
      }
      findings.append(illegal(row, "“\(item)”的值“\(row.value)”不是0%到100%之间的百分比", "填写如“70%”的百分比"))
      return nil
    }

    private mutating func percents(_ family: String) -> Rubric.Percents {
      // Worst first: the order of the findings.
      let missed = percent(family + Attainment.missed.word)
      let partly = percent(family + Attainment.partly.word)
      return Rubric.Percents(full: percent(family + Attainment.full.word), partly: partly, missed: missed)
    }

    private mutating func choice(_ item: String, _ choices: [String]) -> String? {
      guard let row = row(item) else { return nil }
      let value = Folding.key(row.value)
      if choices.contains(value) { return value }
      findings.append(
        illegal(row, "“\(item)”的值“\(row.value)”不在可选范围内", "填写“\(choices.joined(separator: "”或“"))”"))
      return nil
    }

    private mutating func shares(_ family: String) -> [Rubric.LevelShare] {
      var list: [Rubric.LevelShare] = []
      for (item, _) in values where item.startsWithBytes(family) {
        let levels = item.dropFirst(family.count).split(separator: "+").map(String.init)
        if let points = points(item) { list.append(Rubric.LevelShare(levels: levels, points: points)) }
      }
      return list
    }

    private func synonyms() -> [String: String] {
      var result: [String: String] = [:]
      for (item, row) in values where item.startsWithBytes("同义/") {
        for name in RubricReader.names(in: row.value) { result[name] = String(item.dropFirst("同义/".count)) }
      }
      return result
    }

    /// The row of a family to point at: the user's own, if there is one.
    private func offending(_ family: String) -> RubricRow? {
      let rows = values.filter { $0.item.startsWithBytes(family + "/") }.map(\.row)
      return rows.first(where: \.isGiven) ?? row("预算执行率分值").flatMap { $0.isGiven ? $0 : nil } ?? rows.first
    }

    private mutating func checkSum(_ family: String, _ shares: [Rubric.LevelShare], _ execution: Points) {
      let total = Points.sum(shares.map(\.points)) + execution
      guard !shares.isEmpty, total != .full,
        let row = offending(family)
      else { return }
      findings.append(
        illegal(row, "“\(family)”各项权重与预算执行率分值合计\(total.text)，应为100.00", "调整权重，使合计为100"))
    }
  }
}
