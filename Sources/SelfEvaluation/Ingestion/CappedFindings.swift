// A damaged file gives the same finding thousands of times; the first ones tell the story.

/// Findings of one file, at most so many of each code; the others are counted and named in one finding at the end.
struct CappedFindings: Sendable {
  private let path: String
  private let limit: Int
  private var kept: [Finding] = []
  private var counts: [Code: Int] = [:]

  /// An empty collection for the file with this display path.
  init(path: String, limit: Int) {
    self.path = path
    self.limit = limit
  }

  /// Keeps the finding, or only counts it if there are enough of its code.
  mutating func append(_ finding: Finding) {
    counts[finding.code, default: 0] += 1
    if counts[finding.code, default: 0] <= limit { kept.append(finding) }
  }

  /// The findings in the order in which they came, then one for each code of which some were left out.
  var all: [Finding] {
    let omitted = counts.filter { $0.value > limit }.sorted { $0.key.rawValue < $1.key.rawValue }
    return kept
      + omitted.map { code, count in
        Finding(
          code, at: .file(path), "\(path) 中另有 \(count - limit) 处同类问题，未逐一列出",
          remedy: "改正已列出的各处后重新检查")
      }
  }
}
