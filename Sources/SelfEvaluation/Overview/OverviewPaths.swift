// Where the documents of an overview stand.

enum OverviewPaths {
  static let page = "汇总表.html"
  static let figures = "数据/指标汇总.csv"
  static let failed = "数据/未完成单位.csv"

  /// Units on one page; more go on further pages, which no browser could show as one.
  static let unitsOnPage = 10_000
  /// Rows of one lineage file: spreadsheets take a million, memory is the limit here.
  static let rowsInFile = 50_000

  /// A page of units, counted from 0.
  static func units(_ page: Int, _ format: DocumentFormat) -> String {
    page == 0 ? "汇总表.\(format.rawValue)" : "汇总表-\(number(page + 1)).\(format.rawValue)"
  }

  /// A lineage file of several, counted from 0.
  static func lineage(_ file: Int, of count: Int) -> String {
    count == 1 ? "数据/指标溯源.csv" : "数据/指标溯源-\(number(file + 1)).csv"
  }

  private static func number(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
