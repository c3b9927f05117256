// Whether a table on a page and its CSV twin say the same, cell for cell, read back from the finished bytes.

internal import Markup

enum TwinComparison {
  /// One cell in which page and CSV differ, or a difference in shape.
  struct Difference: Hashable {
    /// Row of the CSV counted from 1, the heading included; 0 where the shapes differ.
    let row: Int
    /// The heading of the column; empty where the shapes differ.
    let column: String
    let page: String
    let csv: String
  }

  /// Every difference between a table and the rows of its twin.
  static func differences(_ grid: [[MarkedCell]], _ rows: [[String]]) -> [Difference] {
    guard grid.count == rows.count else {
      return [Difference(row: 0, column: "", page: "\(grid.count)行", csv: "\(rows.count)行")]
    }
    var differences: [Difference] = []
    let headings = rows.first ?? []
    for (index, (cells, texts)) in zip(grid, rows).enumerated() {
      guard cells.count == texts.count else {
        differences.append(
          Difference(row: index + 1, column: "", page: "\(cells.count)列", csv: "\(texts.count)列"))
        continue
      }
      for (column, (cell, text)) in zip(cells, texts).enumerated() where !agree(page: cell.text, csv: text) {
        differences.append(Difference(row: index + 1, column: headings[column], page: cell.text, csv: text))
      }
    }
    return differences
  }

  /// The one declared mapping: the guard of free text taken off, `=100%` written `等于100%`, line breaks alike.
  static func agree(page: String, csv: String) -> Bool {
    // Most cells stand alike in both.
    if page == csv, page.utf8.first != UInt8(ascii: "'") { return true }
    let (page, csv) = (unified(page), unified(csv))
    return CSVGuard.unguarded(csv) == page || csv == page && !page.hasPrefix("'")
      || csv == CSVForm.value(page)
  }

  private static func unified(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.lineFeedsOnly))
  }
}

extension String.UnicodeScalarView {
  /// CR LF and CR as LF.
  fileprivate var lineFeedsOnly: [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var afterReturn = false
    for scalar in self {
      if scalar == "\r" {
        result.append("\n")
      } else if !(scalar == "\n" && afterReturn) {
        result.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return result
  }
}
