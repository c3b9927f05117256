// Rows that hold no data: totals and footnotes.

extension TableReader {
  private static let totals = Wordings(["合计", "小计", "总计", "总分", "本页合计"], with: "(")
  private static let footers = ["注:", "注1", "备注:", "说明:", "填表人", "填报人", "审核人", "单位负责人", "负责人签字", "填报说明"]
  /// What stands in footnotes, alone or before a colon.
  private static let labels = Wordings(
    [
      "填表人", "填报人", "制表人", "经办人", "审核人", "复核人", "负责人", "单位负责人", "财务负责人", "负责人签字", "联系人", "联系电话",
      "填报日期", "填表日期", "注", "备注", "说明", "填报说明",
    ], with: ":")

  /// What kind of row this is if it holds no data: a total or a footnote.
  func skipped(_ row: CSVRow, _ data: SourceRow) -> String? {
    let cells = row.cells.lazy.filter { !$0.isBlank }
    let first = cells.first?.text ?? ""
    if isTotal(first) || isTotal(data.text(.levelThree)) || isTotal(data.text(.fund)) { return "合计行" }
    // A footnote begins with a label, with or without something behind it.
    guard layout.columns.count > 2, TableReader.labels.mayBegin(first) else { return nil }
    let name = Name(first).text
    let isFootnote =
      cells.dropFirst().isEmpty && TableReader.footers.contains(where: name.startsWithBytes)
      || isLabelled(cells.map { Name($0.text).text })
    return isFootnote ? "脚注" : nil
  }

  /// 合计, and 合计（分） with its unit of measure.
  private func isTotal(_ text: String) -> Bool {
    guard TableReader.totals.mayBegin(text) else { return false }
    let name = Name(text).text
    return TableReader.totals.isOne(name)
      || TableReader.totals.isContinued(name) && name.utf8.last == UInt8(ascii: ")")
  }

  /// Whether all cells are `填表人:张三` or `备注`, or follow a label that has nothing behind it.
  private func isLabelled(_ cells: [String]) -> Bool {
    let labels = TableReader.labels
    var isAwaited = false
    for cell in cells {
      guard isAwaited || labels.isOne(cell) || labels.isContinued(cell) else { return false }
      isAwaited = cell.utf8.last == UInt8(ascii: ":") || labels.isOne(cell)
    }
    return true
  }
}

/// Words that begin with a hanzi and may be continued after a mark: `合计(`, `填表人:`.
private struct Wordings {
  private let words: [String]
  private let continued: [String]
  private let leads: [Unicode.Scalar]

  init(_ words: [String], with mark: String) {
    self.words = words
    continued = words.map { $0 + mark }
    leads = words.compactMap(\.unicodeScalars.first)
  }

  /// False only where a text as written cannot begin with one of the words once it is folded: every row is asked,
  /// and nearly none is folded for it.
  func mayBegin(_ text: String) -> Bool {
    guard let lead = text.utf8.first, let first = text.unicodeScalars.first else { return false }
    return !Folding.isStableLead(lead) || leads.contains(first)
  }

  /// Whether a folded text is one of the words.
  func isOne(_ text: String) -> Bool { words.contains(where: text.isSameBytes) }

  /// Whether a folded text is one of the words with its mark and perhaps more behind it.
  func isContinued(_ text: String) -> Bool { continued.contains(where: text.startsWithBytes) }
}
