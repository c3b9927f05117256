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
      guard check.verdict == .differs, !reportedElsewhere.contains(where: check.id.startsWithBytes) else {
        return nil
      }
      return examination.finding(.doesNotReconcile, check, remedy: remedy(check))
    }
  }

  private static func remedy(_ check: ReconciliationCheck) -> String {
    switch check.id.prefix(3) {
    case "G10": "统一计量单位；口径不同的，改名以示区别"
    case "G13": "核对成本指标与支出行；口径不同的，在 acknowledged.csv 中说明"
    case "G14": "统一两个执行率的目标，或删去一个"
    default: "核对两处的数，改正错的一处；口径不同的，在 acknowledged.csv 中说明"
    }
  }
}
