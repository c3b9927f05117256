// Stage 8: what one unit's run leaves for the overview of many: a line of exact figures, or of reasons why there is none.

/// The result of one submission folder as `jixiao batch` tells it and `jixiao merge` reads it.
public struct UnitLine: Sendable {
  /// What stands in the way of a unit's report; the raw value stands in the line.
  public enum Failure: String, Sendable {
    /// The data has errors, or warnings under `--fail-on-warning`.
    case data
    /// The folder or a file in it could not be read.
    case unreadable
    /// Another folder of the run has the same code.
    case twin
    /// The unit's output folder could not be replaced: it holds people's files, say.
    case output
    /// A document of ours failed its proof, or the work ended abnormally.
    case fault
  }

  /// Why there is no report.
  public struct Refusal: Sendable {
    /// Which kind of obstacle.
    public let failure: Failure
    /// One sentence without a full stop.
    public let reason: String
    /// Every error, warning and note; ready JSON, as in `check --format json`.
    let findings: [JSONValue]
    /// The first error in words, for a list of failed units; empty where there is none.
    public let first: String
  }

  /// The rubric in force, as far as an overview has to tell it.
  struct RubricName: Hashable, Sendable {
    let name: String
    let title: String
    let assumption: String
    /// `Rubric.digest`; empty where the folder could not be read so far.
    let digest: String
  }

  /// How many findings of each level; those acknowledged apart.
  struct Counts: Hashable, Sendable {
    var errors = 0
    var warnings = 0
    var notes = 0
    var acknowledged = 0
  }

  /// The submission folder's path as given.
  public let folder: String
  /// What the unit is known by: 单位编码, else the folder's name, made safe for a file name. Empty where the folder
  /// could not be read.
  public let id: String
  /// 单位编码 as written; empty where there is none.
  let code: String
  /// 单位名称.
  let unit: String
  /// Nil where it could not be read.
  let year: Int?
  let version: String
  let period: Period
  let rubric: RubricName
  /// 数据性质.
  let nature: String
  let counts: Counts
  /// Nil where there is no report.
  let result: UnitResult?
  /// Nil where there is one.
  public let refusal: Refusal?

  /// Whether there is a report.
  public var isOK: Bool { refusal == nil }
}

/// The exact figures of a unit with a report.
struct UnitResult: Sendable {
  /// How many sheets the report has.
  let sheets: Int
  /// Of the unit's own sheet, else of the only project's; nil for several projects without a unit sheet, and in
  /// half-year monitoring.
  let score: Points?
  let ruleScore: Points?
  let grade: Grade?
  /// The worst light of that sheet; nil at year end.
  let light: Light?
  /// Red, yellow, green and blue lights of all sheets.
  let lights: [Int]
  /// How many indicators of all sheets there are, and how many missed their targets.
  let rows: Int
  let unmet: Int
  /// 全年预算数 and what was spent of it in the period, 万元; nil where there is no money, or some figure is missing.
  let budget: Quantity?
  let spent: Quantity?
  /// The rows of that sheet.
  let indicators: [UnitIndicator]
  /// SHA-256 of the submission.
  let submission: String
  /// The unit's folder inside the output folder.
  let output: String
}

/// One indicator of a unit's sheet, with all that rolling it up across units needs.
struct UnitIndicator: Hashable, Sendable {
  let name: String
  let levelOne: String
  let levelTwo: String
  let target: Target
  /// Nil where nothing was handed in and nothing had to be.
  let actual: Actual?
  /// As shown, where it is words.
  let words: String
  let isMet: Bool?
  /// How the unit arrived at it.
  let method: RollUpMethod
  /// What it is the quotient of, where it is one.
  let parts: RollUpParts?
  /// 系数 of the unit's rubric for a grade without a percentage; nil for everything else.
  var share: Quantity?
}
