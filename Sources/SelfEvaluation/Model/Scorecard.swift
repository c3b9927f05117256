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
  public let actual: Actual
  /// As shown in 实际完成值.
  public let text: String
  public let source: FigureSource
}

/// 亮灯 of half-year monitoring, from worst to best.
public enum Light: Int, Sendable, CaseIterable, Comparable {
  case red, yellow, green, blue

  public static func < (left: Light, right: Light) -> Bool { left.rawValue < right.rawValue }

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
  public let light: Light
  public let notDue: Bool

  public var word: String { notDue ? "\(light.word)（未到期）" : light.word }
}

/// One indicator with its weight, its actual and its points. A class, as `Indicator` is.
public final class ScoredIndicator: Sendable {
  public let indicator: Indicator
  /// Nil where the indicator carries no points: given as empty, or shown only beside a separate execution row.
  public let weight: Points?
  /// The target of the period.
  public let target: StatedTarget?
  public let achievement: Achievement?
  /// 完成率 in percent, two decimals; nil where it has no meaning.
  public let completion: Quantity?
  public let ruleScore: Points?
  /// 自评得分, where the unit filed one.
  public let reported: Points?
  public let derivation: Derivation?
  /// Nil at year end.
  public let signal: Signal?
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
  public var isNotApplicable: Bool {
    if case .notApplicable? = achievement?.actual { true } else { false }
  }
  /// 偏差原因 and 改进措施 as filed.
  public var reason: String { filing?.reason ?? "" }
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
  public let initial: Quantity
  public let budget: Quantity
  /// Nil where some line has no figure.
  public let halfPlan: Quantity?
  public let halfExecuted: Quantity?
  public let executed: Quantity?
  /// 预算执行率 of the period in percent, four decimals; nil when the budget is 0 or figures are missing.
  public let rate: Quantity?
  public let period: Period
  /// The light of the money in half-year monitoring.
  public let signal: Signal?

  /// What was spent in the period.
  public var spent: Quantity? { period == .half ? halfExecuted : executed }
}

/// The separate row 预算执行率 some rubrics add.
public struct ExecutionRow: Hashable, Sendable {
  public let weight: Points
  /// The rate scored, in percent; nil when it cannot be computed: the row is then not applicable.
  public let rate: Quantity?
  public let score: Points?
  public let derivation: Derivation
}

/// A sheet after scoring. A class, as `Indicator` is.
public final class Scorecard: Sendable {
  public let sheet: Sheet
  public let period: Period
  public let rows: [ScoredIndicator]
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

  public var name: String { sheet.name }
  /// Whether the total was converted to 100 because something is 不适用 (折算).
  public var isConverted: Bool { applicableWeight != weightTotal }

  func row(_ ordinal: Int) -> ScoredIndicator { rows[ordinal - 1] }
}
