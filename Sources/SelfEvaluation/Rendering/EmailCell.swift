// How a mail's cells are written: Outlook for Windows inherits nothing, so each carries its width and its font.

/// The look of one table cell.
struct EmailCell {
  enum Border { case none, top, box }
  enum Alignment: String { case left, centre = "center" }

  /// `width` attribute: pixels or percent.
  var width = "100%"
  /// Font size and line height in pixels.
  var size = 15
  var line = 24
  var padding = "0"
  var border = Border.none
  var align = Alignment.left
  var paint: EmailSummary.Tone?
  /// Whether long words may be torn; a cell of one short word keeps its width instead.
  var tears = true

  static let font = "font-family:Microsoft YaHei,PingFang SC,Hiragino Sans GB,Arial,sans-serif"

  /// Declarations in the order `Templates/mail.rng` asks for.
  var style: String {
    var style = "\(EmailCell.font);font-size:\(size)px;line-height:\(line)px;padding:\(padding);"
    switch border {
    case .none: break
    case .top: style += "border-top:1px solid #8a8a8a;"
    case .box: style += "border:1px solid #b26a00;"
    }
    if let paint { style += "background-color:\(EmailCell.colour(paint));" }
    return style + (tears ? "word-break:break-word;" : "word-break:normal;")
  }

  /// Colours that stand at least 3 : 1 against white and against the dark paper of mail programs (#121212).
  static func colour(_ tone: EmailSummary.Tone) -> String {
    switch tone {
    case .score, .blue: "#3b7dc4"
    case .red: "#d64545"
    case .yellow: "#b07d00"
    case .green: "#2f9150"
    }
  }
}

extension HTMLWriter {
  /// A table for layout. `limit` is the most pixels it grows to.
  mutating func mailTable(
    width: String, limit: Int? = nil, isFramed: Bool = false, _ rows: (inout HTMLWriter) -> Void
  ) {
    markup("<table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"")
    attribute("width", width)
    let size = limit.map { "width:\(width);max-width:\($0)px;" } ?? "width:\(width);"
    attribute("style", isFramed ? size + "border:1px solid #8a8a8a;" : size)
    markup("><tbody>\n")
    rows(&self)
    markup("</tbody></table>\n")
  }

  mutating func mailRow(_ cells: (inout HTMLWriter) -> Void) {
    markup("<tr>")
    cells(&self)
    markup("</tr>\n")
  }

  mutating func mailCell(_ cell: EmailCell, _ content: (inout HTMLWriter) -> Void) {
    markup("<td")
    attribute("width", cell.width)
    attribute("align", cell.align.rawValue)
    markup(" valign=\"top\"")
    if let paint = cell.paint { attribute("bgcolor", EmailCell.colour(paint)) }
    attribute("style", cell.style)
    markup(">")
    content(&self)
    markup("</td>")
  }

  /// A row of one cell.
  mutating func mailLine(_ cell: EmailCell, _ content: (inout HTMLWriter) -> Void) {
    mailRow { $0.mailCell(cell, content) }
  }

  /// A heading of level 1 or 2, for those who listen.
  mutating func mailHeading(_ level: Int, _ words: String, size: Int, line: Int) {
    if level == 1 { markup("<h1") } else { markup("<h2") }
    attribute(
      "style", "\(EmailCell.font);font-size:\(size)px;line-height:\(line)px;margin:0;font-weight:bold;")
    markup(">")
    text(words)
    if level == 1 { markup("</h1>") } else { markup("</h2>") }
  }

  mutating func mailStrong(_ words: String, size: Int, line: Int) {
    markup("<strong")
    attribute("style", "\(EmailCell.font);font-size:\(size)px;line-height:\(line)px;")
    markup(">")
    text(words)
    markup("</strong>")
  }
}
