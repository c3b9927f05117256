// Last year's figures from an output folder or from a submission examined again: both through 指标明细.

/// Why last year's figures cannot be used.
public struct PreviousFault: Error, Sendable, CustomStringConvertible {
  /// Chinese, without a full stop.
  public let description: String
}

extension PreviousFigures {
  /// Path of the details inside an output folder.
  public static var detailsPath: String { OutputPaths.indicators }

  /// From an output folder: its 指标明细.csv and its manifest.
  /// - Throws: what is wrong with them, that they were changed since they were written, or that they are of another
  ///   period.
  public init(details: SourceFile, manifest: [UInt8], period: Period) throws(PreviousFault) {
    guard let listed = ManifestFile(manifest) else {
      throw PreviousFault(description: "上年输出文件夹里的 manifest.json 不是本工具写的清单，或已损坏")
    }
    if case .broken = ManifestSeal(of: manifest) {
      throw PreviousFault(description: "上年的 manifest.json 生成之后被改动过，不能作为上年数据；找回原来的文件夹，或重新生成上年报告")
    }
    guard let entry = listed.entry(at: details.path) else {
      throw PreviousFault(description: "上年的“\(details.path)”不在清单里，不能作为上年数据；重新生成上年报告")
    }
    guard Digest.sha256(details.bytes) == entry.sha256 else {
      throw PreviousFault(description: "上年的“\(details.path)”生成之后被改动过，不能作为上年数据；找回原来的文件，或重新生成上年报告")
    }
    guard listed.period == nil || listed.period == period.rawValue else {
      throw PreviousFault(description: "上年的文件夹是\(period == .half ? "年度自评" : "半年运行监控")的，与本次的期间不同")
    }
    let (text, findings) = TextDecoder.decode(details, index: 0, limit: .max)
    guard let text, !findings.contains(where: { $0.severity == .error }) else {
      throw PreviousFault(description: "上年的“\(details.path)”无法读取")
    }
    guard case .success(let rows) = CSVReader.texts(of: text, delimiter: .comma) else {
      throw PreviousFault(description: "上年的“\(details.path)”不是完整的CSV")
    }
    try self.init(
      unit: listed.unit, year: listed.year, rows: rows.map { $0.map(CSVGuard.unguarded) })
  }

  /// From a report of last year's submission.
  public init(_ report: CheckedReport) throws(PreviousFault) {
    let details = IndicatorLayout(
      report: report, names: SourceNames(texts: report.submission.texts), paths: OutputPaths(report))
    try self.init(
      unit: report.submission.unit.name, year: report.submission.unit.year, rows: details.table().csvRows)
  }

  private init(unit: String?, year: Int?, rows: [[String]]) throws(PreviousFault) {
    self.init(unit: unit, year: year)
    let headings = rows.first ?? []
    let wanted = ["表", "二级指标", "三级指标", "完成值", "计量单位"].map { headings.firstIndex(of: $0) }
    guard let last = wanted.compactMap({ $0 }).max(), !wanted.contains(nil) else {
      throw PreviousFault(description: "上年的“\(OutputPaths.indicators)”缺少应有的列")
    }
    let columns = wanted.compactMap { $0 }
    for row in rows.dropFirst() where row.count > last {
      let bare = row[columns[3]]
      guard !bare.isEmpty else { continue }
      add(
        Entry(bare: bare, measure: CSVGuard.isPlainNumber(bare) ? row[columns[4]] : ""),
        sheet: row[columns[0]],
        levelTwo: row[columns[1]], name: row[columns[2]])
    }
  }
}

extension PreviousFigures {
  /// How this year's figure stands to last year's.
  struct Comparison {
    let entry: Entry
    /// This year less last year in the unit of both; nil for words and dates, and where the units differ.
    let change: Quantity?
  }

  static let columns = [TableColumn("上年完成值", .value), TableColumn("增减", .number)]

  func comparison(of row: ScoredIndicator, on card: Scorecard) -> Comparison? {
    guard let entry = entry(card.name, row.indicator) else { return nil }
    guard case .number(let now)? = row.achievement?.actual, CSVGuard.isPlainNumber(entry.bare),
      let numeral = try? Numeral(reading: entry.bare)
    else { return Comparison(entry: entry, change: nil) }
    let (measure, earlier) = (
      row.target?.target.measure ?? .none, Measure(folded: Folding.key(entry.measure))
    )
    let then = earlier.agrees(with: measure) ? earlier.convert(numeral.quantity, to: measure) : nil
    return Comparison(entry: entry, change: then.flatMap(now.minus))
  }

  /// The two columns of a row; blank where nothing matches, and for rows that are no indicator.
  func cells(of row: ScoredIndicator?, on card: Scorecard) -> [String] {
    guard let row, let found = comparison(of: row, on: card) else { return ["", ""] }
    return [found.entry.text, found.change?.text ?? ""]
  }

  /// How many indicators of some cards have a figure of last year.
  func matches(_ cards: [Scorecard]) -> Int {
    cards.reduce(0) { sum, card in sum + card.rows.count { entry(card.name, $0.indicator) != nil } }
  }

  /// What the years have to do with each other, where they do not follow one another; else nil.
  public func yearRemark(for year: Int) -> String? {
    guard let own = self.year else { return "上年完成值的来源没有写明年度" }
    return own == year - 1 ? nil : "上年完成值取自\(own)年度，与\(year)年度不相连"
  }

  /// That the figures are another unit's, where its name is not this year's; else nil. Units are renamed: no fault.
  public func unitRemark(for unit: String) -> String? {
    guard let own = self.unit, Folding.key(own) != Folding.key(unit) else { return nil }
    return "上年完成值取自“\(VisibleText.shown(own))”，与本次的单位“\(VisibleText.shown(unit))”名称不同"
  }

  /// All that is to be said of where the figures come from, each without a full stop.
  public func remarks(for unit: BudgetUnit) -> [String] {
    [unitRemark(for: unit.name), yearRemark(for: unit.year)].compactMap(\.self)
  }

  /// The note under a form.
  func note(of card: Scorecard, in report: CheckedReport) -> String {
    let source = year.map { "\($0)年度的数据" } ?? "所给的上年数据"
    let remark = remarks(for: report.submission.unit).map { "\($0)。" }.joined()
    return
      "上年完成值取自\(source)，按表、二级指标和三级指标的名称对应：\(card.rows.count)项中对应\(matches([card]))项；增减为本年减上年，单位同指标值。\(remark)"
  }
}
