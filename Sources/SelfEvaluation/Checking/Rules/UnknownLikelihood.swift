// W238: a likelihood in words of one's own.

extension Rule {
  static let unknownLikelihood = Rule(
    .unknownLikelihood,
    title: "完成目标可能性用语不合规定",
    why: "运行监控表只有三种说法：确定能、有可能、完全不可能；别的说法无法汇总",
    remedy: "改成“确定能”“有可能”或“完全不可能”",
    firing: Example(.column("actuals.csv", "完成目标可能性", ["", "应该能"])),
    clean: Example(.column("actuals.csv", "完成目标可能性", ["", "有可能"])))
}
