// 汇总表 as a page: the results together, every unit, indicators across units, and who is missing.

struct OverviewPage {
  let overview: Overview
  let date: Day
  /// Which page of units, counted from 0; all but the units stands on the first.
  let number: Int
  let range: Range<Int>
  /// How many pages and lineage files there are.
  let pages: Int
  let lineageFiles: Int

  private var isHalf: Bool { overview.period == .half }
  private var path: String { OverviewPaths.units(number, .html) }
  private var title: String {
    let name = isHalf ? "绩效运行监控汇总表" : "绩效自评汇总表"
    return number == 0 ? name : "\(name)（第\(number + 1)部分）"
  }

  /// The table of units, for both twins.
  var units: Table {
    OverviewUnitLayout(overview: overview, range: range, csv: OverviewPaths.units(number, .csv)).table()
  }

  func values() -> PageValues {
    var values = frame
    values["units"] = .markup(MarkupText(units))
    values["results"] = .list(number == 0 ? results : [])
    values["notes"] = .list(number == 0 ? notes.map { ["note": .text($0)] } : [])
    values["documents"] = .list(number == 0 ? documents : [])
    guard number == 0 else { return values }
    if !overview.units.isEmpty { values["distribution"] = .markup(MarkupText(distribution)) }
    if !overview.figures.isEmpty {
      values["figures"] = .markup(MarkupText(OverviewFigureLayout(overview: overview).table()))
    }
    if !overview.failed.isEmpty { values["failed"] = .markup(MarkupText(failed)) }
    return values
  }

  private var frame: PageValues {
    let digest = overview.digest
    var values: PageValues = [
      "title": .text(title), "unit": .text("\(overview.count)个单位"),
      "year": .text(overview.year.map { "\($0)" } ?? "—"),
      "span": .text(overview.period.span), "rubric": .text(overview.rubric.title),
      "date": .text(date.chinese), "version": .text(overview.version), "digest": .text(digest),
      "shortDigest": .text(String(digest.prefix(16))),
    ]
    let natures = overview.natures.joined(separator: "、")
    if !natures.isEmpty { values["nature"] = .text(natures) }
    if !overview.rubric.assumption.isEmpty { values["assumption"] = .text(overview.rubric.assumption) }
    if number > 0 { values["home"] = .text(Href.relative(from: path, to: OverviewPaths.page)) }
    return values
  }

  private var results: [PageValues] {
    func result(_ label: String, _ value: String, _ remark: String = "") -> PageValues {
      var values: PageValues = ["label": .text(label), "value": .text(value)]
      if !remark.isEmpty { values["remark"] = .text(remark) }
      return values
    }
    let spent = overview.sum(\.spent)?.money ?? "—"
    let money = result(
      "预算执行率", overview.rate.map { $0.rounded(to: 2) + "%" } ?? "—",
      overview.sum(\.budget).map { "\(spent) ÷ \($0.money) 万元" } ?? "")
    let missing =
      overview.failed.isEmpty
      ? result("未完成", "0", "全部单位都有结果") : result("未完成", "\(overview.failed.count)", "名单见下")
    let head = result("单位", "\(overview.units.count)", "有结果的单位")
    guard !isHalf else { return [head, missing, money] }
    let scores = overview.units.compactMap(\.score)
    let span = scores.isEmpty ? "" : "最高 \(scores.max()?.text ?? "")，最低 \(scores.min()?.text ?? "")"
    return [head, missing, result("平均得分", overview.mean(\.score)?.text ?? "—", span), money]
  }

  /// How many units have each grade, or each light.
  private var distribution: Table {
    let total = overview.units.count
    func share(_ count: Int) -> String {
      (Quantity.derived(Int128(count) * 100 * Quantity.scale, dividedBy: Int128(total) * Quantity.scale)?
        .rounded(to: 2) ?? "") + "%"
    }
    func row(_ name: String, _ count: Int, _ tone: TableTone? = nil) -> TableRow {
      TableRow([TableCell(name, isHeading: true), TableCell("\(count)"), TableCell(share(count))])
    }
    let rows =
      isHalf
      ? Light.allCases.map { light in row(light.word, overview.units.count { $0.light == light }) }
      : Grade.allCases.map { grade in row(grade.rawValue, overview.units.count { $0.grade == grade }) }
    let rest = overview.units.count { isHalf ? $0.light == nil : $0.grade == nil }
    return Table(
      id: "distribution", caption: isHalf ? "总体亮灯分布" : "等级分布",
      columns: [
        TableColumn(isHalf ? "亮灯" : "等级"), TableColumn("单位数", .number), TableColumn("占比", .number),
      ], rows: rows + (rest > 0 ? [row(isHalf ? "没有亮灯" : "不计总分", rest)] : []), csv: nil)
  }

  /// The folders without a result, for both twins.
  var failed: Table {
    Table(
      id: "failed", caption: "没有结果的单位",
      columns: [
        TableColumn("填报目录"), TableColumn("单位编码"), TableColumn("单位名称"), TableColumn("错误", .number),
        TableColumn("原因"), TableColumn("第一个问题"),
      ],
      rows: overview.failed.map { unit in
        TableRow(
          [unit.folder, unit.code, unit.name, "\(unit.errors)", unit.reason, unit.first].enumerated().map {
            TableCell($0.element, isHeading: $0.offset == 0)
          })
      }, csv: OverviewPaths.failed)
  }

  private var notes: [String] {
    var notes = ["单位的得分、金额和灯数取自各单位报告，金额合计为精确和，执行率为执行数合计÷预算数合计，只计两个数都有的单位。"]
    if !isHalf { notes.append("得分相同的单位名次相同；平均得分为各单位得分的算术平均，四舍五入到0.01。") }
    if let deviation { notes.append(deviation) }
    if !overview.figures.isEmpty {
      notes.append("同名、同计量单位的指标按各单位的汇总方式汇总；自报和引用的，计数指标求和，其余取最差。每个数的来源见指标溯源。")
    }
    if overview.lonely > 0 { notes.append("另有\(overview.lonely)个指标只有一个单位有，不作汇总。") }
    return notes
  }

  /// Which units were scored by other rules than most; nil where all were scored alike.
  private var deviation: String? {
    let units = overview.deviating
    guard !units.isEmpty else { return nil }
    let names = units.prefix(OverviewPage.namesShown).map { "“\($0.name)”" }.joined(separator: "、")
    let rest = units.count > OverviewPage.namesShown ? "等\(units.count)个单位" : ""
    return "各单位评分办法的内容不一：\(names)\(rest)所用的与多数单位不同，"
      + (isHalf ? "亮灯不能与其他单位直接比较。" : "得分和名次不能与其他单位直接比较。")
  }

  private static let namesShown = 20

  private var documents: [PageValues] {
    let more = (1..<max(1, pages)).map { (OverviewPaths.units($0, .html), "其余单位") }
    let lineage = (0..<lineageFiles).map {
      (OverviewPaths.lineage($0, of: lineageFiles), "每个汇总数由哪些单位的数而来")
    }
    return
      (more + [(OverviewPaths.units(0, .csv), "各单位结果，供筛选")]
      + (overview.figures.isEmpty ? [] : [(OverviewPaths.figures, "同名指标汇总")] + lineage)
      + (overview.failed.isEmpty ? [] : [(OverviewPaths.failed, "没有结果的单位")])).map { path, content in
        [
          "address": .text(Href.relative(from: self.path, to: path)), "name": .text(path),
          "content": .text(content),
        ]
      }
  }
}
