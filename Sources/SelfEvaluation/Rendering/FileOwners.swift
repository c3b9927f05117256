// Whose file, and whose row: for findings below the table, such as a missing separator, which name no sheet.

struct FileOwners {
  private let texts: [SourceText]
  /// 部门整体 and the projects, by folded name.
  private let sheets: [String: String]
  /// The only sheet a file of actuals is about, by path.
  private let owners: [String: String]

  init(_ submission: Submission, projects: [String]) {
    texts = submission.texts
    sheets = Dictionary(
      ([Sheet.unitName] + projects).map { (Folding.key($0), $0) }, uniquingKeysWith: { first, _ in first })
    var found: [String: Set<String>] = [:]
    for sheet in submission.sheets {
      for filing in sheet.filings.values {
        found[submission.texts[Int(filing.origin.file)].path, default: []].insert(sheet.name)
      }
    }
    owners = found.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The sheet whose row a finding points at, else the one its file is about or is named after.
  func sheet(of finding: Finding) -> String? {
    switch finding.place {
    case .cell(let origin):
      let text = texts[Int(origin.file)]
      return row(origin, in: text) ?? file(text.path)
    case .file(let path): return file(path)
    case .submission: return nil
    }
  }

  /// A cell of the line that is a sheet's name.
  private func row(_ origin: Origin, in text: SourceText) -> String? {
    // The rows of other files are the unit's own, whatever they name.
    let path = text.path.lowercased()
    guard path.hasPrefix("actuals") || ["targets.csv", "projects.csv", "budget.csv"].contains(path) else {
      return nil
    }
    let bytes = text.text
    let start = bytes[..<Int(origin.offset)].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    let end = bytes[Int(origin.offset)...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    let cells = bytes[start..<end].split { $0 == 0x2C || $0 == 0x09 || $0 == 0x22 }
    return cells.lazy.compactMap { sheets[Folding.key(String(decoding: $0, as: UTF8.self))] }.first
  }

  private func file(_ path: String) -> String? {
    guard path.lowercased().hasPrefix("actuals") else { return nil }
    let name = path.split(separator: "/").last.map { $0.lowercased().hasSuffix(".csv") ? $0.dropLast(4) : $0 }
    return owners[path] ?? name.flatMap { sheets[Folding.key(String($0))] }
  }
}
