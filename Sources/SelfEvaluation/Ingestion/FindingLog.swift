// What reading a submission finds, in the order in which it comes up.

/// Findings of all files, at most so many of each code: a file of a hundred thousand bad rows gives its first
/// findings and a count of the others.
struct FindingLog: Sendable {
  /// Findings of one code that are kept.
  static let limit = 10_000

  private var kept: [Finding] = []
  private var counts: [Code: Int] = [:]

  /// Keeps the finding, or only counts it if there are enough of its code.
  mutating func append(_ finding: Finding) {
    counts[finding.code, default: 0] += 1
    if counts[finding.code, default: 0] <= FindingLog.limit { kept.append(finding) }
  }

  static func += (log: inout FindingLog, findings: [Finding]) {
    for finding in findings { log.append(finding) }
  }

  /// The findings kept, then one for each code of which some were left out.
  var all: [Finding] {
    let omitted = counts.filter { $0.value > FindingLog.limit }.sorted { $0.key.rawValue < $1.key.rawValue }
    return kept
      + omitted.map { code, count in
        Finding(
          code, at: .submission, "另有 \(count - FindingLog.limit) 处同类问题，未逐一列出", remedy: "改正已列出的各处后重新检查")
      }
  }
}
