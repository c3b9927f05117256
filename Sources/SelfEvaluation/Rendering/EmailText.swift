// The same summary for those who read mail as plain text.

/// Writes a summary as text: CRLF, figures with their remarks, lists numbered.
struct EmailText {
  let summary: EmailSummary

  /// The finished text, UTF-8.
  func bytes() -> [UInt8] {
    var lines: [String] = []
    if !summary.nature.isEmpty { lines += ["【数据性质：\(summary.nature)】", ""] }
    lines += [summary.title, summary.subtitle, ""]
    lines += summary.figures.map { figure in
      "\(figure.label)：\(figure.value)" + (figure.remark.isEmpty ? "" : "（\(figure.remark)）")
    }
    for section in summary.sections {
      lines += ["", "■ \(section.heading)"]
      for block in section.blocks { lines += self.lines(block) }
    }
    lines += [""] + summary.footer
    var bytes: [UInt8] = []
    for line in lines {
      bytes.append(contentsOf: PageText.line(line).utf8)
      bytes.append(contentsOf: "\r\n".utf8)
    }
    return bytes
  }

  private func lines(_ block: EmailSummary.Block) -> [String] {
    switch block {
    case .paragraph(let text): [text]
    case .bars(let bars): bars.map { "\($0.label)：\($0.value)" }
    case .items(let items):
      items.enumerated().flatMap { index, item in
        ["\(index + 1). \(item.lead)"] + item.lines.map { "   \($0)" }
      }
    }
  }
}
