// The drawing half of the charts: SVG elements that escape what is put into them. Integer coordinates only.

/// A chart being drawn: a canvas of fixed width that grows downwards. Attributes keep their order, so that the same
/// chart is the same bytes.
struct ChartCanvas: ~Copyable {
  static let width = 720
  private var elements = HTMLWriter()

  mutating func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int, fill: String) {
    guard width > 0, height > 0 else { return }
    frame(x, y, width, height)
    elements.attribute("fill", fill)
    elements.markup("/>")
  }

  /// An outline in the colour of the text.
  mutating func outline(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
    guard width > 0, height > 0 else { return }
    frame(x, y, width, height)
    elements.markup(" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1\"/>")
  }

  /// A path of integer commands.
  mutating func path(_ data: String, fill: String = "none", stroke: String = "none", width: Int = 2) {
    elements.markup("<path")
    elements.attribute("d", data)
    elements.attribute("fill", fill)
    elements.attribute("stroke", stroke)
    elements.attribute("stroke-width", width)
    elements.markup(" stroke-linecap=\"round\"/>")
  }

  /// One shape at many places as a single path; `shape` is relative to where it begins. Nothing where there is none.
  mutating func path(
    at places: [ChartPlace], _ shape: StaticString, fill: String = "none", stroke: String = "none",
    width: Int = 2
  ) {
    guard !places.isEmpty else { return }
    path(places.map { "M\($0.x) \($0.y)\(shape)" }.joined(), fill: fill, stroke: stroke, width: width)
  }

  /// A line of text; `y` is its baseline.
  mutating func label(_ x: Int, _ y: Int, _ text: String, size: Int = 14, anchor: String = "start") {
    guard !text.isEmpty else { return }
    elements.markup("<text")
    elements.attribute("x", x)
    elements.attribute("y", y)
    elements.attribute("font-size", size)
    elements.attribute("text-anchor", anchor)
    elements.markup(" fill=\"currentColor\">")
    // A drawing has no line breaks: a label is one line.
    elements.text(PageText.line(text))
    elements.markup("</text>")
  }

  private mutating func frame(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
    elements.markup("<rect")
    elements.attribute("x", x)
    elements.attribute("y", y)
    elements.attribute("width", width)
    elements.attribute("height", height)
  }

  /// The finished figure.
  func figure(id: String, title: String, description: String, height: Int, rows: Table?) -> SVGFigure {
    let elements = MarkupText(elements)
    let drawing = MarkupText { writer in
      writer.markup("<svg xmlns=\"http://www.w3.org/2000/svg\"")
      writer.attribute("viewBox", "0 0 \(ChartCanvas.width) \(height)")
      writer.markup(" width=\"100%\" role=\"img\"")
      writer.attribute("aria-labelledby", "\(id)-title \(id)-desc")
      writer.markup("><title")
      writer.attribute("id", "\(id)-title")
      writer.markup(">")
      writer.text(PageText.line(title))
      writer.markup("</title><desc")
      writer.attribute("id", "\(id)-desc")
      writer.markup(">")
      writer.text(PageText.line(description))
      writer.markup("</desc>")
      writer.append(elements)
      writer.markup("</svg>")
    }
    return SVGFigure(id: id, title: title, description: description, drawing: drawing, rows: rows)
  }
}

/// A point of the canvas.
struct ChartPlace {
  let x: Int
  let y: Int

  func moved(_ right: Int, _ down: Int) -> ChartPlace { ChartPlace(x: x + right, y: y + down) }
}

/// The colours of Okabe and Ito, told apart by the colour-blind; every one also has a shape or a label of its own.
enum ChartColour {
  static let blue = "#0072B2"
  static let sky = "#56B4E9"
  static let green = "#009E73"
  static let yellow = "#E69F00"
  static let red = "#D55E00"
  static let grey = "#999999"
}
