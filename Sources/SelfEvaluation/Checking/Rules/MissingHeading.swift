// E201: no heading row with the required columns.

extension Rule {
  static let missingHeading = Rule(
    .missingHeading,
    title: "缺少必需的列",
    why: "各列按名称识别，与次序无关；前十行中找不到含全部必需列的一行，就不知道每一格是什么",
    remedy: "补上或改正列名；括号和全半角不同不要紧",
    firing: Example(.replace("targets.csv", "三级指标,", with: "指标名称,")),
    clean: Example(.replace("targets.csv", "全年指标值", with: "年度指标值")))
}
