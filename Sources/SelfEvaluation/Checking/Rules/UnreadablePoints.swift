// E307: points that are no number.

extension Rule {
  static let unreadablePoints = Rule(
    .unreadablePoints,
    title: "自评得分无法识别",
    why: "得分是至多两位小数的非负数，“满分”之类的文字无法相加",
    remedy: "填写如“3.90”的数，或留空由规则计分",
    firing: Example(.replace("actuals.csv", "28600台,,", with: "28600台,满分,")),
    clean: Example(.replace("actuals.csv", "28600台,,", with: "28600台,15.00,")))
}
