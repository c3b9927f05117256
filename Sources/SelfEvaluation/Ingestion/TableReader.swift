// From CSV rows to rows with named columns: finds the heading below title rows, fills merged cells, and skips
// blank rows, totals and footnotes; each of it with a note.

struct TableReader {
  let text: SourceText
  let file: Int32
  let layout: Layout

  /// Reads a whole file.
  func read() -> SourceTable {
    var table = SourceTable()
    var reader = CSVReader(text, index: file, delimiter: CSVReader.delimiter(of: text) { match($0) != nil })
    var above: [CSVRow] = []
    var heading: (width: Int, cells: Int, positions: [Int16])?
    var last: CSVRow?
    var wide: [WideRow] = []
    var previous: SourceRow?
    while let row = reader.next() {
      guard let (width, cells, positions) = heading else {
        if let columns = match(row) {
          heading = (row.filledCount, row.cells.count, TableReader.positions(columns))
          for case let heading? in columns { table.headings.insert(heading) }
          noteTitles(above, in: &table)
          checkHeading(row, columns, in: &table)
        } else {
          above.append(row)
          if above.count >= 10 { break }
        }
        continue
      }
      if row.isBlank { continue }
      last = row
      if let finding = row.raggedness(expected: width) {
        table.findings.append(finding)
        table.damaged.append(SourceRow(row, origin: origin(of: row), positions: positions))
        continue
      }
      var data = SourceRow(row, origin: origin(of: row), positions: positions)
      if let reason = skipped(row, data) {
        table.findings.append(
          Finding(
            .rowSkipped, at: data.origin, "第\(row.line)行是\(reason)，未作为数据读取", remedy: "确为数据行时补全各列，否则不必改动"))
        continue
      }
      inherit(&data, from: previous)
      previous = data
      if row.cells.count > cells { wide.append(WideRow(row: row, index: table.rows.count, heading: cells)) }
      table.rows.append(data)
    }
    rejectWide(wide, in: &table)
    noteEnd(last, in: &table)
    table.findings += reader.findings
    if heading == nil { table.findings.append(missingHeadings(above)) }
    noteInherited(in: &table)
    return table
  }

  /// The columns of a heading row by position; nil where a required one is missing.
  private func match(_ row: CSVRow) -> [Heading?]? {
    var columns: [Heading?] = []
    columns.reserveCapacity(row.cells.count)
    var found = HeadingSet()
    for cell in row.cells {
      let heading = heading(named: cell.text)
      columns.append(heading)
      if let heading { found.insert(heading) }
    }
    return layout.columns.allSatisfy { !$0.required || found.contains($0.heading) } ? columns : nil
  }

  /// The column a cell of the heading row names.
  private func heading(named text: String) -> Heading? {
    let key = Name(text)
    return key.isEmpty ? nil : layout.columns.first { $0.isNamed(key) }?.heading
  }

  /// Where the cell of each heading stands; the first where a heading is repeated.
  private static func positions(_ columns: [Heading?]) -> [Int16] {
    var positions = [Int16](repeating: -1, count: Heading.allCases.count)
    for (index, heading) in columns.enumerated().reversed() {
      if let heading { positions[heading.rawValue] = Int16(index) }
    }
    return positions
  }

  private func checkHeading(_ row: CSVRow, _ columns: [Heading?], in table: inout SourceTable) {
    var seen = [CSVCell?](repeating: nil, count: Heading.allCases.count)
    for (index, cell) in row.cells.enumerated() {
      let shown = Folding.trimmed(cell.text)
      guard let name = columns[index] else {
        if !shown.isEmpty {
          table.findings.append(
            Finding(
              .unknownHeading, at: cell.origin, "不认识的列“\(shown)”，该列未读取",
              remedy: Nearest.advice(
                for: shown, among: layout.columns.map(\.heading.name), otherwise: "不需要时不必改动")))
        }
        continue
      }
      if let first = seen[name.rawValue] {
        table.findings.append(
          Finding(
            .duplicateHeading, at: cell.origin, "列“\(shown)”与“\(Folding.trimmed(first.text))”是同一列，出现了两次",
            remedy: "删去其中一列，或改正列名"))
      }
      seen[name.rawValue] = cell
    }
  }

  private func missingHeadings(_ above: [CSVRow]) -> Finding {
    let best = above.filter { !$0.isBlank }.max { known($0) < known($1) }
    let needed = layout.columns.filter(\.required).map(\.heading.name)
    let found = best?.cells.map { Folding.trimmed($0.text) }.filter { !$0.isEmpty } ?? []
    let keys = Set(found.map(Folding.key))
    let missing = layout.columns.filter { column in
      column.required && !keys.contains(column.heading.name) && keys.isDisjoint(with: column.aliases)
    }
    let names = missing.map(\.heading.name).joined(separator: "、")
    let advice = "补上列名；必需列为\(needed.joined(separator: "、"))"
    let place: Place = best.map { .cell(origin(of: $0)) } ?? .file(text.path)
    return Finding(
      .missingHeading, at: place, "前十行中没有找到含必需列的表头，缺少列：\(names)；读到的列：\(found.joined(separator: "、"))",
      remedy: found.count == 1 ? separatorAdvice(found[0]) ?? advice : advice)
  }

  /// What to do about a heading row that is one cell because something else than commas or tabs stands between its
  /// columns; nil where it is not.
  private func separatorAdvice(_ cell: String) -> String? {
    let required = layout.columns.filter(\.required)
    let separator = (";；，、|｜" as String).first { separator in
      let keys = Set(cell.split(separator: separator).map { Folding.key(String($0)) })
      return required.allSatisfy { keys.contains($0.heading.name) || !keys.isDisjoint(with: $0.aliases) }
    }
    return separator.map { "各列之间用的是“\($0)”，应是英文逗号：在 Excel 或 WPS 中分列后另存为“CSV UTF-8（逗号分隔）”" }
  }

  private func known(_ row: CSVRow) -> Int {
    row.cells.count { heading(named: $0.text) != nil }
  }

  private func noteTitles(_ above: [CSVRow], in table: inout SourceTable) {
    // The instruction line of our own forms is expected there.
    let titles = above.filter { row in
      !row.isBlank && !(row.cells.first?.text.hasBytes(FormTarget.instructionMark) ?? false)
    }
    guard let first = titles.first, let last = titles.last else { return }
    let lines = first.line == last.line ? "第\(first.line)行" : "第\(first.line)至\(last.line)行"
    table.findings.append(
      Finding(.titleRowSkipped, at: origin(of: first), "表头之前的\(lines)是标题，未作为数据读取", remedy: "确为标题时不必改动"))
  }

  private func origin(of row: CSVRow) -> Origin {
    row.origin ?? Origin(file: file, line: row.line, offset: 0, length: 0)
  }

  /// Fills blank cells of merged columns from the row above, each only where the columns before it agree.
  private func inherit(_ row: inout SourceRow, from previous: SourceRow?) {
    guard let previous else { return }
    let levelTwoBlank = row.isBlank(.levelTwo)
    for heading in layout.inherited {
      if row.isBlank(heading), !previous.isBlank(heading) {
        row.inherit(heading, from: previous)
      } else if !row.hasSameText(as: previous, heading) {
        return
      }
    }
    if levelTwoBlank, row.isBlank(.keyTask), !previous.isBlank(.keyTask) {
      row.inherit(.keyTask, from: previous)
    }
  }

  private func noteInherited(in table: inout SourceTable) {
    let filled = table.rows.filter { !$0.inherited.isEmpty }
    guard let first = filled.first, let last = filled.last else { return }
    let names = (layout.inherited + [.keyTask]).filter { name in
      filled.contains { $0.inherited.contains(name) }
    }.map(\.name)
    table.findings.append(
      Finding(
        .mergedCellsFilled, at: first.origin,
        "第\(first.line)至\(last.line)行中有\(filled.count)行的空白\(names.joined(separator: "、"))按上一行填补（合并单元格另存为CSV后只剩第一格）",
        remedy: "核对“数据/指标明细.csv”中的归属；要避免时先取消合并并填满"))
  }
}
