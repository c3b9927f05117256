// W420: two figures that ought to agree and do not.

extension Rule {
  /// Groups of checks that have findings of their own: W421, W412 and W413.
  private static let reportedElsewhere = ["G06", "G07", "G08"]

  static let doesNotReconcile = Rule(
    .doesNotReconcile,
    title: "勾稽不符",
    why: "来源与总额、收入与支出、单位与项目、计划与目标之间有确定的等式；不相等就至少有一处填错，全部校验见“数据/勾稽校验.csv”",
    remedy: "核对两处的数，改正错的一处；口径不同的，在 acknowledged.csv 中说明",
    firing: Example(.replace("budget.csv", "强制检定经费,收入,资金总额,,200", with: "强制检定经费,收入,资金总额,,210")),
    clean: Example(.replace("budget.csv", "强制检定经费,收入,资金总额,,200", with: "强制检定经费,收入,资金总额,,200.00"))
  ) { examination in
    examination.unit.reconciliation.compactMap { check in
      guard check.verdict == .differs, !reportedElsewhere.contains(where: check.id.hasPrefix) else { return nil }
      return examination.finding(
        .doesNotReconcile, check, remedy: "核对两处的数，改正错的一处；口径不同的，在 acknowledged.csv 中说明")
    }
  }
}
