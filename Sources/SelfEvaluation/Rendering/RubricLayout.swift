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
    let scalars = basis.unicodeScalars
    guard let bracket = scalars.firstIndex(of: "〔"), let end = scalars[bracket...].firstIndex(of: "号") else {
      return nil
    }
    let start = scalars[..<bracket].lastIndex(where: separates).map { scalars.index(after: $0) }
    return String(scalars[(start ?? scalars.startIndex)...end])
  }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "；", "：", "、", "（", "》", " ": true
    default: false
    }
  }
}
