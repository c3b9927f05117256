// 催报清单 as a table, and in words.

struct OutstandingLayout {
  let entries: [Outstanding]

  func table() -> Table {
    Table(
      id: "outstanding", caption: "催报清单",
      columns: [
        TableColumn("表"), TableColumn("未交", .number), TableColumn("应交", .number), TableColumn("未交的指标"),
      ],
      rows: entries.map { entry in
        TableRow([
          TableCell(entry.project, isHeading: true), TableCell(String(entry.missing.count)),
          TableCell(String(entry.of)),
          TableCell(entry.isWhole ? "全部" : entry.missing.joined(separator: "、")),
        ])
      }, csv: nil)
  }
}

extension Outstanding {
  /// `30 个指标全都没有交`, or which ones are missing.
  var summary: String {
    isWhole
      ? "\(of) 个指标全都没有交" : "应交 \(of) 个，缺 \(missing.count) 个：\(missing.joined(separator: "、"))"
  }
}
