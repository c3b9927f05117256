// Everything a unit handed in, typed: the product of ingestion.

/// One project as described in `projects.csv`.
public struct Project: Sendable {
  /// 项目名称, unique.
  public let name: String
  /// Every filled column of its row by canonical heading, in the contract's order.
  public let facts: [(heading: String, text: String)]
  /// Its row of `projects.csv`.
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
  /// 单位指标.
  public let unitIndicator: String
  /// 单位二级指标; needed only where the name repeats.
  public let unitLevelTwo: String
  /// 汇总方式.
  public let method: String
  /// 项目名称; empty for 自报.
  public let project: String
  /// 项目指标; empty for 自报.
  public let indicator: String
  /// 项目二级指标; needed only where the name repeats.
  public let levelTwo: String
  /// 权数: 预算 or an indicator of the same project.
  public let weight: String
  /// 说明.
  public let note: String
  /// The cell 单位指标.
  public let origin: Origin
  let methodOrigin: Origin
  let projectOrigin: Origin
  let sourceOrigin: Origin
  let weightOrigin: Origin

  /// Whether it names a source, at least in part.
  var hasSource: Bool { !(project.isEmpty && indicator.isEmpty) }
}

/// One row of a rubric file.
public struct RubricRow: Hashable, Sendable {
  /// 项, such as 项目/产出; `Templates/README.md` lists the legal ones.
  public let item: String
  /// 值, as written.
  public let value: String
  /// 依据: the document and article; may be empty.
  public let basis: String
  /// Nil for rows built in or from a file outside the submission.
  public let origin: Origin?
  /// Where a row of a file outside the submission stands; nil for others.
  let outside: Outside?

  /// A line of a file that is none of the submission's.
  struct Outside: Hashable, Sendable {
    let path: String
    let line: Int32
  }

  init(item: String, value: String, basis: String, origin: Origin?, outside: Outside? = nil) {
    (self.item, self.value, self.basis, self.origin, self.outside) = (item, value, basis, origin, outside)
  }

  /// Whether somebody wrote it for this run: it is not built in.
  var isGiven: Bool { line != nil }

  /// Where it stands in its file; nil for rows built in.
  var line: Int32? { origin?.line ?? outside?.line }

  /// Whether both rows were written in one file.
  func isFrom(sameFileAs other: RubricRow) -> Bool {
    origin?.file == other.origin?.file && outside?.path == other.outside?.path
  }
}

/// One row of `acknowledged.csv`.
public struct Acknowledgement: Hashable, Sendable {
  /// 编码 of the finding, as written.
  public let code: String
  /// 位置: sheet and indicator, as written.
  public let place: String
  /// 说明, shown beside the finding.
  public let reason: String
  /// The row.
  public let origin: Origin
}

/// One file that was read, for the manifest.
public struct InputFile: Sendable {
  /// Relative to the submission folder, decoded.
  public let path: String
  /// 64 hexadecimal digits over the bytes as handed in.
  public let sha256: String
  /// As detected, or as `--encoding` says.
  public let encoding: TextEncoding
  /// Data rows, without heading and skipped rows.
  public let rows: Int
}

/// A whole submission after reading. Sheets are in file order, the unit's own first if there is one.
public struct Submission: Sendable {
  /// `unit.csv`.
  public let unit: BudgetUnit
  /// `projects.csv`, in file order.
  public let projects: [Project]
  /// One for each 项目名称 of `targets.csv`.
  public let sheets: [Sheet]
  /// `rollup.csv`; empty where there is none.
  public let rollUpRows: [RollUpRow]
  /// `rubric.csv`: overrides of the chosen rubric.
  public let rubricRows: [RubricRow]
  /// `acknowledged.csv`.
  public let acknowledgements: [Acknowledgement]
  /// Every file that was read, for the manifest.
  public let inputs: [InputFile]
  /// SHA-256 of the decoded content of all files: the same whatever the encoding.
  public let digest: String
  /// The decoded files, for excerpts.
  public let texts: [SourceText]

  /// 部门整体; nil where only projects were handed in.
  public var unitSheet: Sheet? { sheets.first { $0.isUnit } }
  /// The projects', in file order.
  public var projectSheets: [Sheet] { sheets.filter { !$0.isUnit } }
  /// Whether no target at all could be read: the reader has said why, and what refers to one says nothing more.
  var isWithoutTargets: Bool { sheets.allSatisfy(\.indicators.isEmpty) }
}
