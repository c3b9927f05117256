// W322: spending filed as an output quantity.

extension Rule {
  static let paymentAsQuantity = Rule(
    .paymentAsQuantity,
    title: "资金支付列为数量指标",
    why: "数量指标反映做了多少事，资金支付、支出进度、执行率反映花了多少钱；放在一起等于把预算执行算了两次，复核时不予计分",
    remedy: "移到过程（预算执行）或时效指标之下，另设反映工作量的数量指标",
    firing: Example(
      .replace("targets.csv", "新增设备数量,≥10套,≥20套", with: "设备款支付率,≥50%,≥90%"),
      .replace("actuals.csv", "新增设备数量,11套,21套", with: "设备款支付率,55%,95%")),
    clean: Example(
      .replace("targets.csv", "数量指标,,新增设备数量,≥10套,≥20套", with: "时效指标,,设备款支付率,≥50%,≥90%"),
      .replace("actuals.csv", "新增设备数量,11套,21套", with: "设备款支付率,55%,95%"))
  ) { examination in
    examination.rows.compactMap { examined in
      guard examined.indicator.levelTwo.hasBytes("数量"),
        let word = payments.first(where: examined.indicator.key.text.hasBytes)
      else { return nil }
      return examined.finding(
        .paymentAsQuantity, at: examined.indicator.origin,
        "“\(examined.indicator.name)”含“\(word)”，反映的是花钱，却列在“\(examined.indicator.levelTwo)”之下",
        remedy: "移到过程（预算执行）或时效指标之下，另设反映工作量的数量指标")
    }
  }

  private static let payments = [
    "资金支付", "款支付", "支付率", "支付进度", "支出进度", "支出率", "执行率", "执行进度", "资金使用率", "资金到位", "资金拨付",
  ]
}
