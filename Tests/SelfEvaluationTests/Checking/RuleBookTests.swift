// Every code has one rule, and every rule's examples show what it says.

import SelfEvaluation
import Testing

@testable import SelfEvaluation

@Suite struct RuleBookTests {
  @Test func everyCodeHasExactlyOneRule() {
    for code in Code.allCases { #expect(RuleBook.rules.count { $0.code == code } == 1, "\(code.rawValue)") }
    #expect(RuleBook.rules.count == Code.allCases.count)
  }

  @Test func rulesStandInTheOrderOfTheirNumbers() {
    let numbers = RuleBook.rules.map { Int($0.code.rawValue.dropFirst()) ?? 0 }
    #expect(numbers == numbers.sorted())
    #expect(Set(numbers).count == numbers.count)
    #expect(RuleBook.rules.map(\.code) == Code.allCases)
  }

  @Test(arguments: RuleBook.rules) func saysWhatWhyAndHow(_ rule: Rule) {
    #expect(!rule.title.isEmpty && !rule.why.isEmpty && !rule.remedy.isEmpty)
    #expect((rule.firing == nil) == !rule.unexampled.isEmpty)
    #expect((rule.clean == nil) == (rule.firing == nil))
  }

  @Test(arguments: RuleBook.rules.filter { $0.firing != nil }) func firesOnItsExample(_ rule: Rule) throws {
    let example = try #require(rule.firing)
    #expect(example.idleEdits.isEmpty, "\(rule.code.rawValue): \(example.idleEdits)")
    let outcome = try #require(example.outcome)
    let found = outcome.findings.filter { $0.code == rule.code }
    #expect(!found.isEmpty, "\(rule.code.rawValue) does not fire: \(codes(outcome))")
    for finding in found { print(Trace.line(finding, outcome)) }
    print("      beside it:", Set(outcome.findings.map(\.code)).subtracting([rule.code]).map(\.rawValue).sorted().joined(separator: " "))
  }

  @Test(arguments: RuleBook.rules.filter { $0.clean != nil }) func isSilentOnItsNearMiss(_ rule: Rule) throws {
    let example = try #require(rule.clean)
    #expect(example.idleEdits.isEmpty, "\(rule.code.rawValue): \(example.idleEdits)")
    let outcome = try #require(example.outcome)
    #expect(!outcome.findings.contains { $0.code == rule.code && $0.acknowledgement == nil }, "\(rule.code.rawValue) fires")
    print("\(rule.code.rawValue) clean has:", codes(outcome))
  }

  @Test(arguments: Period.allCases) func theBaseIsSound(_ period: Period) throws {
    let outcome = try #require(Example(period: period).outcome)
    let faults = outcome.findings.filter { $0.severity != .note }.map { Trace.line($0, outcome) }
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    #expect(outcome.report != nil)
  }

  private func codes(_ outcome: Pipeline.Outcome) -> String {
    Set(outcome.findings.map(\.code.rawValue)).sorted().joined(separator: " ")
  }
}

/// A finding on one line, as a test failure shows it.
enum Trace {
  static func line(_ finding: Finding, _ outcome: Pipeline.Outcome) -> String {
    let place =
      switch finding.place {
      case .cell(let origin):
        {
          let location = outcome.submission.texts[Int(origin.file)].location(of: origin)
          return "\(location.path):\(location.line):\(location.column)"
        }()
      case .file(let path): path
      case .submission: "—"
      }
    return "\(place): \(finding.code.rawValue) [\(finding.sheet ?? "")/\(finding.indicator ?? "")] \(finding.message) → \(finding.remedy)"
  }
}
