// What `jixiao explain` prints, and the catalogue that is generated from the same rules.

import Foundation
import Testing

@testable import SelfEvaluation

@Suite struct ExplanationTests {
  @Test(arguments: Code.allCases) func fitsATerminal(_ code: Code) {
    let text = RuleBook.explanation(of: code)
    #expect(text.hasPrefix("\(code.rawValue)  \(code.severity.rawValue)  "))
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= 78, "\(line)")
      #expect(line.last != " ", "\(line)")
    }
  }

  @Test func showsTheFindingWithItsCaret() {
    let text = RuleBook.explanation(of: .farAboveTarget)
    #expect(text.contains("actuals.csv：“28600台”改为“36401台”"))
    #expect(text.contains("  actuals.csv:5:24: 警告[W309]: 完成值“36401台”"))
    #expect(text.contains("\n    强制检定经费,,强制检定台件数,14500台,36401台"))
    #expect(text.contains("^^^^^^^"))
  }

  @Test func saysWhyThereIsNoExample() {
    #expect(RuleBook.explanation(of: .changedCell).contains("填报数据中没有这种情形"))
  }

  /// `JIXIAO_RECORD=1 swift test --filter catalogue` writes it anew, and fails so that nobody records unawares.
  @Test func catalogueIsUpToDate() throws {
    let file = Repository.root.appending(path: "Sources/SelfEvaluation/Checking/CATALOGUE.md")
    let wanted = RuleBook.catalogue()
    if ProcessInfo.processInfo.environment["JIXIAO_RECORD"] == "1" {
      try Data(wanted.utf8).write(to: file)
      Issue.record("CATALOGUE.md 已重写，去掉 JIXIAO_RECORD 再测一遍")
      return
    }
    let found = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(found == wanted, "CATALOGUE.md 已过时，用 JIXIAO_RECORD=1 swift test --filter catalogue 重写")
  }

  @Test(arguments: [
    ("按“等于”理解，如“≥90%”这样", 12, ["按“等于”理", "解，如“≥90%”", "这样"]),
    ("改 targets.csv 的一行", 14, ["改 targets.csv", "的一行"]), ("短", 10, ["短"]),
  ]) func paragraphsBreakByColumns(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(Paragraph.lines(text, width: width) == lines)
  }
}
