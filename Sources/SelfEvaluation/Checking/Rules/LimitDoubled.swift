// W331: twice the limit or more.

extension Rule {
  static let limitDoubled = Rule(
    .limitDoubled,
    title: "完成值达到上限的两倍",
    why: "成本上限160万元而花了386万元，不是小的偏差：或是金额单位写错，或是目标形同虚设；按规则这一项不得分",
    remedy: "核对金额单位和完成值；属实的，写明原因并重新测算上限",
    firing: Example(.replace("actuals.csv", "500元/人/天,520元/人/天,,", with: "500元/人/天,1100元/人/天,,会期集中")),
    clean: Example(.replace("actuals.csv", "500元/人/天,520元/人/天,,", with: "500元/人/天,1099元/人/天,,会期集中"))
  ) { examination in
    examination.rows.compactMap { examined in
      guard case .number(let comparator, let limit, _)? = examined.row.target?.target, !comparator.isUpward,
        limit.isPositive, examined.filedOrigin != nil, let value = examined.row.achievement?.actual.number,
        Int128(value.millionths) >= 2 * Int128(limit.millionths)
      else { return nil }
      return examined.aboutActual(
        .limitDoubled, "完成值“\(examined.row.achievement?.text ?? "")”达到上限“\(examined.targetText)”的两倍以上",
        remedy: "核对计量单位和完成值；属实的，写明原因并重新测算上限")
    }
  }
}
