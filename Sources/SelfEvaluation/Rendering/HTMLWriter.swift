// The one place where text becomes markup: bytes of XHTML5 in polyglot form, valid as HTML and as XML.

/// Finished markup, which only an `HTMLWriter` and the chart writer make.
struct MarkupText: Sendable {
  /// UTF-8.
  let bytes: [UInt8]

  var html: String { String(decoding: bytes, as: UTF8.self) }

  /// Text of any origin, escaped.
  init(_ text: String) {
    var writer = HTMLWriter()
    writer.text(text)
    self.init(writer)
  }

  init(_ writer: HTMLWriter) { bytes = writer.bytes }

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

  /// The text of a table's cell.
  mutating func text(of cell: TableCell) {
    HTMLWriter.escape(cell.text, cell.traits, .content, into: &bytes)
  }

  /// Makes room for so many bytes more.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// An attribute with a leading space; its value is text of any origin.
  mutating func attribute(_ name: StaticString, _ value: String) {
    markup(" ")
    markup(name)
    markup("=\"")
    HTMLWriter.escape(value, .attribute, into: &bytes)
    markup("\"")
  }

  /// An attribute of a whole number.
  mutating func attribute(_ name: StaticString, _ value: Int) {
    markup(" ")
    markup(name)
    markup("=\"")
    bytes.append(contentsOf: String(value).utf8)
    markup("\"")
  }

  /// A piece that another writer has finished.
  mutating func append(_ finished: MarkupText) { bytes.append(contentsOf: finished.bytes) }

  /// A drawing, which is markup already.
  mutating func append(_ figure: SVGFigure) { append(figure.drawing) }

  /// Text as markup, in content and in attributes: the one function that does it. Characters XML does not know and
  /// those nobody can see become visible marks; a line feed becomes `<br/>`, in an attribute `&#10;`.
  static func escape(_ text: String, _ context: Context, into bytes: inout [UInt8]) {
    escape(text, PageText.traits(of: text), context, into: &bytes)
  }

  /// The same for a text whose traits are known.
  private static func escape(
    _ text: String, _ traits: TextTraits, _ context: Context, into bytes: inout [UInt8]
  ) {
    guard traits.contains(.hidden) || traits.contains(.markup) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
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
