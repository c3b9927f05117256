// The one place where text becomes markup: bytes of XHTML5 in polyglot form, valid as HTML and as XML.

/// Finished markup, which only an `HTMLWriter` and the chart writer make.
struct MarkupText: Sendable {
  let html: String

  /// Text of any origin, escaped.
  init(_ text: String) {
    var writer = HTMLWriter()
    writer.text(text)
    self.init(writer)
  }

  init(_ writer: HTMLWriter) { html = String(decoding: writer.bytes, as: UTF8.self) }

  /// Markup with literals of ours and texts of any origin in turn.
  init(_ write: (inout HTMLWriter) -> Void) {
    var writer = HTMLWriter()
    write(&writer)
    self.init(writer)
  }
}

/// Writes markup: literals of ours as they are, everything else through `escape`.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Where a text stands.
  enum Context {
    case content, attribute
  }

  /// A literal piece of markup; `StaticString`, so that no data can come this way.
  mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Text of any origin.
  mutating func text(_ text: String) { HTMLWriter.escape(text, .content, into: &bytes) }

  /// An attribute with a leading space; its value is text of any origin.
  mutating func attribute(_ name: StaticString, _ value: String) {
    markup(" ")
    markup(name)
    markup("=\"")
    HTMLWriter.escape(value, .attribute, into: &bytes)
    markup("\"")
  }

  /// A piece that another writer has finished.
  mutating func append(_ finished: MarkupText) { bytes.append(contentsOf: finished.html.utf8) }

  /// A drawing, which is markup already.
  mutating func append(_ figure: SVGFigure) { bytes.append(contentsOf: figure.svg.utf8) }

  /// Text as markup, in content and in attributes: the one function that does it. Characters XML does not know and
  /// those nobody can see become visible marks; a line feed becomes `<br/>`, in an attribute `&#10;`.
  static func escape(_ text: String, _ context: Context, into bytes: inout [UInt8]) {
    for byte in PageText.visible(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      case 0x0A: bytes.append(contentsOf: (context == .content ? "<br/>" : "&#10;").utf8)
      default: bytes.append(byte)
      }
    }
  }
}
