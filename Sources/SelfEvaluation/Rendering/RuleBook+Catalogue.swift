// The rule book as a Markdown page, CATALOGUE.md beside this file.

extension RuleBook {
  /// All rules with their examples, by number.
  public static func catalogue() -> String {
    let counts = Severity.allCases.map { level in
      "\(level.rawValue)\(rules.count { $0.code.severity == level })条"
    }
    var lines = [
      "# 问题编码", "",
      "共\(rules.count)条：\(counts.joined(separator: "，"))。E 是错误，不出报告；W 是警告，应当有人看；N 是提示。",
      "例子都是在一份没有问题的小填报上改动得来，程序的测试逐条运行它们；本页由规则生成，不要手改。", "",
      "| 编码 | 级别 | 问题 |", "|---|---|---|",
    ]
    lines += rules.map {
      "| [\($0.code.rawValue)](#\($0.code.rawValue.lowercased())) | \($0.code.severity.rawValue) | \($0.title) |"
    }
    for rule in rules { lines += [""] + entry(rule) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func entry(_ rule: Rule) -> [String] {
    // The explanation without its title and the blank line below it.
    let explanation = explanation(of: rule.code).split(separator: "\n", omittingEmptySubsequences: false)
    let start = explanation.firstIndex { $0 == "例（在一份没有问题的填报上改动）" }
    var lines = [
      "## <a id=\"\(rule.code.rawValue.lowercased())\"></a>\(rule.code.rawValue) \(rule.title)", "",
      "**为什么**　\(rule.why)", "", "**怎么改**　\(rule.remedy)", "",
    ]
    guard let start else { return lines + ["**例**　\(rule.unexampled)"] }
    lines += ["```text"] + explanation[start...].map(String.init).dropLast() + ["```"]
    return lines
  }
}
