// What `jixiao check` writes: 问题清单 as one file, or as a folder with a list for each project.

enum CheckRenderer {
  /// 问题清单 as one page or one CSV file.
  static func list(
    _ outcome: Pipeline.Outcome, _ selection: FindingSelection, as format: DocumentFormat,
    options: ReportOptions, templates: TemplateLibrary
  ) throws -> Document {
    let frame = PageFrame(submission: outcome.submission, rubric: outcome.rubric, options: options)
    var page = FindingsPage(frame: frame, findings: selection.listed, texts: outcome.submission.texts)
    (page.remark, page.outstanding) = (selection.remark, outcome.outstanding)
    guard format == .html else {
      return try Renderer.csv(.findings, OutputPaths.findings, page.table, .utf8BOM)
    }
    return Renderer.html(
      .findings, OutputPaths.findingsPage, try templates.render(.findings, page.values()))
  }

  /// A page and a CSV file for the unit, for each project and for what concerns no sheet; all findings together; an
  /// index.
  static func folder(
    _ outcome: Pipeline.Outcome, _ selection: FindingSelection, options: ReportOptions,
    templates: TemplateLibrary
  ) throws -> [Document] {
    let lists = FindingsBySheet(outcome, selection)
    let frame = PageFrame(
      submission: outcome.submission, rubric: outcome.rubric, options: options, isPartOfFolder: true)
    func pair(_ page: FindingsPage, project: String?) throws -> [Document] {
      let table = page.table
      return [
        Renderer.html(
          .findings, page.page, try templates.render(.findings, page.values(table, page.reconciliation)),
          project: project),
        try Renderer.csv(.findings, page.csv ?? OutputPaths.findings, table, .utf8BOM, project: project),
      ]
    }
    var whole = FindingsPage(frame: frame, findings: selection.listed, texts: outcome.submission.texts)
    (whole.csv, whole.remark, whole.outstanding) = (
      OutputPaths.findings, selection.remark, outcome.outstanding
    )
    whole.sheetPage = { name in lists.groups.first { $0.sheet == name }?.page }
    var index = frame.values(title: "问题清单（按项目）", page: OutputPaths.index)
    index["summary"] = .text(FindingsLayout.summary(outcome.findings) + selection.remark)
    if !outcome.outstanding.isEmpty {
      index["outstanding"] = .markup(MarkupText(OutstandingLayout(entries: outcome.outstanding).table()))
    }
    index["table"] = .markup(MarkupText(lists.table()))
    var documents = [
      Renderer.html(.index, OutputPaths.index, try templates.render(.findings, index))
    ]
    for group in lists.groups {
      var page = FindingsPage(frame: frame, findings: group.findings, texts: outcome.submission.texts)
      (page.title, page.page, page.csv) = ("问题清单：\(group.title)", group.page, group.csv)
      page.outstanding = outcome.outstanding.filter { $0.project == group.sheet }
      documents += try pair(page, project: group.isProject ? group.sheet : nil)
    }
    return documents + (try pair(whole, project: nil))
  }
}
