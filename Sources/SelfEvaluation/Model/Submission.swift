// Everything a unit handed in, typed: the product of ingestion.

/// One project as described in `projects.csv`.
public struct Project: Sendable {
  /// 项目名称, unique.
  public let name: String
  /// Every filled column of its row by canonical heading, in the contract's order.
  public let facts: [(heading: String, text: String)]
  public let origin: Origin?

  /// The text of a column, empty where there is none.
  public func fact(_ heading: String) -> String {
    facts.first { heading.isSameBytes($0.heading) }?.text ?? ""
  }
}

/// The unit as described in `unit.csv`.
public struct BudgetUnit: Sendable {
  /// Key and text in file order; 年度目标 may stand several times.
  public let entries: [(key: String, text: String, origin: Origin)]

  /// 单位名称.
  public var name: String { text("单位名称") }
  /// 年度, as a number.
  public let year: Int
  /// 数据性质, such as 示例数据: shown on every page. Empty for ordinary data.
  public var dataNature: String { text("数据性质") }

  /// The first text of a key, empty where there is none.
  public func text(_ key: String) -> String { entries.first { key.isSameText($0.key) }?.text ?? "" }
  /// All texts of a key.
  public func texts(_ key: String) -> [String] { entries.filter { key.isSameText($0.key) }.map(\.text) }
}

/// One row of `rollup.csv`, as written.
public struct RollUpRow: Hashable, Sendable {
  public let unitIndicator: String
  public let unitLevelTwo: String
  public let method: String
  public let project: String
  public let indicator: String
  public let levelTwo: String
  public let weight: String
  public let note: String
  public let origin: Origin
  let methodOrigin: Origin
  let sourceOrigin: Origin
  let weightOrigin: Origin
}

/// One row of a rubric file.
public struct RubricRow: Hashable, Sendable {
  public let item: String
  public let value: String
  public let basis: String
  public let origin: Origin?
}

/// One row of `acknowledged.csv`.
public struct Acknowledgement: Hashable, Sendable {
  public let code: String
  public let place: String
  public let reason: String
  public let origin: Origin
}

/// One file that was read, for the manifest.
public struct InputFile: Sendable {
  public let path: String
  public let sha256: String
  public let encoding: TextEncoding
  /// Data rows, without heading and skipped rows.
  public let rows: Int
}

/// A whole submission after reading. Sheets are in file order, the unit's own first if there is one.
public struct Submission: Sendable {
  public let unit: BudgetUnit
  public let projects: [Project]
  public let sheets: [Sheet]
  public let rollUpRows: [RollUpRow]
  public let rubricRows: [RubricRow]
  public let acknowledgements: [Acknowledgement]
  public let inputs: [InputFile]
  /// SHA-256 of the decoded content of all files: the same whatever the encoding.
  public let digest: String
  /// The decoded files, for excerpts.
  public let texts: [SourceText]

  public var unitSheet: Sheet? { sheets.first { $0.isUnit } }
  public var projectSheets: [Sheet] { sheets.filter { !$0.isUnit } }
}
