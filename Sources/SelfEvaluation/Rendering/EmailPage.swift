// 邮件/摘要.html: the summary as markup that every mail program understands: nested tables, everything in the cell.

/// Writes a summary as HTML. Colours of text and paper are left to the reader's program, so that a dark one shows it
/// dark; only bars, whose colours stand out on both, are painted, and each has its figures beside it.
struct EmailPage {
  let summary: EmailSummary

  /// The finished page, valid under `Templates/mail.rng`.
  func bytes() -> [UInt8] {
    var html = HTMLWriter()
    html.markup(
      """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN" xml:lang="zh-CN">
      <head>
      <meta charset="utf-8"/>
      <title>
      """)
    html.text(summary.title + "－" + summary.subtitle)
    html.markup(
      """
      </title>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <meta name="supported-color-schemes" content="light dark"/>
      </head>
      <body style="margin:0;padding:0;">
      <div role="main">

      """)
    html.mailTable(width: "100%") { outer in
      outer.mailRow { row in
        row.mailCell(EmailCell(width: "100%", align: .centre)) { cell in
          cell.mailTable(width: "100%", limit: 640) { inner in content(&inner) }
        }
      }
    }
    html.markup("</div>\n</body>\n</html>\n")
    return html.bytes
  }

  private func content(_ html: inout HTMLWriter) {
    if !summary.nature.isEmpty {
      html.mailLine(EmailCell(padding: "8px 16px", border: .box)) { cell in
        cell.markup("<strong>数据性质</strong>：")
        cell.text(summary.nature)
      }
    }
    html.mailLine(EmailCell(size: 22, line: 32, padding: "16px 16px 0 16px")) { cell in
      cell.mailHeading(1, summary.title, size: 22, line: 32)
    }
    html.mailLine(EmailCell(padding: "4px 16px 12px 16px")) { $0.text(summary.subtitle) }
    html.mailLine(EmailCell(padding: "0 8px 8px 8px")) { cell in figures(&cell) }
    for section in summary.sections {
      html.mailLine(EmailCell(size: 17, line: 26, padding: "16px 16px 6px 16px", border: .top)) { cell in
        cell.mailHeading(2, section.heading, size: 17, line: 26)
      }
      for block in section.blocks { self.block(block, &html) }
    }
    html.mailLine(EmailCell(size: 13, line: 20, padding: "12px 16px 16px 16px", border: .top)) { cell in
      for (index, line) in summary.footer.enumerated() {
        if index > 0 { cell.markup("<br/>") }
        cell.text(line)
      }
    }
  }

  private func figures(_ html: inout HTMLWriter) {
    let width = "\(100 / max(1, summary.figures.count))%"
    html.mailTable(width: "100%") { table in
      table.mailRow { row in
        for figure in summary.figures {
          row.mailCell(EmailCell(width: width, size: 13, line: 20, padding: "4px 8px", tears: false)) {
            cell in
            cell.text(figure.label)
            cell.markup("<br/>")
            cell.mailStrong(figure.value, size: 20, line: 28)
            if !figure.remark.isEmpty {
              cell.markup("<br/>")
              cell.text(figure.remark)
            }
          }
        }
      }
    }
  }

  private func block(_ block: EmailSummary.Block, _ html: inout HTMLWriter) {
    switch block {
    case .paragraph(let text): html.mailLine(EmailCell(padding: "4px 16px 8px 16px")) { $0.text(text) }
    case .bars(let bars):
      html.mailLine(EmailCell(padding: "0 8px 8px 8px")) { cell in
        cell.mailTable(width: "100%") { table in for bar in bars { self.bar(bar, &table) } }
      }
    case .items(let items):
      html.mailLine(EmailCell(padding: "0 8px 8px 8px")) { cell in
        cell.mailTable(width: "100%") { table in
          for (index, item) in items.enumerated() { self.item(item, index + 1, &table) }
        }
      }
    }
  }

  /// Label, bar, figures.
  private func bar(_ bar: EmailSummary.Bar, _ html: inout HTMLWriter) {
    html.mailRow { row in
      row.mailCell(EmailCell(width: "20%", size: 14, line: 20, padding: "4px 8px")) { $0.text(bar.label) }
      row.mailCell(EmailCell(width: "36%", size: 14, line: 20, padding: "7px 0 3px 0")) { cell in
        cell.mailTable(width: "100%", isFramed: true) { table in
          table.mailRow { row in
            for part in bar.parts where part.percent > 0 {
              row.mailCell(EmailCell(width: "\(part.percent)%", size: 10, line: 12, paint: part.tone)) {
                $0.markup("&#160;")
              }
            }
            let rest = 100 - bar.parts.reduce(0) { $0 + $1.percent }
            if rest > 0 {
              row.mailCell(EmailCell(width: "\(rest)%", size: 10, line: 12)) { $0.markup("&#160;") }
            }
          }
        }
      }
      row.mailCell(EmailCell(width: "44%", size: 14, line: 20, padding: "4px 8px")) { $0.text(bar.value) }
    }
  }

  private func item(_ item: EmailSummary.Item, _ number: Int, _ html: inout HTMLWriter) {
    html.mailRow { row in
      row.mailCell(EmailCell(width: "24", padding: "4px 0 4px 8px", tears: false)) { $0.text("\(number).") }
      row.mailCell(EmailCell(width: "96%", padding: "4px 8px")) { cell in
        if item.lines.isEmpty {
          cell.text(item.lead)
        } else {
          cell.mailStrong(item.lead, size: 15, line: 24)
        }
        for line in item.lines {
          cell.markup("<br/>")
          cell.text(line)
        }
      }
    }
  }
}
