// 评分办法: the rules in force, each with its basis.

struct RubricLayout {
  let rubric: Rubric

  func table() -> Table {
    Table(
      id: "rubric", caption: "评分办法：\(rubric.title)",
      columns: [TableColumn("项"), TableColumn("值", .value), TableColumn("依据")],
      rows: rubric.rows.map { row in
        TableRow([TableCell(row.item, isHeading: true), TableCell(row.value), TableCell(row.basis)])
      }, csv: nil)
  }

  /// The documents the rubric cites, such as `财预〔2020〕10号`, each once.
  var citations: [String] {
    var found: [String] = []
    for row in rubric.rows {
      guard let citation = RubricLayout.citation(in: row.basis), !found.contains(citation) else { continue }
      found.append(citation)
    }
    return found
  }

  /// From the start of the basis to 号, where a year in 〔〕 stands between.
  private static func citation(in basis: String) -> String? {
    guard let bracket = basis.firstIndex(of: "〔"), let end = basis[bracket...].firstIndex(of: "号") else {
      return nil
    }
    let start = basis[..<bracket].lastIndex { "，。；：、（》 ".contains($0) }.map { basis.index(after: $0) }
    return String(basis[(start ?? basis.startIndex)...end])
  }
}
