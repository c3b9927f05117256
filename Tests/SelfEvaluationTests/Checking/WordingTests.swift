// How findings and rules are worded: no full stop, advice begins with a verb, no foreign words but names.

import Testing

@testable import SelfEvaluation

@Suite struct WordingTests {
  /// What advice may begin with.
  static let verbs = [
    "安装", "全部", "按", "把", "报告", "补", "重新", "改", "核对", "加", "换", "减", "检查", "另存", "去掉", "删", "提供", "填", "统一",
    "写", "移", "用", "增", "找回", "只", "调整",
    "在", "催",
  ]

  /// Words of ASCII letters that are names.
  static let names: Set<String> = [
    "CSV", "DTD", "Excel", "WPS", "UTF", "GB", "GB18030", "CP936", "MiB", "O", "SHA", "HTML", "XML", "jixiao",
    "init", "verify",
    "explain", "report", "manifest", "json", "xlsx", "xls", "csv", "encoding", "templates", "rubric",
    "actuals", "unit",
    "projects", "budget", "targets", "rollup", "acknowledged", "Templates", "README", "md", "NAME", "E", "W",
    "N",
  ]

  @Test(arguments: Code.allCases) func rulesReadWell(_ code: Code) throws {
    let rule = try #require(RuleBook.rule(code))
    for text in [rule.title, rule.why, rule.remedy, rule.unexampled] {
      #expect(!text.hasSuffix("。"), "\(text)")
      #expect(!text.contains("请"), "\(text)")
      let strange = Self.words(of: text).filter { !Self.names.contains($0) }
      #expect(strange.isEmpty, "\(strange) in \(text)")
    }
    #expect(rule.title.count <= 24, "\(rule.title)")
    #expect(Self.verbs.contains { rule.remedy.hasPrefix($0) }, "\(rule.remedy)")
  }

  @Test(arguments: RuleBookTests.exampled) func findingsReadWell(_ code: Code) throws {
    let outcome = try #require(RuleBook.rule(code)?.firing?.outcome)
    for finding in outcome.findings {
      #expect(!finding.message.hasSuffix("。") && !finding.remedy.hasSuffix("。"), "\(finding.code.rawValue)")
      #expect(!finding.message.isEmpty && !finding.remedy.isEmpty)
      #expect(!finding.remedy.hasPrefix("请"), "\(finding.remedy)")
      #expect(!finding.message.contains("  "), "\(finding.message)")
    }
  }

  /// Runs of ASCII letters and digits that begin with a letter.
  static func words(of text: String) -> [String] {
    text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init).filter {
      $0.first?.isLetter == true
    }
  }
}
