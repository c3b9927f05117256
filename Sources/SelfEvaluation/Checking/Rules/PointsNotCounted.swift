// W333: points that were filed and count nowhere.

extension Rule {
  static let pointsNotCounted = Rule(
    .pointsNotCounted,
    title: "自评得分没有计入",
    why: "不适用的指标不计分，总分按适用的分值折算；评分办法单列一行的预算执行率按执行率计分，另报的分数没有地方可放",
    remedy: "删去这一行的自评得分；确要计分的，填写完成值和分值",
    firing: Example(.replace("actuals.csv", "11套,21套,,,,验收单", with: "11套,不适用,5,计划取消,,验收单")),
    clean: Example(.replace("actuals.csv", "11套,21套,,,,验收单", with: "11套,不适用,,计划取消,,验收单")))
}
