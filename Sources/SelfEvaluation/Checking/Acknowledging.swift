// acknowledged.csv: findings explained once and for all stay listed as 已说明; errors cannot be waved away.

enum Acknowledging {
  /// Marks the findings the unit has explained, and reports rows that explain nothing.
  static func apply(
    _ acknowledgements: [Acknowledgement], to findings: [Finding], _ texts: [SourceText]
  ) -> [Finding] {
    if acknowledgements.isEmpty { return findings }
    var findings = findings
    // By what a row says, so that many rows and many findings are not all compared.
    var places: [Key: [Candidate]] = [:]
    func list(_ index: Int) {
      for (first, second) in names(of: findings[index], texts) {
        let first = bare(first)
        let key = Key(code: findings[index].code.rawValue, place: first + bare(second))
        let candidate = Candidate(index: index, boundary: second.isEmpty ? nil : first.count)
        places[key, default: []].append(candidate)
      }
    }
    for index in findings.indices { list(index) }
    for row in acknowledgements where !row.code.isEmpty && !row.place.isEmpty && !row.reason.isEmpty {
      let wanted = bare(row.place)
      let named = wanted.isEmpty ? [] : places[Key(code: row.code, place: wanted), default: []]
      let matching = meant(row.place, among: named)
      let open = matching.filter { findings[$0].severity != .error }
      for index in open { findings[index].acknowledgement = row.reason }
      guard open.isEmpty else { continue }
      let waved = !matching.isEmpty
      let unused = Finding(
        .unusedAcknowledgement, at: row.origin,
        waved ? "\(row.code) 是错误，不能用说明代替改正" : "没有编码为 \(row.code)、位置为“\(row.place)”的问题，这条说明没有用上",
        remedy: waved ? "改正“\(row.place)”处的错误后删去这一行" : "核对编码和位置（表名与指标名，如“科研项目经费/会议费成本”），不再需要时删去")
      findings.append(unused)
      list(findings.count - 1)
    }
    return findings
  }

  private struct Key: Hashable {
    let code: String
    /// Without what separates its parts.
    let place: String
  }

  /// A finding, and how many characters of its place stand in front of the second part; nil where there is none.
  private struct Candidate {
    let index: Int
    let boundary: Int?
  }

  /// What a finding may be called by: its sheet and indicator; what concerns no sheet, its file, or file and line.
  private static func names(of finding: Finding, _ texts: [SourceText]) -> [(String, String)] {
    if let sheet = finding.sheet { return [(sheet, finding.indicator ?? "")] }
    let indicator = finding.indicator.map { [($0, "")] } ?? []
    switch finding.place {
    case .file(let path): return indicator + [(path, "")]
    case .cell(let origin):
      let path = texts[Int(origin.file)].path
      return indicator + [(path, ""), (path, "\(origin.line)")]
    case .submission: return indicator
    }
  }

  /// Of findings whose places have the same characters those that are divided as the row divides them: 甲/乙丙 is not
  /// 甲乙/丙. What is written in one piece may mean only one of them.
  private static func meant(_ place: String, among candidates: [Candidate]) -> [Int] {
    let marks = boundaries(of: place)
    let divided = candidates.filter { $0.boundary.map(marks.contains) ?? false }
    let whole = candidates.filter { $0.boundary == nil }
    if !divided.isEmpty || !whole.isEmpty { return (divided.isEmpty ? whole : divided).map(\.index) }
    guard marks.isEmpty, Set(candidates.map(\.boundary)).count == 1 else { return [] }
    return candidates.map(\.index)
  }

  private static func boundaries(of place: String) -> Set<Int> {
    var boundaries: Set<Int> = []
    var count = 0
    for character in Folding.key(place) {
      if separators.contains(character) { boundaries.insert(count) } else { count += 1 }
    }
    return boundaries
  }

  private static let separators = "/·、:>-—|,;"

  private static func bare(_ text: String) -> String {
    Folding.key(text).filter { !separators.contains($0) }
  }
}
