// Findings for a terminal: position, level and code, the line read with a caret under the cell, and what to do.

/// `jixiao check --format text`.
public enum FindingText {
  /// One finding in several lines, ending with a line feed.
  public static func text(_ finding: Finding, _ texts: [SourceText], colour: Bool = false) -> String {
    var lines: [String] = []
    let level = "\(finding.severity.rawValue)[\(finding.code.rawValue)]"
    let head = colour ? "\(paint(finding.severity))\(level)\u{1B}[0m" : level
    lines.append("\(position(finding.place, texts)): \(head): \(VisibleText.shown(finding.message))")
    if case .cell(let origin) = finding.place {
      let (line, caret) = texts[Int(origin.file)].excerpt(of: origin)
      lines += ["  \(line)", "  \(caret)"]
    }
    if let reason = finding.acknowledgement { lines.append("  已说明：\(VisibleText.shown(reason))") }
    lines.append("  改法：\(VisibleText.shown(finding.remedy))")
    return lines.joined(separator: "\n") + "\n"
  }

  /// `actuals.csv:40:5`, the file alone, or 填报目录.
  public static func position(_ place: Place, _ texts: [SourceText]) -> String {
    switch place {
    case .cell(let origin):
      let location = texts[Int(origin.file)].location(of: origin)
      return "\(location.path):\(location.line):\(location.column)"
    case .file(let path): return path
    case .submission: return "填报目录"
    }
  }

  /// 催报清单 in lines, ending with a line feed; empty where everybody has handed in.
  public static func outstanding(_ entries: [Outstanding]) -> String {
    guard !entries.isEmpty else { return "" }
    let lines = entries.map { "  \(VisibleText.shown($0.project))：\(VisibleText.shown($0.summary))" }
    return (["催报清单：\(entries.count) 张表没有交齐完成值"] + lines).joined(separator: "\n") + "\n"
  }

  /// `错误 2 条，警告 1 条，提示 3 条`; 已说明 are counted apart.
  public static func summary(_ findings: [Finding]) -> String {
    let open = findings.filter { $0.acknowledgement == nil }
    var parts = Severity.allCases.map { level in
      "\(level.rawValue) \(open.count { $0.severity == level }) 条"
    }
    if open.count < findings.count { parts.append("已说明 \(findings.count - open.count) 条") }
    return parts.joined(separator: "，")
  }

  private static func paint(_ severity: Severity) -> String {
    switch severity {
    case .error: "\u{1B}[1;31m"
    case .warning: "\u{1B}[1;33m"
    case .note: "\u{1B}[1;36m"
    }
  }
}
