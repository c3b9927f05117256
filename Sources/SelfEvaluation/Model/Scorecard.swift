// The product of scoring: every figure of a sheet with how it came about.

/// How a number was arrived at: the rule in words and the arithmetic with the figures put in.
public struct Derivation: Hashable, Sendable {
  /// `未达到指标值：分值×完成值÷指标值`
  public let formula: String
  /// `4 × 27320 ÷ 28000 = 3.90`
  public let substitution: String
}

/// Where an actual comes from (完成值来源).
public enum FigureSource: Hashable, Sendable {
  /// Filed in a cell.
  case filed(Origin)
  /// 汇总: rolled up from projects.
  case rolledUp
  /// 计算: computed from the sheet's money.
  case computed
}

/// An actual that counts, whoever supplied it.
public struct Achievement: Hashable, Sendable {
  /// In the unit of measure of the indicator's target.
  public let actual: Actual
  /// As shown in 实际完成值.
  public let text: String
  /// Who supplied it: 完成值来源.
  public let source: FigureSource
}

/// 亮灯 of half-year monitoring, from worst to best.
public enum Light: Int, Sendable, CaseIterable, Comparable {
  /// Below 60 %, below 80 %, up to 120 %, above (FORMATS §2).
  case red, yellow, green, blue

  /// The worse light first: a sheet takes its least.
  public static func < (left: Light, right: Light) -> Bool { left.rawValue < right.rawValue }

  /// 红灯, 黄灯, 绿灯 or 蓝灯.
  public var word: String {
    switch self {
    case .red: "红灯"
    case .yellow: "黄灯"
    case .green: "绿灯"
    case .blue: "蓝灯"
    }
  }
}

/// A light, and whether it is green because nothing is due yet (未到期).
public struct Signal: Hashable, Sendable {
  /// The colour.
  public let light: Light
  /// A half-year target of 0 beside an annual one that is not.
  public let notDue: Bool

  /// As printed in the column 亮灯.
  public var word: String { notDue ? "\(light.word)（未到期）" : light.word }
}

/// One indicator with its weight, its actual and its points. A class, as `Indicator` is.
public final class ScoredIndicator: Sendable {
  /// The row of the targets that is scored.
  public let indicator: Indicator
  /// Nil where the indicator carries no points: given as empty, or shown only beside a separate execution row.
  public let weight: Points?
  /// The target of the period.
  public let target: StatedTarget?
  /// Nil where nothing was filed, or what was filed cannot be read.
  public let achievement: Achievement?
  /// 完成率 in percent, two decimals; nil where it has no meaning.
  public let completion: Quantity?
  /// 规则得分 by the formulas of FORMATS §2; nil where there is nothing to score, and in half-year monitoring.
  public let ruleScore: Points?
  /// 自评得分, where the unit filed one.
  public let reported: Points?
  /// How `ruleScore` came about.
  public let derivation: Derivation?
  /// Nil at year end.
  public let signal: Signal?
  /// What the unit filed for it: reason, measures, evidence; nil where there is no row.
  public let filing: Filing?

  init(
    indicator: Indicator, weight: Points?, target: StatedTarget?, achievement: Achievement?,
    completion: Quantity?, ruleScore: Points?, reported: Points?, derivation: Derivation?, signal: Signal?,
    filing: Filing?
  ) {
    (self.indicator, self.weight, self.target, self.achievement) = (indicator, weight, target, achievement)
    (self.completion, self.ruleScore, self.reported) = (completion, ruleScore, reported)
    (self.derivation, self.signal, self.filing) = (derivation, signal, filing)
  }

  /// 得分: the reported one if there is one, else by rule (FORMATS §2).
  public var score: Points? { weight == nil || isNotApplicable ? nil : reported ?? ruleScore }
  /// Whether it is 不适用, filed or computed: it then has no score, and its weight does not count.
  public var isNotApplicable: Bool {
    if case .notApplicable? = achievement?.actual { true } else { false }
  }
  /// 偏差原因 as filed; empty where there is none.
  public var reason: String { filing?.reason ?? "" }
  /// 改进措施 as filed; empty where there is none.
  public var measure: String { filing?.measure ?? "" }

  /// Whether the target was reached; nil where that cannot be said.
  public var isMet: Bool? {
    guard let achievement, let target else { return nil }
    return target.target.isMet(by: achievement.actual)
  }

  /// Above 130 % of a ≥, > or = target, whatever the printed rate rounds to.
  public var isFarAbove: Bool {
    guard case .number(let comparator, let goal, _)? = target?.target, comparator.isUpward,
      case .number(let value)? = achievement?.actual
    else { return false }
    return value.isFarAbove(goal)
  }
}

/// Money of a sheet: sums over its expense lines without totals, in 万元.
public struct Execution: Hashable, Sendable {
  /// 年初预算数.
  public let initial: Quantity
  /// 全年预算数, adjusted: the denominator of the rate.
  public let budget: Quantity
  /// Nil where some line has no figure.
  public let halfPlan: Quantity?
  /// 半年执行数; nil where some line has no figure.
  public let halfExecuted: Quantity?
  /// 全年执行数; nil where some line has no figure.
  public let executed: Quantity?
  /// 预算执行率 of the period in percent, four decimals; nil when the budget is 0 or figures are missing.
  public let rate: Quantity?
  /// Whose figures `rate` and `spent` are.
  public let period: Period
  /// The light of the money in half-year monitoring.
  public let signal: Signal?

  /// What was spent in the period.
  public var spent: Quantity? { period == .half ? halfExecuted : executed }
  /// What is left of the budget, below zero where more was spent; nil where figures are missing.
  var left: Quantity? { spent.flatMap { budget.minus($0) } }
}

/// The separate row 预算执行率 some rubrics add.
public struct ExecutionRow: Hashable, Sendable {
  /// 预算执行率分值 of the rubric.
  public let weight: Points
  /// The rate scored, in percent; nil when it cannot be computed: the row is then not applicable.
  public let rate: Quantity?
  /// By the formula of a target ≥100%; nil where the rate is, and in half-year monitoring.
  public let score: Points?
  /// How the score came about, or why there is none.
  public let derivation: Derivation
}

/// A sheet after scoring. A class, as `Indicator` is.
public final class Scorecard: Sendable {
  /// The facts that were scored.
  public let sheet: Sheet
  /// Points for `year`, lights for `half`.
  public let period: Period
  /// One for each indicator, in sheet order: `rows[ordinal - 1]`.
  public let rows: [ScoredIndicator]
  /// The sheet's money.
  public let execution: Execution
  /// Nil where the rubric has none, or the sheet's own indicator is it.
  public let executionRow: ExecutionRow?
  /// Whether the weights were allotted by the rubric rather than given.
  public let weightsAllotted: Bool
  /// Sum of all weights, the execution row included.
  public let weightTotal: Points
  /// Sum of the weights of what applies; less than `weightTotal` where something is 不适用.
  public let applicableWeight: Points
  /// 折算得分 where something is 不适用, else the plain sum; nil for half-year monitoring.
  public let total: Points?
  /// The same with rule scores only.
  public let ruleTotal: Points?
  /// 等级 of `total`; nil where that is.
  public let grade: Grade?
  /// The worst light of indicators and money in half-year monitoring.
  public let signal: Signal?

  init(
    sheet: Sheet, period: Period, rows: [ScoredIndicator], execution: Execution, executionRow: ExecutionRow?,
    weightsAllotted: Bool, weightTotal: Points, applicableWeight: Points, total: Points?, ruleTotal: Points?,
    grade: Grade?, signal: Signal?
  ) {
    (self.sheet, self.period, self.rows, self.execution) = (sheet, period, rows, execution)
    (self.executionRow, self.weightsAllotted) = (executionRow, weightsAllotted)
    (self.weightTotal, self.applicableWeight) = (weightTotal, applicableWeight)
    (self.total, self.ruleTotal, self.grade, self.signal) = (total, ruleTotal, grade, signal)
  }

  /// 项目名称, or 部门整体.
  public var name: String { sheet.name }
  /// Whether the total was converted to 100 because something is 不适用 (折算).
  public var isConverted: Bool { applicableWeight != weightTotal }

  func row(_ ordinal: Int) -> ScoredIndicator { rows[ordinal - 1] }
}
