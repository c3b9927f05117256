// What every page carries: whose report it is, under which rules, when, from which data.

/// The facts of a run that stand on each of its pages.
struct PageFrame {
  /// What is the same on all of them.
  private let shared: PageValues
  /// Whether the page stands among the others, so that it may link to them.
  private let isPartOfReport: Bool

  init(_ report: CheckedReport) {
    self.init(
      submission: report.submission, rubric: report.rubric, date: report.options.date, isPartOfFolder: true)
  }

  /// For a page of a check, on its own or in a folder with an index.
  init(submission: Submission, rubric: Rubric, date: Day, isPartOfFolder: Bool = false) {
    let unit = submission.unit
    isPartOfReport = isPartOfFolder
    var values: PageValues = [
      "unit": PageFrame.line(unit.name), "year": .text(String(unit.year)), "rubric": .text(rubric.title),
      "date": .text(date.chinese), "version": .text(ToolVersion.current), "digest": .text(submission.digest),
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
    if isPartOfReport {
      values["home"] = .text(Href.relative(from: page, to: OutputPaths.index))
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
