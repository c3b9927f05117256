// From CSV rows to rows with named columns: finds the heading below title rows, fills merged cells, and skips
// blank rows, totals and footnotes; each of it with a note.

/// A data row with its cells by canonical heading.
struct SourceRow {
  let line: Int32
  /// The whole row, for findings about it.
  let origin: Origin
  fileprivate(set) var cells: [String: CSVCell]
  /// Headings whose blank cell was filled from the row above.
  fileprivate(set) var inherited: Set<String> = []

  /// The text of a column as written, trimmed at both ends, its guard taken off; empty where there is none.
  func text(_ heading: String) -> String { cells[heading].map { Folding.trimmed($0.unguarded) } ?? "" }

  /// Where a column's cell stands; the row where the file has no such column.
  func origin(_ heading: String) -> Origin { cells[heading]?.origin ?? origin }
}

/// The rows of one file and what was found while reading them.
struct SourceTable {
  var rows: [SourceRow] = []
  var findings: [Finding] = []
  /// Canonical headings the file has.
  var headings: Set<String> = []
}

struct TableReader {
  let text: SourceText
  let file: Int32
  let layout: Layout

  /// Reads a whole file.
  func read() -> SourceTable {
    var table = SourceTable()
    var reader = CSVReader(text, index: file, delimiter: CSVReader.delimiter(of: text) { match($0) != nil })
    var above: [CSVRow] = []
    var heading: (width: Int, columns: [Int: String])?
    var previous: SourceRow?
    while let row = reader.next() {
      guard let (width, columns) = heading else {
        if let columns = match(row) {
          heading = (row.filledCount, columns)
          table.headings = Set(columns.values)
          noteTitles(above, in: &table)
          checkHeading(row, columns, in: &table)
        } else {
          above.append(row)
          if above.count >= 10 { break }
        }
        continue
      }
      if row.isBlank { continue }
      if let finding = row.raggedness(expected: width) {
        table.findings.append(finding)
        continue
      }
      var cells: [String: CSVCell] = [:]
      for (index, name) in columns where index < row.cells.count { cells[name] = row.cells[index] }
      var data = SourceRow(line: row.line, origin: origin(of: row), cells: cells)
      if let reason = skipped(row, data) {
        table.findings.append(
          Finding(.rowSkipped, at: data.origin, "第\(row.line)行是\(reason)，未作为数据读取", remedy: "确为数据行时补全各列，否则不必改动"))
        continue
      }
      inherit(&data, from: previous)
      previous = data
      table.rows.append(data)
    }
    table.findings += reader.findings
    if heading == nil { table.findings.append(missingHeadings(above)) }
    noteInherited(in: &table)
    return table
  }

  /// The columns of a heading row by position; nil where a required one is missing.
  private func match(_ row: CSVRow) -> [Int: String]? {
    var columns: [Int: String] = [:]
    for (index, cell) in row.cells.enumerated() {
      let key = Folding.key(cell.text)
      guard !key.isEmpty, let column = layout.columns.first(where: { $0.heading == key || $0.aliases.contains(key) })
      else { continue }
      columns[index] = column.heading
    }
    let found = Set(columns.values)
    return layout.columns.allSatisfy { !$0.required || found.contains($0.heading) } ? columns : nil
  }

  private func checkHeading(_ row: CSVRow, _ columns: [Int: String], in table: inout SourceTable) {
    var seen: [String: CSVCell] = [:]
    for (index, cell) in row.cells.enumerated() {
      let shown = Folding.trimmed(cell.text)
      guard let name = columns[index] else {
        if !shown.isEmpty {
          table.findings.append(
            Finding(
              .unknownHeading, at: cell.origin, "不认识的列“\(shown)”，该列未读取",
              remedy: Nearest.advice(for: shown, among: layout.columns.map(\.heading), otherwise: "不需要时不必改动")))
        }
        continue
      }
      if let first = seen[name] {
        table.findings.append(
          Finding(
            .duplicateHeading, at: cell.origin, "列“\(shown)”与“\(Folding.trimmed(first.text))”是同一列，出现了两次",
            remedy: "删去其中一列，或改正列名"))
      }
      seen[name] = cell
    }
  }

  private func missingHeadings(_ above: [CSVRow]) -> Finding {
    let best = above.filter { !$0.isBlank }.max { known($0) < known($1) }
    let needed = layout.columns.filter(\.required).map(\.heading)
    let found = best?.cells.map { Folding.trimmed($0.text) }.filter { !$0.isEmpty } ?? []
    let keys = Set(found.map(Folding.key))
    let missing = layout.columns.filter { column in
      column.required && !keys.contains(column.heading) && keys.isDisjoint(with: column.aliases)
    }
    let names = missing.map(\.heading).joined(separator: "、")
    let place: Place = best.map { .cell(origin(of: $0)) } ?? .file(text.path)
    return Finding(
      .missingHeading, at: place, "前十行中没有找到含必需列的表头，缺少列：\(names)；读到的列：\(found.joined(separator: "、"))",
      remedy: "补上列名；必需列为\(needed.joined(separator: "、"))")
  }

  private func known(_ row: CSVRow) -> Int {
    row.cells.count { cell in
      let key = Folding.key(cell.text)
      return layout.columns.contains { $0.heading == key || $0.aliases.contains(key) }
    }
  }

  private func noteTitles(_ above: [CSVRow], in table: inout SourceTable) {
    let titles = above.filter { !$0.isBlank }
    guard let first = titles.first, let last = titles.last else { return }
    let lines = first.line == last.line ? "第\(first.line)行" : "第\(first.line)至\(last.line)行"
    table.findings.append(
      Finding(.titleRowSkipped, at: origin(of: first), "表头之前的\(lines)是标题，未作为数据读取", remedy: "确为标题时不必改动"))
  }

  private func origin(of row: CSVRow) -> Origin {
    row.origin ?? Origin(file: file, line: row.line, offset: 0, length: 0)
  }

  /// What kind of row this is if it holds no data: a total or a footnote.
  private func skipped(_ row: CSVRow, _ data: SourceRow) -> String? {
    let filled = row.cells.map { Folding.key($0.text) }.filter { !$0.isEmpty }
    guard let first = filled.first else { return "空行" }
    let totals: Set<String> = ["合计", "小计", "总计", "总分", "本页合计"]
    if totals.contains(first) { return "合计行" }
    for heading in ["三级指标", "资金名称"] {
      if totals.contains(Folding.key(data.text(heading))) { return "合计行" }
    }
    let footers = ["注:", "注1", "备注:", "说明:", "填表人", "填报人", "审核人", "单位负责人", "负责人签字", "填报说明"]
    if filled.count == 1, layout.columns.count > 2, footers.contains(where: first.hasPrefix) { return "脚注" }
    return nil
  }

  /// Fills blank cells of merged columns from the row above, each only where the columns before it agree.
  private func inherit(_ row: inout SourceRow, from previous: SourceRow?) {
    guard let previous else { return }
    let levelTwoBlank = row.text("二级指标").isEmpty
    for heading in layout.inherited {
      if row.text(heading).isEmpty, !previous.text(heading).isEmpty {
        row.cells[heading] = previous.cells[heading]
        row.inherited.insert(heading)
      } else if Folding.key(row.text(heading)) != Folding.key(previous.text(heading)) {
        return
      }
    }
    let keyTask = "重点工作"
    if levelTwoBlank, row.text(keyTask).isEmpty, !previous.text(keyTask).isEmpty {
      row.cells[keyTask] = previous.cells[keyTask]
      row.inherited.insert(keyTask)
    }
  }

  private func noteInherited(in table: inout SourceTable) {
    let filled = table.rows.filter { !$0.inherited.isEmpty }
    guard let first = filled.first, let last = filled.last else { return }
    let names = (layout.inherited + ["重点工作"]).filter { name in filled.contains { $0.inherited.contains(name) } }
    table.findings.append(
      Finding(
        .mergedCellsFilled, at: first.origin,
        "第\(first.line)至\(last.line)行中有\(filled.count)行的空白\(names.joined(separator: "、"))按上一行填补（合并单元格另存为CSV后只剩第一格）",
        remedy: "核对“数据/指标明细.csv”中的归属；要避免时先取消合并并填满"))
  }
}
