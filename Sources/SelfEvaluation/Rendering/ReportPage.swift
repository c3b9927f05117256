// The narrative report as a page, with its annex tables.

struct ReportPage {
  let facts: NarrativeFacts
  let paths: OutputPaths
  let frame: PageFrame

  func values() -> PageValues {
    var values = frame.values(title: OutputPaths.reportTitle(facts.report.period), page: paths.report)
    values["sections"] = .list(
      Narrative.sections(facts).map { section in
        [
          "anchor": .text(section.id), "heading": .text(section.title),
          "body": .markup(MarkupText { writer in section.blocks.forEach { writer.block($0) } }),
        ]
      })
    values["annexes"] = .list(
      Narrative.annexes(facts).enumerated().map { index, table in
        [
          "anchor": .text("annex-\(index + 1)"), "heading": .text("附表\(index + 1)　\(table.caption)"),
          "table": .markup(MarkupText(table)),
        ]
      })
    return values
  }
}

extension HTMLWriter {
  /// One block of the narrative.
  mutating func block(_ block: NarrativeBlock) {
    switch block {
    case .heading(let heading): element("<h3>", heading, "</h3>\n")
    case .paragraph(let paragraph): element("<p>", paragraph, "</p>\n")
    case .list(let items):
      guard !items.isEmpty else { return }
      markup("<ul>\n")
      for item in items { element("<li>", item, "</li>\n") }
      markup("</ul>\n")
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    }
  }

  /// A drawing in a box that scrolls on narrow screens, with its caption and its figures in words.
  mutating func figure(_ figure: SVGFigure) {
    markup("<figure")
    attribute("id", figure.id)
    markup(">\n<div class=\"scroll\" role=\"region\" tabindex=\"0\"")
    attribute("aria-label", "\(figure.title)（图）")
    markup(">")
    append(figure)
    markup("</div>\n<figcaption>")
    text(figure.title)
    if let rows = figure.rows {
      markup("\n<details><summary>")
      text("图中数据")
      markup("</summary>\n")
      table(rows)
      markup("</details>")
    }
    markup("</figcaption>\n</figure>\n")
  }

  private mutating func element(_ open: StaticString, _ content: String, _ close: StaticString) {
    markup(open)
    text(content)
    markup(close)
  }
}
