// W422: so many projects here, so many there.

extension Rule {
  static let projectCountDiffers = Rule(
    .projectCountDiffers,
    title: "各处的项目个数不一致",
    why: "单位情况、项目表、绩效目标、预算各处的项目个数应当相同，复核时先数项目；不同说明有漏报或名称不一致",
    remedy: "核对项目清单，使各处一致",
    firing: Example(.append("unit.csv", "自评组织情况,对3个项目逐一开展自评\n")),
    clean: Example(.append("unit.csv", "自评组织情况,对两个项目逐一开展自评\n"))
  ) { examination in
    let census = ProjectCensus(examination.submission)
    guard Set(census.counts.map(\.number)).count > 1 else { return [] }
    let list = census.counts.map { "\($0.place)有\($0.number)个" }.joined(separator: "，")
    return [
      Finding(
        .projectCountDiffers, at: census.oddOne.map(Place.cell) ?? .submission, sheet: Sheet.unitName,
        "各处的项目个数不一致：\(list)",
        remedy: "核对项目清单，使各处一致")
    ]
  }
}

/// How many projects each part of a submission speaks of.
struct ProjectCensus {
  private(set) var counts: [(place: String, number: Int)] = []
  /// The cell that says another number than the targets, if there is one to point at.
  private(set) var oddOne: Origin?

  init(_ submission: Submission) {
    let sheets = submission.projectSheets.filter { !$0.indicators.isEmpty }
    guard !sheets.isEmpty else { return }
    counts.append(("targets.csv", sheets.count))
    if !submission.projects.isEmpty { counts.append(("projects.csv", submission.projects.count)) }
    let funded = submission.projectSheets.count { !$0.money.isEmpty }
    if funded > 0 { counts.append(("budget.csv 的项目", funded)) }
    addUnitList(submission)
    addOwnWords(submission, sheets.count)
  }

  /// The unit's expenses named after projects, and others that stand among them.
  private mutating func addUnitList(_ submission: Submission) {
    let names = Set(
      submission.projectSheets.map { Name($0.name) } + submission.projects.map { Name($0.name) })
    let lines = submission.unitSheet?.expenses ?? []
    guard lines.contains(where: { names.contains(Name($0.name)) }) else { return }
    let listed = lines.filter { line in
      names.contains(Name(line.name))
        || !line.name.hasBytes(ofOneOf: ProjectCensus.otherExpenses)
    }
    counts.append(("budget.csv 的部门整体支出", listed.count))
    oddOne = listed.first { !names.contains(Name($0.name)) }?.origin
  }

  /// `对8个项目开展自评` in 自评组织情况.
  private mutating func addOwnWords(_ submission: Submission, _ expected: Int) {
    guard let entry = submission.unit.entries.first(where: { $0.key.isSameText("自评组织情况") }) else { return }
    let text = Folding.key(entry.text)
    guard let mark = text.firstRange(of: "个项目") else { return }
    let digits = String(text[..<mark.lowerBound].reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    let word = text[..<mark.lowerBound].last.flatMap { ProjectCensus.numerals[$0] }
    guard let number = Int(digits) ?? word else { return }
    counts.append(("unit.csv 的自评组织情况", number))
    if number != expected { oddOne = oddOne ?? entry.origin }
  }

  private static let numerals: [Character: Int] = [
    "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  /// Expenses of a unit that are no projects.
  private static let otherExpenses = [
    "基本支出", "人员", "公用", "经营支出", "上缴", "附属单位", "结转", "结余", "预备费", "其他", "项目支出",
  ]
}
