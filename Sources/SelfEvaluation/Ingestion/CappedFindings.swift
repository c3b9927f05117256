// A damaged file gives the same finding thousands of times; the first ones tell the story.

/// Findings of one file, at most so many of each code; the others are counted and named in one finding at the end.
struct CappedFindings: Sendable {
  private let path: String
  private let limit: Int
  private var kept: [Finding] = []
  /// How many there were of each code, and how many were kept. A file has few codes, and many findings of one: looked
  /// for from the front.
  private var counts: [(code: Code, count: Int, kept: Int)] = []

  /// An empty collection for the file with this display path.
  init(path: String, limit: Int) {
    self.path = path
    self.limit = limit
  }

  /// Keeps the finding, or only counts it if there are enough of its code.
  mutating func append(_ finding: Finding) { append(finding.code) { finding } }

  /// The same where making the finding costs more than counting it: `make` is called for those that are kept. Some are
  /// kept whatever came before them.
  mutating func append(_ code: Code, always: Bool = false, _ make: () -> Finding) {
    let place = counts.firstIndex { $0.code == code } ?? counts.endIndex
    if place == counts.endIndex { counts.append((code, 0, 0)) }
    counts[place].count += 1
    if always || counts[place].count <= limit {
      counts[place].kept += 1
      kept.append(make())
    }
  }

  /// The findings in the order in which they came, then one for each code of which some were left out.
  var all: [Finding] {
    let omitted = counts.filter { $0.count > $0.kept }.sorted { $0.code.rawValue < $1.code.rawValue }
    return kept
      + omitted.map { code, count, kept in
        Finding(
          code, at: .file(path), "\(path) 中另有 \(count - kept) 处同类问题，未逐一列出",
          remedy: "改正已列出的各处后重新检查")
      }
  }
}
