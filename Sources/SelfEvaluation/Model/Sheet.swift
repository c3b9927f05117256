// The facts of one sheet: its indicators with targets and what was filed for them, and its money.

/// Year-end report or half-year monitoring.
public enum Period: String, Sendable, CaseIterable {
  case year, half
}

/// One row of a targets sheet.
public struct Indicator: Hashable, Sendable {
  /// Counts from 1 in file order within its sheet (序号).
  public let ordinal: Int
  public let levelOne: String
  public let levelTwo: String
  /// 重点工作; empty where the sheet has none.
  public let keyTask: String
  /// 三级指标: the name as written.
  public let name: String
  public let half: StatedTarget?
  /// Nil only where reading failed; then there is an error finding.
  public let year: StatedTarget?
  /// 分值 as printed: empty, `/` or a number.
  public let weightText: String
  public let weight: Points?
  /// The row.
  public let origin: Origin

  /// The target of a period; an empty half-year target means the annual one (FORMATS §2).
  public func target(in period: Period) -> StatedTarget? {
    period == .half ? half ?? year : year
  }
}

/// 收入 or 支出.
public enum MoneyDirection: String, Sendable {
  case income = "收入"
  case expense = "支出"
}

/// One row of the money block, in 万元; nil where the cell is empty.
public struct MoneyLine: Hashable, Sendable {
  public let direction: MoneyDirection
  /// 资金名称.
  public let name: String
  /// 年初预算数; equals `budget` where the cell is empty.
  public let initial: Quantity
  /// 全年预算数: the current, adjusted one, the denominator of the execution rate.
  public let budget: Quantity
  public let halfPlan: Quantity?
  public let halfExecuted: Quantity?
  public let executed: Quantity?
  /// A total that is reconciled, never summed: 资金总额, and 项目支出 beside lines named after projects.
  public internal(set) var isTotal: Bool
  public let origin: Origin
}

/// One sheet: a project, or the unit as a whole (部门整体).
public struct Sheet: Sendable {
  /// The name of the unit's own sheet in every file.
  public static let unitName = "部门整体"

  public let name: String
  public internal(set) var indicators: [Indicator]
  /// What was filed, by `Indicator.ordinal`.
  public internal(set) var filings: [Int: Filing]
  public internal(set) var money: [MoneyLine]

  public var isUnit: Bool { name == Sheet.unitName }

  /// Expense lines that are no totals.
  var expenses: [MoneyLine] { money.filter { $0.direction == .expense && !$0.isTotal } }
  /// Income lines that are no totals.
  var sources: [MoneyLine] { money.filter { $0.direction == .income && !$0.isTotal } }
}
