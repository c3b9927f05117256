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

  init(_ writer: borrowing HTMLWriter) { bytes = writer.bytes }

  /// Markup with literals of ours and texts of any origin in turn.
  init(_ write: (inout HTMLWriter) -> Void) {
    var writer = HTMLWriter()
    write(&writer)
    self.init(writer)
  }
}

/// Writes markup: literals of ours as they are, everything else through `escape`.
struct HTMLWriter: ~Copyable {
  private var buffer = ByteBuffer()

  /// What was written.
  var bytes: [UInt8] { buffer.bytes }

  /// Where a text stands.
  enum Context {
    case content, attribute
  }

  /// Makes room for so many bytes more.
  mutating func reserve(_ count: Int) { buffer.reserve(count) }

  /// A literal piece of markup; `StaticString`, so that no data can come this way.
  mutating func markup(_ literal: StaticString) { buffer.append(literal: literal) }

  /// Text of any origin.
  mutating func text(_ text: String) { escape(text, PageText.traits(of: text), .content) }

  /// The text of a table's cell.
  mutating func text(of cell: TableCell) { escape(cell.text, cell.traits, .content) }

  /// An attribute with a leading space; its value is text of any origin.
  mutating func attribute(_ name: StaticString, _ value: String) {
    open(name)
    escape(value, PageText.traits(of: value), .attribute)
    buffer.append(UInt8(ascii: "\""))
  }

  /// An attribute of a whole number.
  mutating func attribute(_ name: StaticString, _ value: Int) {
    open(name)
    buffer.append(decimal: value)
    buffer.append(UInt8(ascii: "\""))
  }

  private mutating func open(_ name: StaticString) {
    buffer.append(UInt8(ascii: " "))
    buffer.append(literal: name)
    buffer.append(UInt8(ascii: "="))
    buffer.append(UInt8(ascii: "\""))
  }

  /// A piece that another writer has finished.
  mutating func append(_ finished: MarkupText) { buffer.append(finished.bytes.span) }

  /// A drawing, which is markup already.
  mutating func append(_ figure: SVGFigure) { append(figure.drawing) }

  /// Text as markup, in content and in attributes: the one function that does it. Characters XML does not know and
  /// those nobody can see become visible marks; a line feed becomes `<br/>`, in an attribute `&#10;`.
  private mutating func escape(_ text: String, _ traits: TextTraits, _ context: Context) {
    guard traits.contains(.hidden) || traits.contains(.markup) else {
      buffer.append(text)
      return
    }
    for byte in PageText.visible(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): buffer.append(literal: "&amp;")
      case UInt8(ascii: "<"): buffer.append(literal: "&lt;")
      case UInt8(ascii: ">"): buffer.append(literal: "&gt;")
      case UInt8(ascii: "\""): buffer.append(literal: "&quot;")
      case UInt8(ascii: "'"): buffer.append(literal: "&#39;")
      case 0x0A:
        if context == .content { buffer.append(literal: "<br/>") } else { buffer.append(literal: "&#10;") }
      default: buffer.append(byte)
      }
    }
  }
}
