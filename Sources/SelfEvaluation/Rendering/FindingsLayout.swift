// 问题清单: every finding with its place, the line it was read from, what is wrong and what to do.

struct FindingsLayout {
  let findings: [Finding]
  let texts: [SourceText]
  /// Path of the CSV twin relative to the page; nil where there is none.
  let csv: String?
  /// The address of a sheet's page, where there is one.
  var link: (String) -> String? = { _ in nil }

  func table() -> Table {
    // Neighbours are mostly of one sheet.
    var last: (sheet: String, link: String?)?
    let rows = findings.map { finding in
      if let sheet = finding.sheet, last.map({ !$0.sheet.isSameBytes(sheet) }) ?? true {
        last = (sheet, link(sheet))
      }
      return row(finding, link: finding.sheet == nil ? nil : last?.link)
    }
    return Table(id: "findings", caption: "问题清单", columns: FindingsLayout.columns, rows: rows, csv: csv)
  }

  private static let columns = [
    TableColumn("级别"), TableColumn("编码"), TableColumn("文件"), TableColumn("行", .number),
    TableColumn("列", .number),
    TableColumn("表"), TableColumn("指标"), TableColumn("原文"), TableColumn("问题"), TableColumn("改法"),
    TableColumn("状态"),
  ]

  private func row(_ finding: Finding, link: String?) -> TableRow {
    var place = ("", "", "")
    var line = ""
    switch finding.place {
    case .cell(let origin):
      let location = texts[Int(origin.file)].location(of: origin)
      place = (location.path, String(location.line), String(location.column))
      line = texts[Int(origin.file)].excerptLine(of: origin)
    case .file(let path): place.0 = path
    case .submission: break
    }
    return TableRow([
      TableCell(finding.severity.rawValue, tone: FindingsLayout.tone(finding.severity)),
      TableCell(finding.code.rawValue, isHeading: true), TableCell(place.0), TableCell(place.1),
      TableCell(place.2),
      TableCell(finding.sheet ?? "", link: link), TableCell(finding.indicator ?? ""),
      TableCell(line), TableCell(finding.message), TableCell(finding.remedy),
      TableCell(finding.acknowledgement.map { "已说明：\($0)" } ?? ""),
    ])
  }

  private static func tone(_ severity: Severity) -> TableTone {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .blue
    }
  }

  /// How many of each severity, in words: `警告 3 条（已说明 1 条），提示 5 条`.
  static func summary(_ findings: [Finding]) -> String {
    let parts = Severity.allCases.sorted().compactMap { severity -> String? in
      let own = findings.filter { $0.severity == severity }
      guard !own.isEmpty else { return nil }
      let explained = own.filter { $0.acknowledgement != nil }.count
      return "\(severity.rawValue) \(own.count) 条" + (explained > 0 ? "（已说明 \(explained) 条）" : "")
    }
    return parts.isEmpty ? "没有发现问题" : parts.joined(separator: "，")
  }
}
