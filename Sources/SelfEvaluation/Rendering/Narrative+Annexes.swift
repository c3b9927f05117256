// 附表: what the report tells only in examples, in full.

extension Narrative {
  /// The annex tables, in order; none where there is nothing to list.
  static func annexes(_ report: CheckedReport) -> [Table] { annexes(NarrativeFacts(report)) }

  static func annexes(_ facts: NarrativeFacts) -> [Table] {
    [NarrativeTables.unmet(facts), NarrativeTables.comparison(facts)].compactMap { $0 }
  }
}

extension NarrativeTables {
  /// Every unmet indicator, at half-year every one with a red or yellow light, with reason and measure.
  static func unmet(_ facts: NarrativeFacts) -> Table? {
    let places = facts.all.filter(facts.isBehind)
    guard !places.isEmpty else { return nil }
    var table = table(
      "annex-unmet", facts.isHalf ? "亮红灯、黄灯指标一览" : "未完成指标一览",
      [TableColumn("表"), TableColumn("三级指标"), TableColumn("指标值", .value), TableColumn("完成值", .value)]
        + (facts.isHalf ? [TableColumn("亮灯")] : [number("得分／分值")])
        + [TableColumn("偏差原因"), TableColumn("改进措施")],
      places.map { place in
        let row = place.row
        let result =
          facts.isHalf
          ? TableCell(row.signal?.word ?? "", tone: row.signal.map { TableTone($0.light) })
          : TableCell("\(row.score?.text ?? "—")／\(row.weight?.text ?? "—")")
        return TableRow(
          [
            TableCell(facts.name(place.card), isHeading: true),
            TableCell(row.indicator.name, isHeading: true),
            TableCell(row.target?.text ?? "—"), TableCell(row.achievement?.text ?? "—"), result,
            TableCell(reason(place, facts)), TableCell(row.measure),
          ])
      })
    table.mergeDown(columns: [0], limit: SheetLayout.groupLimit)
    return table
  }

  /// The reason as filed, or where it is to be found.
  private static func reason(_ place: PlacedIndicator, _ facts: NarrativeFacts) -> String {
    guard place.row.reason.isEmpty else { return place.row.reason }
    if let figure = facts.rolled(place.row) {
      let from = "由\(Prose.series(figure.projects, atMost: 5, of: "个项目"))汇总"
      guard facts.isToldByProject(place) else {
        return "\(from)；\(Narrative.stricter(facts.sources(of: figure)))"
      }
      return "\(from)，见\(figure.projects.count > 1 ? "各" : "该")项目"
    }
    return facts.isWholeExecution(place) ? "见第四部分" : "未填报"
  }

  /// Last year beside this year, where names match; nil without last year's figures.
  static func comparison(_ facts: NarrativeFacts) -> Table? {
    guard let previous = facts.report.options.previous else { return nil }
    let rows = facts.all.compactMap { place -> TableRow? in
      guard let found = previous.comparison(of: place.row, on: place.card) else { return nil }
      return TableRow([
        TableCell(facts.name(place.card), isHeading: true),
        TableCell(place.row.indicator.name, isHeading: true),
        TableCell(found.entry.text), TableCell(place.row.achievement?.text ?? "—"),
        TableCell(found.change?.text ?? "—"),
      ])
    }
    guard !rows.isEmpty else { return nil }
    var table = table(
      "annex-previous", "与上年完成值对照",
      [
        TableColumn("表"), TableColumn("三级指标"), TableColumn("上年完成值", .value), TableColumn("本年完成值", .value),
        number("增减"),
      ], rows)
    table.mergeDown(columns: [0], limit: SheetLayout.groupLimit)
    return table
  }
}

extension Narrative {
  /// 与上年相比: how many figures can be compared and how they moved; nil without last year's figures.
  static func againstLastYear(_ facts: NarrativeFacts) -> String? {
    guard let previous = facts.report.options.previous else { return nil }
    let year = previous.year.map { "\($0)年度" } ?? "上年"
    let remark = previous.remarks(for: facts.report.submission.unit).map { "\($0)，比较时应当注意。" }.joined()
    let found = facts.all.compactMap { previous.comparison(of: $0.row, on: $0.card) }
    guard !found.isEmpty else { return "与\(year)的数据相比，没有名称一致的指标。" + remark }
    let changes = found.compactMap(\.change)
    let counts = [
      ("数值上升", changes.count { $0.isPositive }), ("持平", changes.count { $0.isZero }),
      ("数值下降", changes.count { !$0.isPositive && !$0.isZero }),
    ].filter { $0.1 > 0 }.map { "\($0.0)\($0.1)个" }
    let annex = facts.all.contains(where: facts.isBehind) ? 2 : 1
    var text = "与\(year)名称一致的指标共\(found.count)个"
    if !counts.isEmpty { text += "，其中可比较数值的\(changes.count)个，\(Prose.enumeration(counts))" }
    return text + "，逐项对照见附表\(annex)。" + remark
  }
}
