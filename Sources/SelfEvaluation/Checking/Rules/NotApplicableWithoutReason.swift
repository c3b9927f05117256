// E232: 不适用 without a word of explanation.

extension Rule {
  static let notApplicableWithoutReason = Rule(
    .notApplicableWithoutReason,
    title: "不适用而没有说明",
    why: "不适用的指标不计分，总分按其余分值折算；没有说明，就成了去掉难完成的指标",
    remedy: "写明为何不适用，填在“偏差原因”列",
    firing: Example(.replace("actuals.csv", "91%,92%,,,,满意度调查", with: "91%,不适用,,,,")),
    clean: Example(.replace("actuals.csv", "91%,92%,,,,满意度调查", with: "91%,不适用,,全年未对外服务,,")))
}
