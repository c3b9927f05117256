// W421: a filed execution rate that is not the one of the money.

extension Rule {
  static let executionDiffers = Rule(
    .executionDiffers,
    title: "填报的预算执行率与资金不符",
    why: "预算执行率由执行数和全年预算数决定，分母是调整后的全年预算数；填报数按它写出的位数与计算数比较，计分用填报数",
    remedy: "核对 budget.csv 的执行数和预算数，或改正填报的执行率",
    firing: Example(.append("actuals.csv", "强制检定经费,,预算执行率,50%,98%,,,,支付明细\n")),
    clean: Example(
      .replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,100,195.1"),
      .append("actuals.csv", "强制检定经费,,预算执行率,50%,98%,,用车节约,,支付明细\n"))
  ) { examination in
    examination.unit.reconciliation.compactMap { check in
      guard check.verdict == .differs, check.id.hasPrefix("G06") else { return nil }
      let difference = check.distance.isEmpty ? "" : "，相差\(check.distance)\(check.distanceUnit)"
      return Finding(
        .executionDiffers, at: check.origin.map(Place.cell) ?? .submission, sheet: check.sheet,
        indicator: WeightAllotter.executionRate,
        "填报的预算执行率是\(check.left)，按资金计算是\(check.right)\(difference)",
        remedy: "核对 budget.csv 的执行数和预算数，或改正填报的执行率")
    }
  }
}
