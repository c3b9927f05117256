// acknowledged.csv: findings explained once and for all stay listed as 已说明; errors cannot be waved away.

enum Acknowledging {
  /// Marks the findings the unit has explained, and reports rows that explain nothing.
  static func apply(_ acknowledgements: [Acknowledgement], to findings: [Finding]) -> [Finding] {
    var findings = findings
    for row in acknowledgements where !row.code.isEmpty && !row.place.isEmpty && !row.reason.isEmpty {
      let matching = findings.indices.filter {
        findings[$0].code.rawValue == row.code && names(row.place, findings[$0])
      }
      let open = matching.filter { findings[$0].severity != .error }
      for index in open { findings[index].acknowledgement = row.reason }
      guard open.isEmpty else { continue }
      let waved = !matching.isEmpty
      findings.append(
        Finding(
          .unusedAcknowledgement, at: row.origin,
          waved ? "\(row.code) 是错误，不能用说明代替改正" : "没有编码为 \(row.code)、位置为“\(row.place)”的问题，这条说明没有用上",
          remedy: waved ? "改正“\(row.place)”处的错误后删去这一行" : "核对编码和位置（表名与指标名，如“科研项目经费/会议费成本”），不再需要时删去"))
    }
    return findings
  }

  /// Whether a place names the finding's sheet and indicator, whatever separates them.
  private static func names(_ place: String, _ finding: Finding) -> Bool {
    let wanted = bare(place)
    // What concerns no sheet is named by its file, as in “budget.csv”.
    if finding.sheet == nil, case .file(let path) = finding.place { return wanted == bare(path) }
    let sheet = finding.sheet.map(bare) ?? ""
    let indicator = finding.indicator.map(bare) ?? ""
    return wanted == sheet + indicator && !wanted.isEmpty
  }

  private static func bare(_ text: String) -> String {
    Folding.key(text).filter { !"/·、:>-—|,;".contains($0) }
  }
}
