// N217: a target without a comparator, read as equal.

extension Rule {
  static let bareNumber = Rule(
    .bareNumber,
    title: "指标值没有比较符号",
    why: "表格软件会把“=100%”算成“100%”，所以没有符号的数按“等于”理解；若原意是“不低于”，超额时的提示会不同",
    remedy: "补上“≥”“≤”；确为“等于”时不必改动",
    firing: Example(.replace("targets.csv", "≥20套", with: "20套")),
    clean: Example(.replace("targets.csv", "≥20套", with: "20套以上")))
}
