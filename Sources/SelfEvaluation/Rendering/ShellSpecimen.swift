// A shell filled with specimens of what a report will put there, remembering where each line came from.

/// A page made of a checked shell without any report.
struct ShellSpecimen {
  /// A place in a template; line and column from 1.
  struct Place: Hashable {
    let file: String
    let line: Int
    let column: Int
  }

  /// The page.
  private(set) var text = ""
  /// For each line of the page, the place of its first character that is no blank.
  private var places: [Place?] = [nil]
  private let templates: TemplateLibrary
  /// Whether everything optional is there and every list has an item; else nothing optional is, and lists are empty.
  private let isFull: Bool
  private let page: PageKind
  /// So that no id stands twice.
  private var anchors = 0

  init(of page: PageKind, in templates: TemplateLibrary, isFull: Bool) {
    (self.page, self.templates, self.isFull) = (page, templates, isFull)
    expand(page.file, [page.names])
  }

  /// Where a line of the page came from; the nearest one before it where it has no place of its own.
  func place(ofLine line: Int) -> Place {
    let index = min(max(line, 1), places.count) - 1
    return places[...index].last { $0 != nil }.flatMap { $0 }
      ?? Place(file: PageKind.index.file, line: 1, column: 1)
  }

  private mutating func expand(_ file: String, _ outer: [[TemplateName]]) {
    let (tags, _) = TemplateScanner.scan(Array(templates.text(of: file).utf8), file: file)
    var scopes = outer
    var hidden = 0
    var open: [(isHidden: Bool, isScope: Bool)] = []
    var tag = tags[...]
    var line = 1
    var column = 1
    var rest = Substring(templates.text(of: file)).unicodeScalars[...]
    while !rest.isEmpty {
      let place = Place(file: file, line: line, column: column)
      if let next = tag.first, next.line == line, next.column == column {
        tag = tag.dropFirst()
        switch next.kind {
        case .markup: if hidden == 0 { put(next.name, scopes, place) }
        case .partial: if hidden == 0 { expand(next.name, scopes) }
        case .comment: break
        case .section, .inverted:
          let name = ShellSpecimen.find(next.name, scopes)
          let isHidden = (next.kind == .section) != isPresent(name)
          if isHidden { hidden += 1 }
          if case .list(let items)? = name?.kind, next.kind == .section {
            scopes.append(items)
            open.append((isHidden, true))
          } else {
            open.append((isHidden, false))
          }
        case .close:
          if let last = open.popLast() {
            if last.isHidden { hidden -= 1 }
            if last.isScope { scopes.removeLast() }
          }
        }
        ShellSpecimen.skipTag(&rest, &line, &column)
        continue
      }
      guard let scalar = rest.popFirst() else { break }
      if hidden == 0 { put(scalar, place) }
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
  }

  /// Past the closing braces.
  private static func skipTag(
    _ rest: inout Substring.UnicodeScalarView, _ line: inout Int, _ column: inout Int
  ) {
    var isInside = true
    while let scalar = rest.first {
      if scalar == "}" { isInside = false } else if !isInside { return }
      rest.removeFirst()
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
  }

  private static func find(_ name: String, _ scopes: [[TemplateName]]) -> TemplateName? {
    scopes.reversed().lazy.compactMap { $0.first { $0.name == name } }.first
  }

  private func isPresent(_ name: TemplateName?) -> Bool {
    guard let name else { return false }
    // The sections of a report are always there; and only the findings page may stand alone, without links to others.
    if case .list(let items) = name.kind { return isFull || items.contains { $0.shape == .blocks } }
    let isLink = name.shape == .address && PageKind.findings.names.contains { $0.name == name.name }
    return isFull || !name.isOptional || isLink && page != .findings
  }

  private mutating func put(_ scalar: Unicode.Scalar, _ place: Place) {
    text.unicodeScalars.append(scalar)
    if scalar == "\n" {
      places.append(nil)
    } else if scalar != " ", places[places.count - 1] == nil {
      places[places.count - 1] = place
    }
  }

  private mutating func put(_ name: String, _ scopes: [[TemplateName]], _ place: Place) {
    guard let found = ShellSpecimen.find(name, scopes), isPresent(found) else { return }
    if found.shape == .anchor { anchors += 1 }
    for scalar in markup(found).unicodeScalars where scalar != "\n" { put(scalar, place) }
  }

  private func markup(_ name: TemplateName) -> String {
    switch name.shape {
    case .text: "文"
    case .address: "index.html"
    case .anchor: "specimen-\(anchors)"
    case .blocks: "<p>文</p>"
    case .figure:
      MarkupText {
        $0.figure(
          ChartCanvas().figure(
            id: "specimen-\(name.name)", title: "图", description: "图", height: 1, rows: nil))
      }.html
    case .table:
      MarkupText(
        Table(
          id: "specimen-\(name.name)", caption: "表", columns: [TableColumn("栏")],
          rows: [TableRow([TableCell("文")])], csv: nil)
      ).html
    }
  }
}
