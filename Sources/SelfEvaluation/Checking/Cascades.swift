// One mistake, one finding: what only follows from another fault is not said again.

enum Cascades {
  /// Without the E230 of every single indicator where no actuals could be read at all and that is said already, or
  /// where nothing of a sheet has come in: then one E247 says so.
  static func without(
    _ findings: [Finding], _ submission: Submission, _ outstanding: [Outstanding], _ period: Period
  ) -> [Finding] {
    if lacksActuals(submission), findings.contains(where: { isActualsFault($0, submission.texts) }) {
      return findings.filter { $0.code != .missingActual }
    }
    var findings = findings
    for entry in outstanding where entry.isWhole && entry.missing.count > 1 {
      guard let sheet = submission.sheets.first(where: { $0.name == entry.project }) else { continue }
      let wanted = Set(entry.missing)
      findings.removeAll {
        $0.code == .missingActual && $0.sheet == entry.project && $0.indicator.map(wanted.contains) ?? false
      }
      findings.append(notHandedIn(sheet, entry, submission.texts, period))
    }
    return findings
  }

  /// Whether there are files of actuals of which nothing could be read.
  static func areActualsUnreadable(_ findings: [Finding], _ submission: Submission) -> Bool {
    lacksActuals(submission)
      && findings.contains { $0.code != .missingFile && isActualsFault($0, submission.texts) }
  }

  private static func lacksActuals(_ submission: Submission) -> Bool {
    submission.sheets.allSatisfy(\.filings.isEmpty)
  }

  private static func notHandedIn(
    _ sheet: Sheet, _ entry: Outstanding, _ texts: [SourceText], _ period: Period
  ) -> Finding {
    // A form that came back blank is named; else the first target that waits for an actual.
    let blank = sheet.filings.values.min {
      ($0.origin.file, $0.origin.line) < ($1.origin.file, $1.origin.line)
    }
    let column = period == .half ? "半年完成值" : "全年完成值"
    let message = "“\(sheet.name)”没有交\(column)，\(entry.missing.count)个指标全都没有"
    guard let blank else {
      return Finding(
        .projectNotHandedIn, at: sheet.indicators.first.map { .cell($0.origin) } ?? .submission,
        sheet: sheet.name, message, remedy: "催交该表，放进 actuals 文件夹；已经交来的，核对表中的项目名称")
    }
    return Finding(
      .projectNotHandedIn, at: .file(texts[Int(blank.origin.file)].path), sheet: sheet.name,
      "\(message)：交来的表里这一列全是空的", remedy: "填写\(column)；不适用的填“不适用”并写明偏差原因")
  }

  private static func isActualsFault(_ finding: Finding, _ texts: [SourceText]) -> Bool {
    guard finding.severity == .error else { return false }
    return switch finding.place {
    case .cell(let origin): texts[Int(origin.file)].path.lowercased().hasPrefix("actuals")
    case .file(let path): path.lowercased().hasPrefix("actuals")
    case .submission: false
    }
  }
}
