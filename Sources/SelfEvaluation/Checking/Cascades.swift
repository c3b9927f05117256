// One mistake, one finding: what only follows from a file that could not be read is not said again.

enum Cascades {
  /// Without the E230 of every single indicator where no actuals could be read at all and that is said already.
  static func without(_ findings: [Finding], _ submission: Submission) -> [Finding] {
    guard submission.sheets.allSatisfy(\.filings.isEmpty),
      findings.contains(where: { $0.severity == .error && concernsActuals($0, submission.texts) })
    else { return findings }
    return findings.filter { $0.code != .missingActual }
  }

  private static func concernsActuals(_ finding: Finding, _ texts: [SourceText]) -> Bool {
    switch finding.place {
    case .cell(let origin): texts[Int(origin.file)].path.lowercased().hasPrefix("actuals")
    case .file(let path): path.lowercased().hasPrefix("actuals")
    case .submission: false
    }
  }
}
