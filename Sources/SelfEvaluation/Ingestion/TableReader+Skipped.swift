// Rows that hold no data: totals and footnotes.

extension TableReader {
  private static let totals = ["合计", "小计", "总计", "总分", "本页合计"]
  private static let footers = ["注:", "注1", "备注:", "说明:", "填表人", "填报人", "审核人", "单位负责人", "负责人签字", "填报说明"]
  /// What stands in footnotes, alone or before a colon.
  private static let labels = [
    "填表人", "填报人", "制表人", "经办人", "审核人", "复核人", "负责人", "单位负责人", "财务负责人", "负责人签字", "联系人", "联系电话",
    "填报日期", "填表日期", "注", "备注", "说明", "填报说明",
  ]

  /// What kind of row this is if it holds no data: a total or a footnote.
  func skipped(_ row: CSVRow, _ data: SourceRow) -> String? {
    let cells = row.cells.lazy.filter { !$0.isBlank }
    let first = Name(cells.first?.text ?? "")
    if isTotal(first) || isTotal(Name(data.text(.levelThree))) || isTotal(Name(data.text(.fund))) {
      return "合计行"
    }
    guard layout.columns.count > 2 else { return nil }
    let isFootnote =
      cells.dropFirst().isEmpty && TableReader.footers.contains(where: first.text.startsWithBytes)
      || isLabelled(cells.map { Name($0.text).text })
    return isFootnote ? "脚注" : nil
  }

  /// 合计, and 合计（分） with its unit of measure.
  private func isTotal(_ name: Name) -> Bool {
    TableReader.totals.contains { total in
      name.text.isSameBytes(total)
        || name.text.startsWithBytes(total + "(") && name.text.utf8.last == UInt8(ascii: ")")
    }
  }

  /// Whether all cells are `填表人:张三` or `备注`, or follow a label that has nothing behind it.
  private func isLabelled(_ cells: [String]) -> Bool {
    var isAwaited = false
    for cell in cells {
      guard isAwaited || isLabel(cell) else { return false }
      isAwaited = cell.utf8.last == UInt8(ascii: ":") || TableReader.labels.contains(where: cell.isSameBytes)
    }
    return true
  }

  private func isLabel(_ text: String) -> Bool {
    TableReader.labels.contains { text.isSameBytes($0) || text.startsWithBytes($0 + ":") }
  }
}
