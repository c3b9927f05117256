// What every page carries: whose report it is, under which rules, when, from which data.

/// The facts of a run that stand on each of its pages.
struct PageFrame {
  /// What is the same on all of them.
  private let shared: PageValues
  /// The pages that stand beside it and are linked from its head.
  private let linked: Set<DocumentRole>

  init(_ report: CheckedReport, _ paths: OutputPaths) {
    self.init(report.submission, report.rubric, report.options, linked: paths.roles)
  }

  /// For a page of a check, on its own or in a folder with an index.
  init(submission: Submission, rubric: Rubric, options: ReportOptions, isPartOfFolder: Bool = false) {
    self.init(submission, rubric, options, linked: isPartOfFolder ? [.index, .findings] : [])
  }

  private init(
    _ submission: Submission, _ rubric: Rubric, _ options: ReportOptions, linked: Set<DocumentRole>
  ) {
    let unit = submission.unit
    self.linked = linked
    var values: PageValues = [
      "unit": PageFrame.line(unit.name), "year": .text(String(unit.year)), "rubric": .text(rubric.title),
      "span": .text(options.period.span), "date": .text(options.date.chinese),
      "version": .text(ToolVersion.current), "digest": .text(submission.digest),
      "shortDigest": .text(String(submission.digest.prefix(16))),
    ]
    values["nature"] = PageFrame.text(unit.dataNature)
    values["assumption"] = PageFrame.text(rubric.assumption)
    values["citations"] = PageFrame.text(RubricLayout(rubric: rubric).citations.joined(separator: "、"))
    shared = values
  }

  /// The values of the frame for a page at a path of the output folder.
  func values(title: String, page: String) -> PageValues {
    var values = shared
    values["title"] = PageFrame.line(title)
    if linked.contains(.index) { values["home"] = .text(Href.relative(from: page, to: OutputPaths.index)) }
    if linked.contains(.findings) {
      values["findingsLink"] = .text(Href.relative(from: page, to: OutputPaths.findingsPage))
    }
    return values
  }

  /// Text that also stands in the page's title, where no element may: on one line.
  private static func line(_ text: String) -> PageValue {
    .text(PageText.line(text))
  }

  /// Nothing for an empty text, so that the section around it is passed over.
  private static func text(_ text: String) -> PageValue? { text.isEmpty ? nil : .text(text) }
}
