// A unit's line from its run.

extension UnitLine {
  /// The line of a unit whose report has been made.
  public init(_ report: CheckedReport, folder: String, id: String, output: String) {
    self.init(
      folder: folder, id: id, report.submission, report.options.period, report.rubric, report.findings,
      result: UnitResult(report, output: output), refusal: nil)
  }

  /// The line of a unit whose data allow no report.
  public init(refusing outcome: Pipeline.Outcome, options: ReportOptions, folder: String, id: String) {
    let hasErrors = outcome.findings.contains { $0.severity == .error }
    let reason = hasErrors ? "数据有错误" : "有警告，而 --fail-on-warning 把警告当作错误"
    self.init(
      outcome, options, folder: folder, id: id, .data,
      reason: "\(reason)：\(FindingText.summary(outcome.findings))", outcome.findings)
  }

  /// The line of a unit whose report failed its proof: the findings are ours.
  public init(
    faults: [Finding], of outcome: Pipeline.Outcome, options: ReportOptions, folder: String, id: String
  ) {
    self.init(
      outcome, options, folder: folder, id: id, .fault, reason: "生成的文件没有通过核验，这是本程序的错误", faults)
  }

  /// The line of a folder of which nothing is known but why it went no further.
  public init(
    _ failure: Failure, reason: String, options: ReportOptions, folder: String, unit: UnitIdentity? = nil
  ) {
    self.init(
      folder: folder, id: unit?.id ?? "", code: unit?.code ?? "", unit: unit?.name ?? "",
      year: unit.flatMap { $0.year == 0 ? nil : $0.year }, version: ToolVersion.current,
      period: options.period,
      rubric: RubricName(
        name: options.rubricFile?.path ?? options.rubricName, title: "", assumption: "", digest: ""),
      nature: "", counts: Counts(), result: nil,
      refusal: Refusal(failure: failure, reason: reason, findings: [], first: ""))
  }

  private init(
    _ outcome: Pipeline.Outcome, _ options: ReportOptions, folder: String, id: String, _ failure: Failure,
    reason: String, _ findings: [Finding]
  ) {
    let texts = outcome.submission.texts
    let grave = findings.min { $0.severity < $1.severity }
    let first = findings.first { $0.severity == grave?.severity && $0.acknowledgement == nil }
    self.init(
      folder: folder, id: id, outcome.submission, options.period, outcome.rubric, findings, result: nil,
      refusal: Refusal(
        failure: failure, reason: reason, findings: findings.map { FindingsJSON.finding($0, texts) },
        first: first.map {
          "\(FindingText.position($0.place, texts)): \($0.severity.rawValue)[\($0.code.rawValue)]: "
            + VisibleText.shown($0.message)
        } ?? ""))
  }

  private init(
    folder: String, id: String, _ submission: Submission, _ period: Period, _ rubric: Rubric,
    _ findings: [Finding], result: UnitResult?, refusal: Refusal?
  ) {
    let unit = submission.unit
    self.init(
      folder: folder, id: id, code: unit.text("单位编码"), unit: unit.name,
      year: unit.year == 0 ? nil : unit.year, version: ToolVersion.current, period: period,
      rubric: RubricName(
        name: rubric.name, title: rubric.title, assumption: rubric.assumption, digest: rubric.digest),
      nature: unit.dataNature, counts: Counts(findings), result: result, refusal: refusal)
  }
}

extension UnitLine.Counts {
  fileprivate init(_ findings: [Finding]) {
    for finding in findings {
      switch (finding.acknowledgement, finding.severity) {
      case (.some, _): acknowledged += 1
      case (nil, .error): errors += 1
      case (nil, .warning): warnings += 1
      case (nil, .note): notes += 1
      }
    }
  }
}

extension UnitResult {
  fileprivate init(_ report: CheckedReport, output: String) {
    let head = report.headline
    let rows = report.cards.flatMap(\.rows)
    let hasMoney = head.map { !$0.sheet.expenses.isEmpty } ?? false
    self.init(
      sheets: report.cards.count, score: head?.total, ruleScore: head?.ruleTotal, grade: head?.grade,
      light: head?.signal?.light,
      lights: Light.allCases.map { light in rows.count { $0.signal?.light == light } }, rows: rows.count,
      unmet: rows.count { $0.isMet == false }, budget: hasMoney ? head?.execution.budget : nil,
      spent: hasMoney ? head?.execution.spent : nil,
      indicators: head.map { UnitIndicator.all(of: $0, report) } ?? [], submission: report.submission.digest,
      output: output)
  }
}

extension UnitIndicator {
  /// The rows of a sheet; those without a readable target are none.
  fileprivate static func all(of card: Scorecard, _ report: CheckedReport) -> [UnitIndicator] {
    let figures = card.sheet.isUnit ? report.unit.figures : []
    return card.rows.compactMap { row in
      guard let target = row.target?.target else { return nil }
      let figure = figures.first { $0.entry.indicator.ordinal == row.indicator.ordinal }
      let actual = row.achievement?.actual
      let isNumber = actual?.number != nil
      var method = figure?.entry.method ?? .own
      var parts = figure?.parts
      // 预算执行率 computed from money is a quotient too: spent over budget, divided once for all units. It is
      // always in %: where the target has another unit, no quotient of its parts is the figure shown. Without a budget
      // it is 不适用, and of the same method as that of the units that have one.
      if row.achievement?.source == .computed, target.measure == .percent {
        method = .ratio
        parts = (isNumber ? card.execution.spent : nil).map { spent in
          RollUpParts(
            numerator: Int128(spent.millionths), denominator: Int128(card.execution.budget.millionths))
        }
      }
      var share: Quantity?
      if case .attainment(let grade, nil)? = actual { share = report.rubric.defaults[grade] ?? .zero }
      return UnitIndicator(
        name: row.indicator.name, levelOne: row.indicator.levelOne, levelTwo: row.indicator.levelTwo,
        target: target, actual: actual, words: isNumber ? "" : row.achievement?.text ?? "", isMet: row.isMet,
        method: method, parts: parts, share: share)
    }
  }
}
