// Every code has one rule, and every rule's examples show what it says.

import Testing

@testable import SelfEvaluation

@Suite struct RuleBookTests {
  /// Codes a submission can show. Codes and not rules are the arguments: a rule describes itself at great length.
  static let exampled = RuleBook.rules.filter { $0.firing != nil }.map(\.code)

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

  @Test(arguments: Code.allCases) func saysWhatWhyAndHow(_ code: Code) throws {
    let rule = try #require(RuleBook.rule(code))
    #expect(!rule.title.isEmpty && !rule.why.isEmpty && !rule.remedy.isEmpty)
    #expect((rule.firing == nil) == !rule.unexampled.isEmpty)
    #expect((rule.clean == nil) == (rule.firing == nil))
  }

  @Test(arguments: exampled) func firesOnItsExample(_ code: Code) throws {
    let rule = try #require(RuleBook.rule(code))
    let example = try #require(rule.firing)
    #expect(example.idleEdits.isEmpty, "edits that change nothing: \(example.idleEdits)")
    let outcome = try #require(example.outcome)
    let found = outcome.findings.filter { $0.code == rule.code }
    #expect(!found.isEmpty, "does not fire: \(Trace.codes(outcome))")
    for finding in found { checkPlace(finding, outcome, rule) }
  }

  /// A finding points into a file there is, and names an indicator its sheet has; CATALOGUE.md shows where exactly.
  private func checkPlace(_ finding: Finding, _ outcome: Pipeline.Outcome, _ rule: Rule) {
    let sheets = outcome.submission.sheets
    if let sheet = finding.sheet, let indicator = finding.indicator,
      let known = sheets.first(where: { $0.name == sheet }), rule.code != .unknownIndicator,
      rule.code != .rollUpWithoutIndicator, rule.code != .rollUpWithoutSource
    {
      #expect(known.indicators.contains { $0.name == indicator }, "\(Trace.line(finding, outcome))")
    }
    guard case .cell(let origin) = finding.place else { return }
    let text = outcome.submission.texts[Int(origin.file)]
    #expect(Int(origin.offset) + Int(origin.length) <= text.text.count, "\(Trace.line(finding, outcome))")
    #expect(text.location(of: origin).line >= 1)
  }

  @Test(arguments: exampled) func isSilentOnItsNearMiss(_ code: Code) throws {
    let rule = try #require(RuleBook.rule(code))
    let example = try #require(rule.clean)
    #expect(example.idleEdits.isEmpty, "edits that change nothing: \(example.idleEdits)")
    let outcome = try #require(example.outcome)
    let found = outcome.findings.filter { $0.code == rule.code && $0.acknowledgement == nil }
    #expect(found.isEmpty, "\(found.map { Trace.line($0, outcome) })")
  }

  @Test(arguments: exampled) func nearMissHasNoErrorBeyondTheFault(_ code: Code) throws {
    let outcome = try #require(RuleBook.rule(code)?.clean?.outcome)
    let errors = outcome.findings.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map { Trace.line($0, outcome) })")
  }

  @Test(arguments: Period.allCases) func baseIsSound(_ period: Period) throws {
    let outcome = try #require(Example(period: period).outcome)
    let faults = outcome.findings.filter { $0.severity != .note }.map { Trace.line($0, outcome) }
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    #expect(outcome.report != nil)
  }
}

/// A finding on one line, as a test failure shows it.
enum Trace {
  static func line(_ finding: Finding, _ outcome: Pipeline.Outcome) -> String {
    let place = FindingText.position(finding.place, outcome.submission.texts)
    let subject = [finding.sheet, finding.indicator].compactMap { $0 }.joined(separator: "/")
    return "\(place): \(finding.code.rawValue) [\(subject)] \(finding.message) → \(finding.remedy)"
  }

  static func codes(_ outcome: Pipeline.Outcome) -> String {
    Set(outcome.findings.map(\.code.rawValue)).sorted().joined(separator: " ")
  }
}
