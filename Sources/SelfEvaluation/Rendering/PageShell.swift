// A page shell taken apart once, to be filled for many pages.

/// A checked template with its partials put in: literal bytes, values and sections.
struct PageShell: Sendable {
  private enum Piece: Sendable {
    case literal([UInt8])
    case value(String)
    /// What stands between `{{#name}}`, or `{{^name}}` where it is inverted, and `{{/name}}`.
    case section(String, isInverted: Bool, [Piece])
  }

  private let pieces: [Piece]

  /// The shell of a file. Its tags and those of its partials have been checked: they are closed, and known.
  init(_ file: String, files: [String: [UInt8]], tags: [String: [TemplateTag]]) {
    pieces = PageShell.pieces(file, files, tags)
  }

  /// The page with its values in place. A name stands for the value of the innermost section that has one.
  func filled(with values: PageValues) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(1 << 16)
    PageShell.write(pieces, [values], to: &page)
    return page
  }

  private static func write(_ pieces: [Piece], _ scopes: [PageValues], to page: inout [UInt8]) {
    for piece in pieces {
      switch piece {
      case .literal(let bytes): page += bytes
      case .value(let name):
        if case .markup(let markup)? = value(name, scopes) { page += markup.html.utf8 }
      case .section(let name, let isInverted, let inner):
        switch value(name, scopes) {
        case .list(let items)? where !isInverted:
          for item in items { write(inner, scopes + [item], to: &page) }
        case .list(let items)?: if items.isEmpty { write(inner, scopes, to: &page) }
        case .markup?: if !isInverted { write(inner, scopes, to: &page) }
        case nil: if isInverted { write(inner, scopes, to: &page) }
        }
      }
    }
  }

  private static func value(_ name: String, _ scopes: [PageValues]) -> PageValue? {
    for scope in scopes.reversed() { if let value = scope[name] { return value } }
    return nil
  }

  private static func pieces(
    _ file: String, _ files: [String: [UInt8]], _ tags: [String: [TemplateTag]]
  ) -> [Piece] {
    let bytes = files[file] ?? []
    /// The pieces of the sections around the current place, the file itself first.
    var open: [(tag: TemplateTag?, pieces: [Piece])] = [(nil, [])]
    var position = 0
    func literal(to end: Int) {
      if position < end { open[open.count - 1].pieces.append(.literal(Array(bytes[position..<end]))) }
    }
    for tag in tags[file] ?? [] {
      let range = tag.kind == .markup ? tag.range : wholeLine(tag.range, bytes)
      literal(to: range.lowerBound)
      position = range.upperBound
      switch tag.kind {
      case .markup: open[open.count - 1].pieces.append(.value(tag.name))
      case .section, .inverted: open.append((tag, []))
      case .close:
        guard open.count > 1, let (start, inner) = open.popLast() else { continue }
        let isInverted = start?.kind == .inverted
        open[open.count - 1].pieces.append(.section(tag.name, isInverted: isInverted, inner))
      case .partial: open[open.count - 1].pieces += pieces(tag.name, files, tags)
      case .comment: break
      }
    }
    literal(to: bytes.count)
    return open[0].pieces
  }

  /// A tag alone on its line takes the line with it, as mustache has it; other tags are cut out as they stand.
  private static func wholeLine(_ tag: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var (start, end) = (tag.lowerBound, tag.upperBound)
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return tag }
    if end == bytes.count { return start..<end }
    return bytes[end] == UInt8(ascii: "\n") ? start..<end + 1 : tag
  }
}
