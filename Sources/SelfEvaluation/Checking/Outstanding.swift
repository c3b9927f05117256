// 催报清单: who has not handed in, so that he can be asked.

/// A sheet that still owes actuals.
public struct Outstanding: Hashable, Sendable {
  /// 项目名称, or 部门整体.
  public let project: String
  /// The indicators without an actual, in the order of the sheet.
  public let missing: [String]
  /// How many it hands in when all are there: those missing and those that came in.
  public let of: Int

  /// Whether nothing at all has come in.
  public var isWhole: Bool { missing.count == of }

  /// The sheets of a submission that owe something; none where the actuals are there and could not be read, as
  /// nobody can tell then.
  static func list(
    _ findings: [Finding], projects: [Scorecard], unit: UnitScorecard, _ submission: Submission,
    _ period: Period
  ) -> [Outstanding] {
    guard !Cascades.areActualsUnreadable(findings, submission) else { return [] }
    let reported = findings.filter { $0.code == .missingActual }
    return ([unit.card].compactMap { $0 } + projects).compactMap { card in
      let names = Set(reported.filter { $0.sheet == card.name }.compactMap(\.indicator))
      let missing = card.rows.filter { row in
        row.achievement == nil && names.contains(row.indicator.name) && !row.hasText(in: period)
          && Folding.key(row.indicator.name) != WeightAllotter.executionRate
      }
      guard !missing.isEmpty else { return nil }
      // What came in, though it may be unreadable, or stand aside for a rolled-up figure.
      let filed = card.rows.count { $0.hasText(in: period) }
      return Outstanding(
        project: card.name, missing: missing.map(\.indicator.name), of: filed + missing.count)
    }
  }
}

extension ScoredIndicator {
  fileprivate func hasText(in period: Period) -> Bool { !(filing?.text(in: period) ?? "").isEmpty }
}
