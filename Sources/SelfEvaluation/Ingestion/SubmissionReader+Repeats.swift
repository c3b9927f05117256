// Who handed in twice: one finding for a file that repeats another, one per row where only some rows are repeated.

/// A row whose indicator has an actual already.
struct RepeatedFiling {
  let row: Origin
  let earlier: Origin
  let sheet: String
  let indicator: String
  /// Whether both rows report the same figures.
  let isSame: Bool
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
    Finding(
      .duplicateActual, at: row.row, sheet: row.sheet, indicator: row.indicator,
      "指标“\(row.indicator)”的完成值填了两次，前一次在\(place(row.earlier))", remedy: "只保留一行；两个文件都报了的，删去其中一个")
  }

  private func handedInTwice(_ rows: [RepeatedFiling], in later: String, as earlier: String) -> Finding {
    let names = rows.reduce(into: [String]()) { if !$0.contains($1.sheet) { $0.append($1.sheet) } }
    let different = rows.filter { !$0.isSame }.map(\.indicator)
    let shown = different.prefix(3).map { "“\($0)”" }.joined(separator: "、")
    let comparison =
      different.isEmpty
      ? "两份的数相同" : "其中\(different.count)个的数不同（\(shown)\(different.count > 3 ? "等" : "")）"
    return Finding(
      .handedInTwice, at: .file(later), sheet: names.count == 1 ? names.first : nil,
      "\(names.prefix(3).map { "“\($0)”" }.joined(separator: "、"))\(names.count > 3 ? "等" : "")的完成值交了两次：“\(later)”与“\(earlier)”有\(rows.count)个相同的指标，\(comparison)",
      remedy: "核对哪一份是最后的，把另一份移出填报目录")
  }
}
