// The order in which findings are listed: by file, line and column, then code.

enum FindingOrder {
  /// Sorted by file path, line, position in the line, code and message; findings about the whole come last. Equal
  /// findings are kept once.
  static func sorted(_ findings: [Finding], _ texts: [SourceText]) -> [Finding] {
    let ranks = PathRanks(findings, texts)
    let keys = findings.indices.map { Key(findings[$0], $0, ranks) }.sorted { $0.isBefore($1, findings) }
    var sorted: [Finding] = []
    sorted.reserveCapacity(findings.count)
    var start = 0
    for (position, key) in keys.enumerated() {
      // Equal findings have equal keys and stand in one run.
      if position > 0, !keys[position - 1].isLevel(with: key, findings) { start = sorted.count }
      let finding = findings[key.index]
      if !sorted[start...].contains(finding) { sorted.append(finding) }
    }
    return sorted
  }

  private struct Key {
    let path: Int
    let line: Int32
    let offset: Int32
    let code: UInt32
    /// Place among the findings as they came: what is equal stays in that order.
    let index: Int

    init(_ finding: Finding, _ index: Int, _ ranks: PathRanks) {
      path = ranks.rank(of: finding.place)
      if case .cell(let origin) = finding.place {
        (line, offset) = (origin.line, origin.offset)
      } else {
        (line, offset) = (0, 0)
      }
      code = finding.code.rawValue.utf8.reduce(0) { $0 << 8 | UInt32($1) }
      self.index = index
    }

    func isBefore(_ other: Key, _ findings: [Finding]) -> Bool {
      if path != other.path { return path < other.path }
      if line != other.line { return line < other.line }
      if offset != other.offset { return offset < other.offset }
      if code != other.code { return code < other.code }
      let (left, right) = (findings[index].message, findings[other.index].message)
      return left.isSameText(right) ? index < other.index : left < right
    }

    func isLevel(with other: Key, _ findings: [Finding]) -> Bool {
      path == other.path && line == other.line && offset == other.offset && code == other.code
        && findings[index].message.isSameText(findings[other.index].message)
    }
  }

  /// The place of each path in the order of all paths; what concerns no file comes last.
  private struct PathRanks {
    private let files: [Int]
    private let named: [String: Int]
    private let last: Int

    init(_ findings: [Finding], _ texts: [SourceText]) {
      var paths = Set(texts.map(\.path))
      for finding in findings { if case .file(let path) = finding.place { paths.insert(path) } }
      named = Dictionary(uniqueKeysWithValues: paths.sorted().enumerated().map { ($0.element, $0.offset) })
      files = texts.map { [named] in named[$0.path] ?? 0 }
      last = paths.count
    }

    func rank(of place: Place) -> Int {
      switch place {
      case .cell(let origin): files[Int(origin.file)]
      case .file(let path): named[path] ?? last
      case .submission: last
      }
    }
  }
}
