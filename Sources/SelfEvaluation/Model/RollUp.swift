// How project figures become unit figures (汇总): the plan, and what came of it.

/// 汇总方式, FORMATS §1.3.
public enum RollUpMethod: String, Sendable, CaseIterable {
  /// Counts that add up.
  case sum = "求和"
  /// Σ来源×权数 ÷ Σ权数, four decimals.
  case weightedMean = "加权平均"
  /// Σ来源 ÷ their number, four decimals.
  case mean = "平均"
  /// The largest number, or the latest day.
  case maximum = "最大"
  /// The smallest number, or the earliest day.
  case minimum = "最小"
  /// The worst in the sense of the unit's target: smallest for ≥ and =, largest for ≤ and =0, lowest level, latest day.
  case worst = "最差"
  /// The figure of exactly one source.
  case quote = "引用"
  /// Σ项目指标 ÷ Σ权数, four decimals; ×100 where the unit's target is in %.
  case ratio = "比率"
  /// The unit's own row in the actuals; takes no sources.
  case own = "自报"

  /// The method a folded text names.
  init?(folded: String) {
    guard let method = RollUpMethod.allCases.first(where: { folded.isSameText($0.rawValue) }) else {
      return nil
    }
    self = method
  }

  /// Whether it takes a 权数.
  var isWeighted: Bool { self == .weightedMean || self == .ratio }
}

/// 权数 of a source.
public enum RollUpWeight: Hashable, Sendable {
  /// 预算: the project's 全年预算数.
  case budget
  /// Another indicator of the same project.
  case indicator(Indicator)

  /// As written in the column 权数.
  public var text: String {
    switch self {
    case .budget: "预算"
    case .indicator(let indicator): indicator.name
    }
  }
}

/// One project indicator that feeds a unit indicator.
public struct RollUpSource: Hashable, Sendable {
  /// 项目名称.
  public let project: String
  /// 项目指标: the row of the project's targets.
  public let indicator: Indicator
  /// Nil for methods that take no 权数.
  public let weight: RollUpWeight?
}

/// How one unit indicator gets its figure.
public struct RollUpEntry: Sendable {
  /// 单位指标: the row of the unit's targets.
  public let indicator: Indicator
  /// 汇总方式.
  public let method: RollUpMethod
  /// Empty for 自报.
  public let sources: [RollUpSource]
  /// From `rollup.csv`, rather than derived by the default rules.
  public let isDeclared: Bool
  /// 说明, as written or why the default was chosen.
  public let note: String
  /// Whether its rows in `rollup.csv` have errors: it yields no figure, and nothing more is said about that.
  public internal(set) var isBroken = false
}

/// The whole mapping in use: one entry per unit indicator, in sheet order.
public struct RollUpPlan: Sendable {
  /// Every indicator of the unit, 自报 ones too.
  public let entries: [RollUpEntry]
}

/// What one source contributed.
public struct Contribution: Sendable {
  /// 项目名称; 部门整体 for what the unit reports itself.
  public let project: String
  /// 项目指标, or the unit's own indicator where it reports itself.
  public let indicator: Indicator
  /// In the unit indicator's measure, without it; words for qualitative ones; 不适用.
  public let value: String
  /// The weight's figure; empty where there is none.
  public let weight: String
  /// 完成值来源; nil where nothing was filed.
  public let source: FigureSource?
}

/// What 平均, 加权平均 and 比率 are the quotient of, exact: figures of many units are added part by part and divided once.
struct RollUpParts: Hashable, Sendable {
  let numerator: Int128
  let denominator: Int128
}

/// A unit figure with its sources, and the same formula applied to the targets.
public struct RolledFigure: Sendable {
  /// What was to be rolled up, from where and how.
  public let entry: RollUpEntry
  /// One for each source, in the plan's order.
  public let contributions: [Contribution]
  /// Nil where a source is missing or the formula cannot be applied; the finding says so.
  public let achievement: Achievement?
  /// What the project targets come to, for both periods.
  let targets: TargetRollUps
  /// The period that is reported.
  let period: Period
  /// The formula with the figures put in.
  public let derivation: Derivation
  /// Nil for methods that do not divide, and where there is no figure.
  var parts: RollUpParts?
}

extension RolledFigure {
  /// 项目目标汇总: in the unit indicator's measure; empty where there is none.
  public var projectTargets: String { targets[period].text }
  /// 目标差额: the unit's own target less 项目目标汇总; nil where it cannot be said.
  public var targetDifference: Quantity? { targets[period].difference }
}

/// 项目目标汇总 of both periods, whichever is reported.
struct TargetRollUps: Sendable {
  var half = TargetRollUp()
  var year = TargetRollUp()

  subscript(period: Period) -> TargetRollUp { period == .half ? half : year }
}

/// 项目目标汇总 of one period: the plan's formula applied to the project targets.
struct TargetRollUp: Sendable {
  /// In the unit indicator's measure; empty where there is none.
  var text = ""
  /// The unit's own target less it; nil where it cannot be said.
  var difference: Quantity?
}

/// 结论 of a cross-check.
public enum Verdict: String, Sendable {
  /// The two figures are what they ought to be.
  case agrees = "相符"
  /// They are not: W420, or the group's own code.
  case differs = "不符"
  /// Nothing can be proven wrong, but somebody should look: N423.
  case remark = "提示"
}

/// One cross-check (勾稽校验): two figures that ought to agree, or something that needs a word.
public struct ReconciliationCheck: Sendable {
  /// 编号, such as `G05-03`: group and position.
  public let id: String
  /// 校验项.
  public let title: String
  /// 左值: a figure with its unit of measure, or words.
  public let left: String
  /// 右值: what it is compared with.
  public let right: String
  /// 差额: left less right; empty where they are no numbers.
  public let difference: String
  /// 结论.
  public let verdict: Verdict
  /// 依据: the rule, or what to look at.
  public let basis: String
  /// The sheet it concerns; nil for the unit as a whole.
  public let sheet: String?
  /// A row to point at in a finding.
  public let origin: Origin?
}

/// The unit's scorecard with everything that made it.
public struct UnitScorecard: Sendable {
  /// Nil where the submission has no unit sheet.
  public let card: Scorecard?
  /// One for each indicator of the unit, in sheet order; the lineage (汇总溯源).
  public let figures: [RolledFigure]
  /// All cross-checks in the order of their 编号.
  public let reconciliation: [ReconciliationCheck]
}
