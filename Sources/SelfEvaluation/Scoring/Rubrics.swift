// The rubric in force: one built in or a file, with the submission's own overrides laid over it.

enum Rubrics {
  /// Names of the built-in rubrics.
  static let names = ["jiangsu", "mof", "hubei"]

  /// Chooses the rubric of a run and reports what is wrong with it.
  static func choose(_ options: ReportOptions, overrides: [RubricRow]) -> (Rubric, [Finding]) {
    guard let file = options.rubricFile else {
      if overrides.isEmpty, let chosen = untouched(options.rubricName) { return chosen }
      return RubricReader.read(
        named: options.rubricName, base: builtIn(options.rubricName), overrides: overrides)
    }
    let (rows, findings) = rows(of: file, encoding: options.encoding)
    // A file that states shares states all of them; what else it leaves out is as in the default rubric.
    let families = RubricReader.families.prefix(3)
    let stated = Set(rows.compactMap { row in families.first { Folding.key(row.item).hasPrefix($0) } })
    let base = builtIn("jiangsu").filter { row in
      let item = Folding.key(row.item)
      if item == "假设" || item == "名称" { return false }
      return !families.contains { item.hasPrefix($0) && !stated.isEmpty }
    }
    let (rubric, faults) = RubricReader.read(named: file.path, base: base + rows, overrides: overrides)
    return (rubric, findings + faults)
  }

  /// A built-in rubric where nothing is overridden, read once for all units of a batch; nil for an unknown name.
  static func untouched(_ name: String) -> (Rubric, [Finding])? {
    switch name {
    case "jiangsu": jiangsu
    case "mof": mof
    case "hubei": hubei
    default: nil
    }
  }

  private static let jiangsu = plain("jiangsu")
  private static let mof = plain("mof")
  private static let hubei = plain("hubei")

  private static func plain(_ name: String) -> (Rubric, [Finding]) {
    RubricReader.read(named: name, base: builtIn(name), overrides: [])
  }

  /// The rows of a built-in rubric, from `Templates/rubrics/`.
  static func builtIn(_ name: String) -> [RubricRow] {
    guard let bytes = EmbeddedFiles.bytes(named: "rubrics/\(name).csv") else { return [] }
    let file = SourceFile(path: "\(name).csv", bytes: bytes)
    // An embedded file has no place among the submission's: its rows carry no origin.
    return rows(of: file, encoding: nil).0.map {
      RubricRow(item: $0.item, value: $0.value, basis: $0.basis, origin: nil)
    }
  }

  private static func rows(of file: SourceFile, encoding: TextEncoding?) -> ([RubricRow], [Finding]) {
    let (text, decoding) = TextDecoder.decode(file, index: 0, forced: encoding)
    guard let text else { return ([], decoding.map { $0.placed(in: file.path) }) }
    let table = TableReader(text: text, file: 0, layout: .rubric).read()
    let rows = RubricReader.rows(of: table).map {
      RubricRow(
        item: $0.item, value: $0.value, basis: $0.basis, origin: nil,
        outside: $0.origin.map { RubricRow.Outside(path: file.path, line: $0.line) })
    }
    return (rows, (decoding + table.findings).map { $0.placed(in: file.path) })
  }
}

extension Finding {
  /// The same finding pointing at a file outside the submission; its words name the line.
  fileprivate func placed(in path: String) -> Finding {
    let line = if case .cell(let origin) = place { "第\(origin.line)行：" } else { "" }
    return Finding(code, at: .file(path), sheet: sheet, indicator: indicator, line + message, remedy: remedy)
  }
}
