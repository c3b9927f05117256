// Cells of text that a spreadsheet has spoilt, in every table.

extension SubmissionReader {
  /// E206 for each of the columns whose cell is damaged; cells filled from the row above are not named again.
  mutating func nameDamage(in row: SourceRow, _ headings: [Heading], sheet: String?, indicator: String? = nil)
  {
    for heading in headings where !row.inherited.contains(heading) {
      guard let damage = SpreadsheetDamage.remark(onText: row.text(heading)) else { continue }
      findings.append(damage.finding(at: row.origin(heading), sheet: sheet, indicator: indicator))
    }
  }

  /// Whether a spreadsheet has spoilt the cell.
  func isDamaged(_ row: SourceRow, _ heading: Heading) -> Bool {
    SpreadsheetDamage.remark(onText: row.text(heading)) != nil
  }
}
