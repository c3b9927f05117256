// A table laid out once: cells, spans and roles. HTML and CSV only write it down, so they cannot disagree.

/// A table with its merged cells decided.
struct Table {
  /// The HTML id, unique on its page.
  let id: String
  let caption: String
  let columns: [TableColumn]
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
  /// One cell per column; cells below a merged one are covered.
  var cells: [TableCell]

  init(id: String? = nil, role: Role = .body, _ cells: [TableCell]) {
    (self.id, self.role, self.cells) = (id, role, cells)
  }
}

struct TableCell {
  let text: String
  /// How many rows it spans; 0 for a cell covered by one above it with the same text.
  var rowSpan = 1
  /// Heads its row (`th scope="row"` or `rowgroup`).
  var isHeading = false
  /// `#id` on the page or a relative path the text links to.
  var link: String?

  init(_ text: String, isHeading: Bool = false, link: String? = nil) {
    (self.text, self.isHeading, self.link) = (text, isHeading, link)
  }
}

extension Table {
  /// Merges equal neighbours downwards in the given columns, from left to right: a cell is merged with the one above
  /// only where the columns before it are merged too. Total rows are left alone.
  mutating func mergeDown(columns merged: [Int]) {
    for (rank, column) in merged.enumerated() {
      var top = 0
      for row in rows.indices.dropFirst() {
        let leftAgrees = merged[..<rank].allSatisfy { rows[row].cells[$0].rowSpan == 0 }
        let same = rows[row].cells[column].text == rows[top].cells[column].text
        if leftAgrees, same, rows[row].role == .body, rows[top].role == .body {
          rows[row].cells[column].rowSpan = 0
          rows[top].cells[column].rowSpan += 1
        } else {
          top = row
        }
      }
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

  /// The finished bytes of its CSV twin: UTF-8 with BOM, CRLF.
  var csvBytes: [UInt8] {
    let bare = columns.indices.filter { columns[$0].kind == .number }
    return CSVWriter.write(rows: csvRows, unguardedColumns: Set(bare))
  }
}

/// The one declared mapping between a value on the page and in CSV (FORMATS §3).
enum CSVForm {
  /// `=100%` as `等于100%`, so that no spreadsheet takes it for a formula; everything else as it is.
  static func value(_ text: String) -> String {
    for sign in ["=", "＝", "═", "﹦"] where text.hasPrefix(sign) { return "等于" + text.dropFirst(sign.count) }
    return text
  }
}
