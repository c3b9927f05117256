// E236: unit.csv without the unit's name or the year.

extension Rule {
  static let missingKey = Rule(
    .missingKey,
    title: "缺少单位名称或年度",
    why: "每一页都要写明是谁、哪一年的自评；没有年度，也无法判断日期是否在年度内",
    remedy: "增加这一行并填写内容",
    firing: Example(.replace("unit.csv", "年度,2023\n", with: "")),
    clean: Example(.replace("unit.csv", "年度,2023\n", with: "年　度,2023\n")))
}
