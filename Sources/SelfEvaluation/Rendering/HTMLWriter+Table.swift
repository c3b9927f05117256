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
    for index in table.rows.indices {
      if table.rows[index].startsGroup { markup("</tbody>\n<tbody>\n") }
      row(table.rows[index], table.columns)
    }
    markup("</tbody>\n</table></div>\n")
  }

  private mutating func row(_ row: TableRow, _ columns: [TableColumn]) {
    markup("<tr")
    if let id = row.id { attribute("id", id) }
    if row.role == .total { markup(" class=\"total\"") }
    markup(">")
    for index in 0..<min(row.cells.count, columns.count) where row.cells[index].rowSpan > 0 {
      cell(row.cells[index], columns[index].kind)
    }
    markup("</tr>\n")
  }

  private mutating func cell(_ cell: TableCell, _ kind: TableColumn.Kind) {
    open(cell, kind)
    if let link = cell.link, !cell.text.isEmpty {
      markup("<a")
      attribute("href", link)
      markup(">")
      text(of: cell)
      markup("</a>")
    } else {
      text(of: cell)
    }
    if cell.isHeading { markup("</th>") } else { markup("</td>") }
  }

  /// The start tag; most are one literal.
  private mutating func open(_ cell: TableCell, _ kind: TableColumn.Kind) {
    switch (cell.isHeading, cell.rowSpan > 1, cell.tone, kind) {
    case (true, true, nil, _): markup("<th scope=\"rowgroup\"")
    case (true, false, nil, _): markup("<th scope=\"row\"")
    case (true, true, _?, _): markup("<th scope=\"rowgroup\" class=\"")
    case (true, false, _?, _): markup("<th scope=\"row\" class=\"")
    case (false, _, _?, _): markup("<td class=\"")
    case (false, _, nil, .text): markup("<td")
    case (false, _, nil, .number): markup("<td class=\"n\"")
    case (false, _, nil, .value): markup("<td class=\"v\"")
    }
    if let tone = cell.tone {
      text(tone.rawValue)
      markup("\"")
    }
    if cell.rowSpan > 1 { attribute("rowspan", cell.rowSpan) }
    markup(">")
  }
}

extension MarkupText {
  /// A table, finished.
  init(_ table: Table) {
    self.init { writer in
      writer.reserve(1024 + 48 * table.rows.count * table.columns.count)
      writer.table(table)
    }
  }
}
