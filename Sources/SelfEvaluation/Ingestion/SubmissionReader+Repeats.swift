// Who handed in twice: one finding for a file that repeats another, one per row where only some rows are repeated.

/// A row whose indicator has an actual already.
struct RepeatedFiling {
  let row: Origin
  let earlier: Origin
  let sheet: String
  let indicator: String
  /// What both rows report.
  let figures: Figures

  enum Figures { case same, different, inOtherColumns }
}

extension SubmissionReader {
  /// Reports the rows of one file that repeat earlier ones; `filed` is the number of its rows that report something.
  mutating func noteRepeats(_ repeats: [RepeatedFiling], among filed: Int) {
    for (file, rows) in Dictionary(grouping: repeats, by: \.earlier.file).sorted(by: { $0.key < $1.key }) {
      if let own = rows.first?.row.file, own != file, rows.count > 1, rows.count * 2 > filed {
        findings.append(handedInTwice(rows, in: texts[Int(own)].path, as: texts[Int(file)].path))
      } else {
        findings += rows.map(repeated)
      }
    }
  }

  private func repeated(_ row: RepeatedFiling) -> Finding {
    let isSplit = row.figures == .inOtherColumns
    return Finding(
      .duplicateActual, at: row.row, sheet: row.sheet, indicator: row.indicator,
      "指标“\(row.indicator)”的\(isSplit ? "半年和全年完成值分填在两行" : "完成值填了两次")，前一次在\(place(row.earlier))",
      remedy: isSplit ? "并为一行" : "只保留一行；两个文件都报了的，删去其中一个")
  }

  private func handedInTwice(_ rows: [RepeatedFiling], in later: String, as earlier: String) -> Finding {
    let names = rows.reduce(into: [String]()) { if !$0.contains($1.sheet) { $0.append($1.sheet) } }
    let different = rows.filter { $0.figures == .different }.map(\.indicator)
    let isSplit = rows.allSatisfy { $0.figures == .inOtherColumns }
    let shown = different.prefix(3).map { "“\($0)”" }.joined(separator: "、")
    let comparison =
      if isSplit {
        "一份填了半年完成值，一份填了全年完成值"
      } else if different.isEmpty {
        rows.allSatisfy { $0.figures == .same } ? "两份的数相同" : "两份没有互相矛盾的数"
      } else {
        "其中\(different.count)个的数不同（\(shown)\(different.count > 3 ? "等" : "")）"
      }
    return Finding(
      .handedInTwice, at: .file(later), sheet: names.count == 1 ? names.first : nil,
      "\(names.prefix(3).map { "“\($0)”" }.joined(separator: "、"))\(names.count > 3 ? "等" : "")的完成值交了两次：“\(later)”与“\(earlier)”有\(rows.count)个相同的指标，\(comparison)",
      remedy: isSplit ? "把两列并到一份里，把另一份移出填报目录" : "核对哪一份是最后的，把另一份移出填报目录")
  }
}
