// What `jixiao explain CODE` prints: a rule with its reason, its cure and its examples, in 78 columns.

extension RuleBook {
  private static let width = 78

  /// The rule of a code in words, ending with a line feed.
  public static func explanation(of code: Code) -> String {
    guard let rule = rule(code) else { return "\(code.rawValue)\n" }
    var lines = Paragraph.lines(
      "\(code.rawValue)  \(code.severity.rawValue)  \(rule.title)", width: width, rest: "            ")
    lines += ["", "为什么"] + body(rule.why) + ["", "怎么改"] + body(rule.remedy)
    guard let firing = rule.firing, let clean = rule.clean else {
      return (lines + ["", "例"] + body(rule.unexampled)).joined(separator: "\n") + "\n"
    }
    lines += ["", "例（在一份没有问题的填报上改动）"] + firing.description.flatMap(body)
    lines += [""] + printed(code, in: firing)
    lines += ["", "这样就没有问题"] + clean.description.flatMap(body)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func body(_ text: String) -> [String] {
    let indent = String(text.prefix { $0 == " " }) + "  "
    return Paragraph.lines(String(text.drop { $0 == " " }), width: width, first: indent, rest: indent)
  }

  /// The first finding of the code, as it is printed; how many more there are.
  private static func printed(_ code: Code, in example: Example) -> [String] {
    guard let outcome = example.outcome else { return [] }
    let findings = outcome.findings.filter { $0.code == code }
    guard let finding = findings.first else { return [] }
    let texts = outcome.submission.texts
    let head = "\(FindingText.position(finding.place, texts)): \(code.severity.rawValue)[\(code.rawValue)]: "
    var lines = Paragraph.lines(
      head + VisibleText.shown(finding.message), width: width, first: "  ", rest: "    ")
    if case .cell(let origin) = finding.place {
      let (line, caret) = texts[Int(origin.file)].excerpt(of: origin, limit: width - 6)
      lines += ["    \(line)", "    \(caret)"]
    }
    lines += Paragraph.lines(
      "改法：\(VisibleText.shown(finding.remedy))", width: width, first: "    ", rest: "          ")
    if findings.count > 1 { lines.append("  （同样的还有\(findings.count - 1)处）") }
    return lines
  }
}

extension Example {
  /// What comes of examining the example with the default rubric.
  public var outcome: Pipeline.Outcome? {
    Day(year: 2024, month: 1, day: 15).map { date in
      var options = ReportOptions(date: date)
      options.period = period
      return Pipeline.examine(files, others: others, options: options)
    }
  }
}
