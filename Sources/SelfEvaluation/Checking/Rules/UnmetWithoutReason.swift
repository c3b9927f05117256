// W310: a target missed, and not a word about it.

extension Rule {
  static let unmetWithoutReason = Rule(
    .unmetWithoutReason,
    title: "未完成而没有写偏差原因",
    why: """
      财预〔2020〕10号要求对未完成的目标分析原因、说明下一步措施；没有原因，审核的人只能退回。\
      汇总和计算得来的数在来源处说明，不在此列；运行监控只看红灯和黄灯
      """,
    remedy: "写明偏差原因和改进措施",
    firing: Example(.replace("actuals.csv", "28600台", with: "27320台")),
    clean: Example(.replace("actuals.csv", "28600台,,", with: "27320台,,送检量低于预期"))
  ) { examination in
    examination.rows.compactMap { examined in
      guard examined.filedOrigin != nil, examined.row.isMet == false, examined.row.reason.isEmpty,
        !examined.row.meetsStrictSignExactly
      else { return nil }
      var light = ""
      if examination.period == .half {
        guard let signal = examined.row.signal, signal.light <= .yellow else { return nil }
        light = "，亮\(signal.word)"
      }
      let rate = Completion.text(examined.row.completion, examined.row.target?.target)
      return examined.aboutActual(
        .unmetWithoutReason,
        "完成值“\(examined.row.achievement?.text ?? "")”未达到指标值“\(examined.targetText)”"
          + "\(rate.isEmpty ? "" : "（\(rate)）")\(light)，没有写偏差原因", remedy: "在“偏差原因”列写明原因，并写改进措施")
    }
  }
}
