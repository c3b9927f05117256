// The drawing half of the charts: SVG elements that escape what is put into them. Integer coordinates only.

/// An SVG element; attributes keep their order, so that the same chart is the same bytes.
struct ChartElement {
  let name: String
  let attributes: [(name: String, value: String)]
  var children: [ChartElement] = []
  var text = ""

  init(_ name: String, _ attributes: [(String, String)] = [], _ children: [ChartElement] = []) {
    self.name = name
    self.attributes = attributes.map { (name: $0.0, value: $0.1) }
    self.children = children
  }

  init(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    self.init(name, attributes)
    self.text = text
  }

  /// The element as markup.
  var markup: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "<\(name)".utf8)
    for attribute in attributes {
      bytes.append(contentsOf: " \(attribute.name)=\"".utf8)
      HTMLWriter.escape(attribute.value, .attribute, into: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    guard !children.isEmpty || !text.isEmpty else {
      bytes.append(contentsOf: "/>".utf8)
      return
    }
    bytes.append(UInt8(ascii: ">"))
    // A drawing has no line breaks: a label is one line, whichever way its breaks are written.
    HTMLWriter.escape(PageText.visible(text).replacing("\n", with: " "), .content, into: &bytes)
    for child in children { child.write(to: &bytes) }
    bytes.append(contentsOf: "</\(name)>".utf8)
  }
}

/// A chart being drawn: a canvas of fixed width that grows downwards.
struct ChartCanvas {
  static let width = 720
  private var elements: [ChartElement] = []

  mutating func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int, fill: String) {
    guard width > 0, height > 0 else { return }
    elements.append(ChartElement("rect", frame(x, y, width, height) + [("fill", fill)]))
  }

  /// An outline in the colour of the text.
  mutating func outline(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
    guard width > 0, height > 0 else { return }
    let ink = [("fill", "none"), ("stroke", "currentColor"), ("stroke-width", "1")]
    elements.append(ChartElement("rect", frame(x, y, width, height) + ink))
  }

  /// A path of absolute integer commands.
  mutating func path(_ data: String, fill: String = "none", stroke: String = "none", width: Int = 2) {
    elements.append(
      ChartElement(
        "path",
        [
          ("d", data), ("fill", fill), ("stroke", stroke), ("stroke-width", "\(width)"),
          ("stroke-linecap", "round"),
        ]))
  }

  mutating func circle(_ x: Int, _ y: Int, _ radius: Int, fill: String) {
    elements.append(
      ChartElement("circle", [("cx", "\(x)"), ("cy", "\(y)"), ("r", "\(radius)"), ("fill", fill)]))
  }

  /// A line of text; `y` is its baseline.
  mutating func label(_ x: Int, _ y: Int, _ text: String, size: Int = 14, anchor: String = "start") {
    let attributes = [
      ("x", "\(x)"), ("y", "\(y)"), ("font-size", "\(size)"), ("text-anchor", anchor),
      ("fill", "currentColor"),
    ]
    elements.append(ChartElement("text", attributes, text: text))
  }

  private func frame(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> [(String, String)] {
    [("x", "\(x)"), ("y", "\(y)"), ("width", "\(width)"), ("height", "\(height)")]
  }

  /// The finished figure.
  func figure(id: String, title: String, description: String, height: Int, rows: Table?) -> SVGFigure {
    let root = ChartElement(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 \(ChartCanvas.width) \(height)"),
        ("width", "100%"),
        ("role", "img"), ("aria-labelledby", "\(id)-title \(id)-desc"),
      ],
      [
        ChartElement("title", [("id", "\(id)-title")], text: title),
        ChartElement("desc", [("id", "\(id)-desc")], text: description),
      ] + elements)
    return SVGFigure(id: id, title: title, description: description, svg: root.markup, rows: rows)
  }
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
