// What leaves the core: finished documents as values.

/// What a document is for, as `manifest.json` names it.
public enum DocumentRole: String, Sendable, CaseIterable {
  case index
  case unitSheet = "unit-sheet"
  case projectSheet = "project-sheet"
  case report
  case email
  case indicators
  case rollup
  case reconciliation
  case findings
  /// What batch keeps of a unit beside its report, so that a run can be resumed.
  case record
  /// 汇总表 of many units.
  case overview
  /// Which figure of which unit went into which indicator of 汇总表.
  case lineage

  /// The roles of one unit's report, in the order of FORMATS §3.
  public static let ofReport: [DocumentRole] = [
    .index, .unitSheet, .projectSheet, .report, .email, .indicators, .rollup, .reconciliation, .findings,
  ]

  /// Those of 数据 with the page of the findings: they stand last.
  static let data: Set<DocumentRole> = [.indicators, .rollup, .reconciliation, .findings]
}

/// The kinds of file written.
public enum DocumentFormat: String, Sendable {
  case html, csv, eml, json
}

/// One finished file of the output folder.
public struct Document: Sendable {
  /// What it is for.
  public let role: DocumentRole
  /// Decides how it is proven.
  public let format: DocumentFormat
  /// Path inside the output folder, `/` between parts, Unicode NFC.
  public let path: String
  /// Its whole content, as it lies on disk.
  public let bytes: [UInt8]
  /// 项目名称, for a project's documents.
  public let project: String?
  /// How the bytes are encoded: UTF-8 for HTML, `UTF-8-BOM` or `GB18030` for CSV.
  public let encoding: TextEncoding
}
