// Findings grouped so that each project leader can be sent his own list.

/// The findings of a check by the sheet they concern, in the order of the submission; each group sorted as all are.
struct FindingsBySheet {
  struct Group {
    /// 部门整体 or the project's name; nil for what concerns no sheet.
    let sheet: String?
    let stem: String
    let findings: [Finding]

    var title: String { sheet ?? "不属于任何一张表的问题" }
    var isProject: Bool { sheet != nil && sheet != Sheet.unitName }
    var page: String { stem + ".html" }
    var csv: String { stem + ".csv" }
  }

  let groups: [Group]
  private let outstanding: [Outstanding]

  /// Every sheet and every project has a group, an empty one too: its leader may know that nothing is wrong. What
  /// names a project that there is not belongs to no sheet.
  init(_ outcome: Pipeline.Outcome, _ selection: FindingSelection) {
    let submission = outcome.submission
    var projects = submission.projectSheets.map(\.name)
    var known = Set(projects.map(Folding.key))
    for project in submission.projects where known.insert(Folding.key(project.name)).inserted {
      projects.append(project.name)
    }
    let keys = Dictionary(
      projects.enumerated().map { (Folding.key($1), $0) }, uniquingKeysWith: { first, _ in first })
    let owners = FileOwners(submission, projects: projects)
    var byProject: [Int: [Finding]] = [:]
    var ofUnit: [Finding] = []
    var others: [Finding] = []
    for finding in selection.listed {
      let sheet = finding.sheet ?? owners.sheet(of: finding)
      if sheet == Sheet.unitName {
        ofUnit.append(finding)
      } else if let index = sheet.flatMap({ keys[Folding.key($0)] }) {
        byProject[index, default: []].append(finding)
      } else {
        others.append(finding)
      }
    }
    groups =
      [Group(sheet: Sheet.unitName, stem: Sheet.unitName, findings: ofUnit)]
      + projects.enumerated().map { index, name in
        Group(sheet: name, stem: OutputPaths.projectStem(index, name), findings: byProject[index] ?? [])
      } + [Group(sheet: nil, stem: "其他问题", findings: others)]
    outstanding = outcome.outstanding
  }

  /// One row per group with its counts and links.
  func table() -> Table {
    Table(
      id: "sheets", caption: "各表的问题",
      columns: [TableColumn("表")] + Severity.allCases.map { TableColumn($0.rawValue, .number) } + [
        TableColumn("已说明", .number), TableColumn("未交的指标", .number), TableColumn("数据"),
      ],
      rows: groups.map(row), csv: nil)
  }

  private func row(_ group: Group) -> TableRow {
    let open = group.findings.filter { $0.acknowledgement == nil }
    let owed = outstanding.first { $0.project == group.sheet }?.missing.count ?? 0
    return TableRow(
      [
        TableCell(
          group.title, isHeading: true, link: Href.relative(from: OutputPaths.index, to: group.page))
      ]
        + Severity.allCases.map { level in
          TableCell(String(open.filter { $0.severity == level }.count))
        } + [
          TableCell(String(group.findings.count - open.count)), TableCell(String(owed)),
          TableCell("CSV", link: Href.relative(from: OutputPaths.index, to: group.csv)),
        ])
  }
}
