// A table laid out once: cells, spans and roles. HTML and CSV only write it down, so they cannot disagree.

/// A table with its merged cells decided.
struct Table {
  /// The HTML id, unique on its page.
  let id: String
  let caption: String
  var columns: [TableColumn]
  var rows: [TableRow]
  /// Path of its CSV twin relative to the page, `/` between parts; nil for a table without one.
  var csv: String?
}

struct TableColumn {
  enum Kind {
    /// Free text: guarded in CSV.
    case text
    /// A target or an actual: `=100%` is written `等于100%` in CSV.
    case value
    /// A bare number, aligned by its digits.
    case number
  }

  let heading: String
  let kind: Kind

  init(_ heading: String, _ kind: Kind = .text) { (self.heading, self.kind) = (heading, kind) }
}

struct TableRow {
  enum Role { case body, total }

  /// The HTML id of the row, which is also how its CSV row is known; nil where nothing links to it.
  let id: String?
  let role: Role
  /// Whether a `tbody` begins here: a group of rows that stays on one printed page.
  var startsGroup = false
  /// One cell per column; cells below a merged one are covered.
  var cells: [TableCell]

  init(id: String? = nil, role: Role = .body, _ cells: [TableCell]) {
    (self.id, self.role, self.cells) = (id, role, cells)
  }
}

/// A colour a cell may carry; the cell's words say the same, so nothing is told by colour alone.
enum TableTone: String {
  case red, yellow, green, blue

  init(_ light: Light) {
    switch light {
    case .red: self = .red
    case .yellow: self = .yellow
    case .green: self = .green
    case .blue: self = .blue
    }
  }
}

struct TableCell {
  /// What the cell shows, on the page and in the CSV file.
  let text: String
  /// How the text is written down, found out once for both.
  let traits: TextTraits
  /// How many rows it spans; 0 for a cell covered by one above it with the same text.
  var rowSpan = 1
  /// Heads its row (`th scope="row"` or `rowgroup`).
  var isHeading = false
  /// `#id` on the page or a relative address the text links to, percent-encoded (`Href`).
  var link: String?
  var tone: TableTone?

  /// A cell of its own; characters nobody can see are made visible here, so that page and CSV file agree.
  init(_ text: String, isHeading: Bool = false, link: String? = nil, tone: TableTone? = nil) {
    let traits = PageText.traits(of: text)
    let isHidden = traits.contains(.hidden)
    self.text = isHidden ? PageText.visible(text) : text
    self.traits = isHidden ? PageText.traits(of: self.text) : traits
    self.isHeading = isHeading
    self.link = link
    self.tone = tone
  }
}

extension Table {
  /// Merges equal neighbours downwards in the given columns, from left to right: a cell is merged with the one above
  /// only where the columns before it are merged too. Total rows are left alone.
  mutating func mergeDown(columns merged: [Int]) {
    mergeDown(columns: merged, in: rows.indices)
  }

  /// The same within groups of at most `limit` rows, so that no merged cell reaches over the end of a printed page and
  /// its label stands again on the next one. A group ends where the first column changes and, as far as the limit
  /// allows, where the second one does.
  mutating func mergeDown(columns merged: [Int], limit: Int) {
    for group in groups(of: max(1, limit), by: merged) {
      rows[group.lowerBound].startsGroup = group.lowerBound > 0
      mergeDown(columns: merged, in: group)
    }
  }

  private func groups(of limit: Int, by merged: [Int]) -> [Range<Int>] {
    /// Ends of runs of rows that agree in the first columns, as far as a run ends before `end`.
    func runs(_ columns: ArraySlice<Int>, _ range: Range<Int>) -> [Range<Int>] {
      var runs: [Range<Int>] = []
      var start = range.lowerBound
      for row in range.dropFirst() {
        let same = columns.allSatisfy {
          rows[row].cells[$0].text.isSameBytes(rows[start].cells[$0].text)
        }
        if !same {
          runs.append(start..<row)
          start = row
        }
      }
      return range.isEmpty ? [] : runs + [start..<range.upperBound]
    }
    return runs(merged.prefix(1), rows.indices).flatMap { level -> [Range<Int>] in
      var groups: [Range<Int>] = []
      var start = level.lowerBound
      for run in runs(merged.prefix(2), level) {
        if run.upperBound - start > limit, run.lowerBound > start {
          groups.append(start..<run.lowerBound)
          start = run.lowerBound
        }
        while run.upperBound - start > limit {
          groups.append(start..<start + limit)
          start += limit
        }
      }
      return start < level.upperBound ? groups + [start..<level.upperBound] : groups
    }
  }

  private mutating func mergeDown(columns merged: [Int], in range: Range<Int>) {
    for (rank, column) in merged.enumerated() {
      var top = range.lowerBound
      for row in range.dropFirst() {
        let leftAgrees = merged[..<rank].allSatisfy { rows[row].cells[$0].rowSpan == 0 }
        let same = rows[row].cells[column].text.isSameBytes(rows[top].cells[column].text)
        if leftAgrees, same, rows[row].role == .body, rows[top].role == .body {
          rows[row].cells[column].rowSpan = 0
          rows[top].cells[column].rowSpan += 1
        } else {
          top = row
        }
      }
    }
  }

  /// Merges some rows in the given columns, where what they say is the same by construction.
  mutating func merge(rows group: Range<Int>, columns merged: [Int]) {
    guard group.count > 1 else { return }
    for column in merged {
      rows[group.lowerBound].cells[column].rowSpan = group.count
      for row in group.dropFirst() { rows[row].cells[column].rowSpan = 0 }
    }
  }

  /// The rows as CSV writes them: the headings first, covered cells repeated, values in their CSV form.
  var csvRows: [[String]] {
    [columns.map(\.heading)]
      + rows.map { row in
        zip(row.cells, columns).map { cell, column in
          column.kind == .value ? CSVForm.value(cell.text) : cell.text
        }
      }
  }

  /// The finished bytes of its CSV twin: UTF-8 with BOM, CRLF. Every column is guarded: a plain number never needs
  /// it, and a weight is printed as the unit wrote it.
  var csvBytes: [UInt8] {
    var writer = CSVWriter()
    writer.reserve(rows.count * columns.count * 16)
    for column in columns { writer.append(column.heading) }
    writer.endRow()
    for row in rows {
      for index in 0..<min(row.cells.count, columns.count) {
        if columns[index].kind == .value, row.cells[index].traits.contains(.signed) {
          writer.append(CSVForm.value(row.cells[index].text), row.cells[index].traits)
        } else {
          writer.append(row.cells[index].text, row.cells[index].traits)
        }
      }
      writer.endRow()
    }
    return writer.bytes
  }
}

/// The one declared mapping between a value on the page and in CSV (FORMATS §3).
enum CSVForm {
  /// `=100%` as `等于100%`, so that no spreadsheet takes it for a formula; everything else as it is.
  static func value(_ text: String) -> String {
    guard isSigned(text) else { return text }
    for sign in ["=", "＝", "═", "﹦"] where text.hasPrefix(sign) { return "等于" + text.dropFirst(sign.count) }
    return text
  }

  /// Whether a text begins with the bytes of one of the signs; nearly none does.
  static func isSigned(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "="): true
    case 0xE2, 0xEF: ["＝", "═", "﹦"].contains { text.startsWithBytes($0) }
    default: false
    }
  }
}
