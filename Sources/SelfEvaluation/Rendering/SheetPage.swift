// The official form of one sheet as a page, and its CSV twin.

struct SheetPage {
  let report: CheckedReport
  let card: Scorecard
  let paths: OutputPaths
  let frame: PageFrame
  let page: String
  let csv: String

  /// Nil for a card that is no sheet of the report.
  init?(_ report: CheckedReport, _ card: Scorecard, _ paths: OutputPaths, _ frame: PageFrame) {
    guard let page = paths.sheet(card.name, .html), let csv = paths.sheet(card.name, .csv) else { return nil }
    (self.report, self.card, self.paths, self.frame) = (report, card, paths, frame)
    (self.page, self.csv) = (page, csv)
  }

  /// The indicator table, for both twins.
  var indicators: Table {
    SheetLayout(
      card: card, csv: Href.path(from: page, to: csv), code: paths.code(card),
      previous: report.options.previous
    ).table()
  }

  /// The values, with the table of indicators laid out before, and 汇总溯源 for the unit's own page.
  func values(_ indicators: Table, rollUp: Table?) -> PageValues {
    let isUnit = card.sheet.isUnit
    let title = isUnit ? OutputPaths.unitTitle(report.period) : OutputPaths.projectTitle(report.period)
    let names = SourceNames(texts: report.submission.texts)
    let figures = isUnit ? report.unit.figures : []
    let words = SheetWords(card: card, rubric: report.rubric)
    var values = frame.values(title: isUnit ? title : "\(title)：\(card.name)", page: page)
    values["facts"] = .list(pairs(facts))
    values["goals"] = .list(pairs(goals))
    values["money"] = MoneyLayout(card: card).table().map { .markup(MarkupText($0)) }
    values["indicators"] = .markup(MarkupText(indicators))
    values["result"] = .text(words.result)
    let notes = words.notes + (report.options.previous.map { [$0.note(of: card, in: report)] } ?? [])
    values["notes"] = .list(notes.map { ["note": .text($0)] })
    values["lineage"] = .markup(
      MarkupText(LineageLayout(card: card, figures: figures, names: names, code: paths.code(card)).table()))
    if isUnit, !figures.isEmpty, var rollUp {
      rollUp.csv = paths.roles.contains(.rollup) ? Href.path(from: page, to: OutputPaths.rollUp) : nil
      values["rollup"] = .markup(MarkupText(rollUp))
    }
    values["csv"] = .text(Href.relative(from: page, to: csv))
    return values
  }

  private func pairs(_ pairs: [(String, String)]) -> [PageValues] {
    pairs.filter { !$0.1.isEmpty }.map { ["label": .text($0.0), "value": .text($0.1)] }
  }

  /// Its row of `projects.csv`, where names may differ in width of brackets.
  private var project: Project? {
    let key = Folding.key(card.name)
    return report.submission.projects.first { Folding.key($0.name).isSameBytes(key) }
  }

  private var facts: [(String, String)] {
    let unit = report.submission.unit
    let year = ("年度", "\(unit.year)年度")
    guard !card.sheet.isUnit else {
      return [
        ("单位名称", unit.name), year, ("单位编码", unit.text("单位编码")), ("主管部门", unit.text("主管部门")),
      ]
    }
    let project = project
    let head = [("项目名称", card.name), ("项目编码", project?.fact("项目编码") ?? ""), ("填报单位", unit.name), year]
    let headings = ["主管部门", "实施单位", "项目类型", "项目级次", "开始时间", "完成时间", "项目负责人", "联系电话", "邮箱"]
    return head + headings.map { ($0, project?.fact($0) ?? "") }
  }

  private var goals: [(String, String)] {
    let unit = report.submission.unit
    guard !card.sheet.isUnit else {
      let goals = unit.texts("年度目标")
      let numbered = goals.enumerated().map {
        goals.count > 1 ? "\($0.offset + 1)．\($0.element)" : $0.element
      }
      return [
        ("单位主要职能", unit.text("单位主要职能")), ("机构设置及人员配置", unit.text("机构设置及人员配置")),
        ("中长期目标", unit.text("中长期目标")), ("年度目标", numbered.joined(separator: "\n")),
      ]
    }
    let project = project
    let headings = ["立项必要性", "实施可行性", "项目实施内容", "中长期目标", "年度目标", "存在问题", "改进措施"]
    return headings.map { ($0, project?.fact($0) ?? "") }
  }
}
