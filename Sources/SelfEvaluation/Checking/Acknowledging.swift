// acknowledged.csv: findings explained once and for all stay listed as 已说明; errors cannot be waved away.

enum Acknowledging {
  /// Marks the findings the unit has explained, and reports rows that explain nothing.
  static func apply(_ acknowledgements: [Acknowledgement], to findings: [Finding]) -> [Finding] {
    if acknowledgements.isEmpty { return findings }
    var findings = findings
    // By what a row says, so that many rows and many findings are not all compared.
    var places = Dictionary(grouping: findings.indices) {
      Key(findings[$0].code.rawValue, place(findings[$0]))
    }
    for row in acknowledgements where !row.code.isEmpty && !row.place.isEmpty && !row.reason.isEmpty {
      let wanted = bare(row.place)
      let matching = wanted.isEmpty ? [] : places[Key(row.code, wanted), default: []]
      let open = matching.filter { findings[$0].severity != .error }
      for index in open { findings[index].acknowledgement = row.reason }
      guard open.isEmpty else { continue }
      let waved = !matching.isEmpty
      let unused = Finding(
        .unusedAcknowledgement, at: row.origin,
        waved ? "\(row.code) 是错误，不能用说明代替改正" : "没有编码为 \(row.code)、位置为“\(row.place)”的问题，这条说明没有用上",
        remedy: waved ? "改正“\(row.place)”处的错误后删去这一行" : "核对编码和位置（表名与指标名，如“科研项目经费/会议费成本”），不再需要时删去")
      places[Key(unused.code.rawValue, place(unused)), default: []].append(findings.count)
      findings.append(unused)
    }
    return findings
  }

  private struct Key: Hashable {
    let code: String
    /// Without what separates its parts.
    let place: String

    init(_ code: String, _ place: String) { (self.code, self.place) = (code, place) }
  }

  /// The sheet and indicator of a finding; what concerns no sheet is named by its file, as in “budget.csv”.
  private static func place(_ finding: Finding) -> String {
    if finding.sheet == nil, case .file(let path) = finding.place { return bare(path) }
    return (finding.sheet.map(bare) ?? "") + (finding.indicator.map(bare) ?? "")
  }

  private static func bare(_ text: String) -> String {
    Folding.key(text).filter { !"/·、:>-—|,;".contains($0) }
  }
}
