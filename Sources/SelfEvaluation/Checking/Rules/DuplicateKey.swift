// E241: a key of unit.csv twice.

extension Rule {
  static let duplicateKey = Rule(
    .duplicateKey,
    title: "同一项写了两次",
    why: "单位名称、年度等只能有一个内容，写了两次就不知道以哪一个为准；只有“年度目标”可以写几行",
    remedy: "只保留一行",
    firing: Example(.append("unit.csv", "单位名称,示例检验中心\n")),
    clean: Example(.append("unit.csv", "年度目标,新增一批检定设备\n")))
}
