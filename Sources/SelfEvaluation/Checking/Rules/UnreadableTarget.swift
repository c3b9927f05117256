// E205: a target that begins like a number and is none.

extension Rule {
  static let unreadableTarget = Rule(
    .unreadableTarget,
    title: "指标值无法识别",
    why: "以比较符号或数字开头的就是定量指标，其后应是数字和计量单位；认不出时若当作定性，计分就全错了；没有年份的日期（“6月底”）、中间有空格的数字（“3 5台”）看不出原意，也在此列",
    remedy: "改成“≥28000台”“≤2.5%”“2023年12月31日”或“健全”这样的形式",
    firing: Example(.replace("targets.csv", "≥28000台", with: "≥28OOO台")),
    clean: Example(.replace("targets.csv", "≥28000台", with: "\"≥28,000台\"")))
}
