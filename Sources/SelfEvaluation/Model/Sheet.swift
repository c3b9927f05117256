// The facts of one sheet: its indicators, what was filed for them, and its money.

/// Year-end report or half-year monitoring.
public enum Period: String, Sendable, CaseIterable {
  /// 绩效自评价 at year end with points; 绩效运行监控 at mid-year with lights.
  case year, half

  /// What follows `2023年` in headings: 度, at half-year 上半年.
  var span: String { self == .half ? "上半年" : "度" }

  /// `2023年度` or `2023年上半年`.
  func span(of year: Int) -> String { "\(year)年\(span)" }
}

/// 收入 or 支出.
public enum MoneyDirection: String, Sendable {
  /// What money comes in, by source.
  case income = "收入"
  /// What it is spent on.
  case expense = "支出"
}

/// One row of the money block, in 万元; nil where the cell is empty.
public struct MoneyLine: Hashable, Sendable {
  /// 收支.
  public let direction: MoneyDirection
  /// 资金名称.
  public let name: String
  /// 年初预算数; equals `budget` where the cell is empty.
  public let initial: Quantity
  /// 全年预算数: the current, adjusted one, the denominator of the execution rate.
  public let budget: Quantity
  /// 半年计划执行数.
  public let halfPlan: Quantity?
  /// 半年执行数.
  public let halfExecuted: Quantity?
  /// 全年执行数.
  public let executed: Quantity?
  /// A total that is reconciled, never summed: 资金总额, and 项目支出 beside lines named after projects.
  public internal(set) var isTotal: Bool
  /// The row of `budget.csv`.
  public let origin: Origin
}

/// One sheet: a project, or the unit as a whole (部门整体).
public struct Sheet: Sendable {
  /// The name of the unit's own sheet in every file.
  public static let unitName = "部门整体"

  /// 项目名称, or `unitName`.
  public let name: String
  /// Whether it is the unit's own.
  public let isUnit: Bool
  /// In file order, 序号 from 1.
  public internal(set) var indicators: [Indicator]
  /// What was filed, by `Indicator.ordinal`.
  public internal(set) var filings: [Int: Filing]
  /// Income and expenses in file order, totals among them.
  public internal(set) var money: [MoneyLine]

  init(name: String, indicators: [Indicator], filings: [Int: Filing], money: [MoneyLine]) {
    (self.name, self.indicators, self.filings, self.money) = (name, indicators, filings, money)
    isUnit = name == Sheet.unitName
  }

  /// Expense lines that are no totals.
  var expenses: [MoneyLine] { money.filter { $0.direction == .expense && !$0.isTotal } }
  /// Income lines that are no totals.
  var sources: [MoneyLine] { money.filter { $0.direction == .income && !$0.isTotal } }
}
