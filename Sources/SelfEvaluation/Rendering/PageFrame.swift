// What every page carries: whose report it is, under which rules, when, from which data.

/// The facts of a run that stand on each of its pages.
struct PageFrame {
  let unit: BudgetUnit
  let rubric: Rubric
  let date: Day
  /// SHA-256 of the submission.
  let digest: String
  /// The pages that stand beside it and are linked from its head.
  let linked: Set<DocumentRole>

  init(_ report: CheckedReport, _ paths: OutputPaths) {
    (unit, rubric, date) = (report.submission.unit, report.rubric, report.options.date)
    (digest, linked) = (report.submission.digest, paths.roles)
  }

  /// For a page of a check, on its own or in a folder with an index.
  init(submission: Submission, rubric: Rubric, date: Day, isPartOfFolder: Bool = false) {
    (unit, self.rubric, self.date, digest) = (submission.unit, rubric, date, submission.digest)
    linked = isPartOfFolder ? [.index, .findings] : []
  }

  /// The values of the frame for a page at a path of the output folder.
  func values(title: String, page: String) -> PageValues {
    var values: PageValues = [
      "title": PageFrame.line(title), "unit": PageFrame.line(unit.name), "year": .text(String(unit.year)),
      "rubric": .text(rubric.title), "date": .text(date.chinese), "version": .text(ToolVersion.current),
      "digest": .text(digest), "shortDigest": .text(String(digest.prefix(16))),
    ]
    if linked.contains(.index) { values["home"] = .text(Href.relative(from: page, to: OutputPaths.index)) }
    if linked.contains(.findings) {
      values["findingsLink"] = .text(Href.relative(from: page, to: OutputPaths.findingsPage))
    }
    let citations = RubricLayout(rubric: rubric).citations
    values["nature"] = PageFrame.text(unit.dataNature)
    values["assumption"] = PageFrame.text(rubric.assumption)
    values["citations"] = PageFrame.text(citations.joined(separator: "、"))
    return values
  }

  /// Text that also stands in the page's title, where no element may: on one line.
  private static func line(_ text: String) -> PageValue {
    .text(PageText.visible(text).replacing("\n", with: " "))
  }

  /// Nothing for an empty text, so that the section around it is passed over.
  private static func text(_ text: String) -> PageValue? { text.isEmpty ? nil : .text(text) }
}
