// The order in which findings are listed: by file, line and column, then code.

enum FindingOrder {
  /// Sorted by file path, line, position in the line, code and message; findings about the whole come last. Equal
  /// findings are kept once.
  static func sorted(_ findings: [Finding], _ texts: [SourceText]) -> [Finding] {
    var seen: Set<Finding> = []
    return findings.filter { seen.insert($0).inserted }
      .map { (key: key($0, texts), finding: $0) }
      .sorted { $0.key < $1.key }
      .map(\.finding)
  }

  private struct Key: Comparable {
    let path: String
    let line: Int32
    let offset: Int32
    let code: String
    let message: String

    static func < (left: Key, right: Key) -> Bool {
      (left.path, left.line, left.offset, left.code, left.message)
        < (right.path, right.line, right.offset, right.code, right.message)
    }
  }

  private static func key(_ finding: Finding, _ texts: [SourceText]) -> Key {
    let code = finding.code.rawValue
    switch finding.place {
    case .cell(let origin):
      return Key(
        path: texts[Int(origin.file)].path, line: origin.line, offset: origin.offset, code: code,
        message: finding.message)
    case .file(let path): return Key(path: path, line: 0, offset: 0, code: code, message: finding.message)
    case .submission: return Key(path: "\u{10FFFF}", line: 0, offset: 0, code: code, message: finding.message)
    }
  }
}
