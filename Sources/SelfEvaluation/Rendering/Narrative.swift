// The narrative of the report, section by section.

/// A section of the report.
struct NarrativeSection {
  /// The HTML id.
  let id: String
  let title: String
  let blocks: [NarrativeBlock]
}

/// A piece of a section.
enum NarrativeBlock {
  case heading(String)
  case paragraph(String)
  case list([String])
  case table(Table)
  case figure(SVGFigure)
}

enum Narrative {
  /// The sections of a report, in order.
  static func sections(_ report: CheckedReport) -> [NarrativeSection] {
    [NarrativeSection(id: "s1", title: "一、基本情况", blocks: [.paragraph(report.submission.unit.name)])]
  }
}
