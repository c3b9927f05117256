// How much one submission may hold: far above what any unit hands in, and little enough to end soon.

extension SubmissionReader {
  /// Data rows of all files together.
  static let mostRows = 200_000
  /// Projects, and sheets in `targets.csv`.
  static let mostProjects = 1_000
  /// Indicators of one sheet.
  static let mostIndicators = 2_000
  /// Names of other files that one finding lists.
  static let mostNames = 20

  private static let remedy = "核对是否放错了文件；确有这么多时分成几个填报目录"

  /// Whether more rows may be read; E109 for the file where not.
  mutating func hasRoom(for text: SourceText) -> Bool {
    if rowCount < SubmissionReader.mostRows { return true }
    findings.append(
      Finding(
        .limitExceeded, at: .file(text.path),
        "各文件合计已超过 \(SubmissionReader.mostRows) 行，\(text.path) 没有读取", remedy: SubmissionReader.remedy))
    return false
  }

  /// Drops the rows beyond the limits of `projects.csv` and `targets.csv`, with one E109 for each limit.
  mutating func keepWithinLimits(_ table: inout SourceTable, of role: String) {
    rowCount += table.rows.count
    switch role {
    case "projects.csv":
      guard table.rows.count > SubmissionReader.mostProjects else { return }
      let first = table.rows[SubmissionReader.mostProjects]
      refuse(first, "项目超过 \(SubmissionReader.mostProjects) 个，从这里起不再读取")
      table.rows.removeLast(table.rows.count - SubmissionReader.mostProjects)
    case "targets.csv": keepIndicators(&table)
    default: return
    }
  }

  private mutating func keepIndicators(_ table: inout SourceTable) {
    var counts: [Name: Int] = [:]
    var isCrowded = false
    var full: Set<Name> = []
    table.rows = table.rows.filter { row in
      let key = Name(row.text(.project))
      // The unit's own sheet is none of the projects.
      if counts.count > SubmissionReader.mostProjects, counts[key] == nil {
        if !isCrowded { refuse(row, "表超过 \(SubmissionReader.mostProjects) 张，从这里起新的表不再读取") }
        isCrowded = true
        return false
      }
      let count = counts[key, default: 0] + 1
      counts[key] = count
      guard count > SubmissionReader.mostIndicators else { return true }
      if full.insert(key).inserted {
        refuse(row, "“\(row.text(.project))”的指标超过 \(SubmissionReader.mostIndicators) 个，从这里起不再读取")
      }
      return false
    }
  }

  private mutating func refuse(_ row: SourceRow, _ message: String) {
    findings.append(Finding(.limitExceeded, at: row.origin, message, remedy: SubmissionReader.remedy))
  }

  /// Names for a message: the first of many, and how many there are.
  static func listed(_ names: [String]) -> String {
    let shown = names.prefix(mostNames).joined(separator: "、")
    return names.count > mostNames ? shown + "等" : shown
  }
}
