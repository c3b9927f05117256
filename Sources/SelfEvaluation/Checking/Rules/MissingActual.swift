// E230: an indicator without an actual for the period.

extension Rule {
  static let missingActual = Rule(
    .missingActual,
    title: "没有完成值",
    why: "每个指标都要有本期的完成值才能计分；没有填与“完成了0”不是一回事",
    remedy: "填写完成值；不适用的填“不适用”并写明偏差原因",
    firing: Example(.replace("actuals.csv", "14500台,28600台", with: "14500台,")),
    clean: Example(.replace("actuals.csv", "14500台,28600台", with: "14500台,"), period: .half))
}
