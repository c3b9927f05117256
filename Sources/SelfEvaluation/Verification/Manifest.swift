// manifest.json: what was read and written, for programs (FORMATS §3).

/// The list of inputs and documents with their sizes and hashes, and the headline figures.
public enum Manifest {
  /// Its name in the output folder.
  public static let path = "manifest.json"

  /// The finished file. Scores are strings with two decimals, or null where there is no headline score.
  /// `seals` hold a digest of every row and column of every table, by path and table id.
  static func bytes(
    _ report: CheckedReport, documents: [Document], seals: [String: [String: GridSeal]] = [:],
    toolVersion: String = ToolVersion.current
  ) -> [UInt8] {
    bytes(
      report.submission, report.period, report.rubric, report.headline, documents: documents, seals: seals,
      toolVersion: toolVersion)
  }

  /// The same for a check, which has no scores: those are null.
  static func bytes(
    _ outcome: Pipeline.Outcome, _ period: Period, documents: [Document],
    seals: [String: [String: GridSeal]]
  ) -> [UInt8] {
    bytes(
      outcome.submission, period, outcome.rubric, nil, documents: documents, seals: seals,
      toolVersion: ToolVersion.current)
  }

  private static func bytes(
    _ submission: Submission, _ period: Period, _ rubric: Rubric, _ headline: Scorecard?,
    documents: [Document], seals: [String: [String: GridSeal]], toolVersion: String
  ) -> [UInt8] {
    bytes(
      [
        ("tool", .text("jixiao")),
        ("version", .text(toolVersion)),
        ("period", .text(period.rawValue)),
        ("rubric", .text(rubric.name)),
        ("unit", .text(submission.unit.name)),
        ("year", .number(submission.unit.year)),
        ("score", .optional(headline?.total?.text)),
        ("ruleScore", .optional(headline?.ruleTotal?.text)),
        ("grade", .optional(headline?.grade?.rawValue)),
        ("submission", .text(submission.digest)),
        ("inputs", .array(submission.inputs.map(input))),
      ], documents: documents, seals: seals)
  }

  /// The same with facts of any kind before the documents; the seal over all of it comes last.
  static func bytes(
    _ facts: [(String, JSONValue)], documents: [Document], seals: [String: [String: GridSeal]]
  ) -> [UInt8] {
    ManifestSeal.sealed(
      JSONWriter.write(
        .object(facts + [("documents", .array(documents.map { document($0, seals[$0.path] ?? [:]) }))])))
  }

  private static func input(_ file: InputFile) -> JSONValue {
    .object([
      ("path", .text(file.path)), ("sha256", .text(file.sha256)), ("encoding", .text(file.encoding.rawValue)),
      ("rows", .number(file.rows)),
    ])
  }

  private static func document(_ document: Document, _ seals: [String: GridSeal]) -> JSONValue {
    .object(
      [
        ("role", .text(document.role.rawValue)), ("format", .text(document.format.rawValue)),
        ("path", .text(document.path)), ("sha256", .text(Digest.sha256(document.bytes))),
        ("encoding", .text(document.encoding.rawValue)),
      ] + (document.project.map { [("project", JSONValue.text($0))] } ?? [])
        + (seals.isEmpty ? [] : [("seals", .object(seals.sorted { $0.key < $1.key }.map(seal)))]))
  }

  private static func seal(_ id: String, _ seal: GridSeal) -> (String, JSONValue) {
    (id, .object([("rows", .text(seal.rows)), ("columns", .text(seal.columns))]))
  }
}
