// A laid-out table as markup.

extension HTMLWriter {
  /// A table in a box that scrolls on narrow screens and can be reached by keyboard. A table with a CSV twin names it
  /// in `data-csv`.
  mutating func table(_ table: Table) {
    markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\"")
    attribute("aria-label", table.caption)
    markup("><table")
    attribute("id", table.id)
    if let csv = table.csv { attribute("data-csv", csv) }
    markup(">\n<caption>")
    text(table.caption)
    markup("</caption>\n<thead>\n<tr>")
    for column in table.columns {
      markup("<th scope=\"col\">")
      text(column.heading)
      markup("</th>")
    }
    markup("</tr>\n</thead>\n<tbody>\n")
    for row in table.rows {
      if row.startsGroup { markup("</tbody>\n<tbody>\n") }
      self.row(row, table.columns)
    }
    markup("</tbody>\n</table></div>\n")
  }

  private mutating func row(_ row: TableRow, _ columns: [TableColumn]) {
    markup("<tr")
    if let id = row.id { attribute("id", id) }
    if row.role == .total { markup(" class=\"total\"") }
    markup(">")
    for (cell, column) in zip(row.cells, columns) where cell.rowSpan > 0 { self.cell(cell, column.kind) }
    markup("</tr>\n")
  }

  private mutating func cell(_ cell: TableCell, _ kind: TableColumn.Kind) {
    if cell.isHeading {
      if cell.rowSpan > 1 { markup("<th scope=\"rowgroup\"") } else { markup("<th scope=\"row\"") }
    } else {
      markup("<td")
    }
    if let tone = cell.tone {
      attribute("class", tone.rawValue)
    } else if !cell.isHeading, kind != .text {
      if kind == .number { markup(" class=\"n\"") } else { markup(" class=\"v\"") }
    }
    if cell.rowSpan > 1 { attribute("rowspan", String(cell.rowSpan)) }
    markup(">")
    if let link = cell.link, !cell.text.isEmpty {
      markup("<a")
      attribute("href", link)
      markup(">")
      text(cell.text)
      markup("</a>")
    } else {
      text(cell.text)
    }
    if cell.isHeading { markup("</th>") } else { markup("</td>") }
  }
}

extension MarkupText {
  /// A table, finished.
  init(_ table: Table) { self.init { $0.table(table) } }
}
