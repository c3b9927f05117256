// A unit's line read back: every figure exact, anything unexpected refused.

internal import Foundation

/// A line that `jixiao batch` did not write so.
public struct LineFault: Error, Hashable, Sendable {
  /// What is the matter; Chinese, without a full stop.
  public let message: String
}

extension UnitLine {
  /// Reads one line of NDJSON. The findings of a unit that failed are not kept.
  public init(reading bytes: [UInt8]) throws(LineFault) {
    let wire: Wire
    do {
      wire = try JSONDecoder().decode(Wire.self, from: Data(bytes))
    } catch let fault as DecodingError {
      throw LineFault(message: "不是 jixiao batch 写的完整的一行\(Wire.place(of: fault))")
    } catch {
      throw LineFault(message: "不是 jixiao batch 写的完整的一行")
    }
    if let key = RepeatedKeys.first(in: bytes) {
      throw LineFault(message: "“\(VisibleText.shown(key))”重复或不合格式")
    }
    guard wire.tool == "jixiao", let period = Period(rawValue: wire.period) else {
      throw LineFault(message: "不是 jixiao batch 写的行")
    }
    self.init(
      folder: wire.folder, id: wire.id, code: wire.code, unit: wire.unit, year: wire.year,
      version: wire.version, period: period,
      rubric: try wire.rubricName(),
      nature: wire.nature,
      counts: try wire.counts.read(),
      result: wire.ok ? try wire.result() : nil, refusal: wire.ok ? nil : try wire.refusal())
    try LineCoherence.check(self)
  }
}

/// The members of a line.
private struct Wire: Decodable {
  let tool, version, folder, id, code, unit, period, rubric, rubricTitle, rubricDigest, assumption,
    nature: String
  let year: Int?
  let ok: Bool
  let counts: Counts
  let failure, reason, first: String?
  let sheets, score, ruleScore, rows, unmet: Int?
  let grade, light, submission, output: String?
  let lights: [String: Int]?
  let execution: Execution?
  let indicators: [Indicator]?

  struct Counts: Decodable { let error, warning, note, acknowledged: Int }
  struct Execution: Decodable { let budget, spent: String? }
  struct Indicator: Decodable {
    let name, levelOne, levelTwo, comparison, method: String
    let target, upper, measure, actual, attainment, percent, share, words, numerator, denominator: String?
    let met: Bool?
  }

  static func place(of fault: DecodingError) -> String {
    let path: [any CodingKey]
    switch fault {
    case .keyNotFound(let key, let context): path = context.codingPath + [key]
    case .typeMismatch(_, let context), .valueNotFound(_, let context): path = context.codingPath
    default: path = []
    }
    guard !path.isEmpty else { return "，JSON不完整或有错误" }
    return "，“\(path.map(\.stringValue).joined(separator: "."))”不合格式"
  }

  func result() throws(LineFault) -> UnitResult {
    guard let sheets, let rows, let unmet, let lights, let execution, let submission, let output,
      let indicators
    else { throw LineFault(message: "“ok”为true，但缺少结果") }
    let light = try Wire.known(self.light, "light") { name in Light.allCases.first { "\($0)" == name } }
    var read: [UnitIndicator] = []
    for indicator in indicators { read.append(try indicator.read()) }
    let grade = try Wire.known(self.grade, "grade", Grade.init)
    guard (grade == nil) == (score == nil) else { throw LineFault(message: "“score”和“grade”只有其一") }
    _ = try LineLimits.count(rows, "rows")
    _ = try LineLimits.count(indicators.count, "indicators", upTo: rows, "rows")
    _ = try LineLimits.digest(rubricDigest, "rubricDigest")
    return UnitResult(
      sheets: try LineLimits.count(sheets, "sheets"), score: try LineLimits.points(score, "score"),
      ruleScore: try LineLimits.points(ruleScore, "ruleScore"), grade: grade, light: light,
      lights: try LineLimits.lights(lights, rows: rows), rows: rows,
      unmet: try LineLimits.count(unmet, "unmet", upTo: rows, "rows"),
      budget: try LineLimits.money(execution.budget, "budget"),
      spent: try LineLimits.money(execution.spent, "spent"), indicators: read,
      submission: try LineLimits.digest(submission, "submission"), output: output)
  }

  func rubricName() throws(LineFault) -> UnitLine.RubricName {
    // A folder that could not be read does not know its rubric.
    if !rubricDigest.isEmpty { _ = try LineLimits.digest(rubricDigest, "rubricDigest") }
    return UnitLine.RubricName(
      name: rubric, title: rubricTitle, assumption: assumption, digest: rubricDigest)
  }

  func refusal() throws(LineFault) -> UnitLine.Refusal {
    guard let failure = try Wire.known(failure, "failure", UnitLine.Failure.init), let reason else {
      throw LineFault(message: "“ok”为false，但没有原因")
    }
    return UnitLine.Refusal(failure: failure, reason: reason, findings: [], first: first ?? "")
  }

  /// Nil for nothing; a fault for what has no meaning.
  static func known<Value>(
    _ text: String?, _ member: String, _ read: (String) -> Value?
  ) throws(LineFault) -> Value? {
    guard let text else { return nil }
    guard let value = read(text) else {
      throw LineFault(message: "“\(member)”的值“\(VisibleText.shown(text))”无法识别")
    }
    return value
  }

  static func figure(_ digits: String) -> Quantity? { Int64(digits).map(Quantity.init(millionths:)) }

  static func day(_ text: String) -> Day? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    return Day(year: year, month: month, day: day)
  }
}

extension Wire.Counts {
  fileprivate func read() throws(LineFault) -> UnitLine.Counts {
    UnitLine.Counts(
      errors: try LineLimits.count(error, "counts.error"),
      warnings: try LineLimits.count(warning, "counts.warning"),
      notes: try LineLimits.count(note, "counts.note"),
      acknowledged: try LineLimits.count(acknowledged, "counts.acknowledged"))
  }
}

extension Wire.Indicator {
  fileprivate func read() throws(LineFault) -> UnitIndicator {
    let target = try readTarget()
    let actual = try readActual(target)
    var parts: RollUpParts?
    if numerator != nil || denominator != nil {
      guard let above = numerator.flatMap({ Int128($0) }) else { throw fault("numerator") }
      guard let below = denominator.flatMap({ Int128($0) }) else { throw fault("denominator") }
      parts = RollUpParts(numerator: above, denominator: below)
    }
    guard let method = RollUpMethod(rawValue: method) else { throw fault("method") }
    return UnitIndicator(
      name: name, levelOne: levelOne, levelTwo: levelTwo, target: target, actual: actual,
      words: words ?? "", isMet: met, method: method, parts: parts, share: try readShare(actual))
  }

  private func fault(_ member: String) -> LineFault {
    LineFault(message: "指标“\(VisibleText.shown(name))”的“\(member)”无法识别")
  }

  /// What a grade without a percentage earns.
  private func readShare(_ actual: Actual?) throws(LineFault) -> Quantity? {
    guard case .attainment(let grade, nil)? = actual else { return nil }
    if let share = try Wire.known(share, "share", Wire.figure) { return share }
    // Lines of earlier builds do not say it: what every built-in rubric gives (FORMATS §2).
    return Rubrics.commonDefaults[grade]
  }

  private func readTarget() throws(LineFault) -> Target {
    let measure = Measure(folded: self.measure ?? "")
    if let comparator = Comparator(rawValue: comparison) {
      guard let goal = target.flatMap(Wire.figure) else { throw fault("target") }
      return .number(comparator, goal, measure)
    }
    switch comparison {
    case "区间":
      guard let lower = target.flatMap(Wire.figure), let upper = upper.flatMap(Wire.figure) else {
        throw fault("target")
      }
      return .range(lower, upper, measure)
    case "截止":
      guard let day = target.flatMap(Wire.day) else { throw fault("target") }
      return .deadline(day)
    case "序时进度": return .progress
    case "定性":
      guard let target else { throw fault("target") }
      return .quality(target)
    default: throw fault("comparison")
    }
  }

  private func readActual(_ target: Target) throws(LineFault) -> Actual? {
    if let attainment {
      guard target.isQuality || target == .progress else { throw fault("attainment") }
      guard let grade = Attainment.allCases.first(where: { $0.word == attainment }) else {
        throw fault("attainment")
      }
      return .attainment(grade, percent: try Wire.known(percent, "percent", Wire.figure))
    }
    guard let actual else { return nil }
    if actual == UnitIndicator.notApplicable { return .notApplicable }
    switch target {
    case .number, .range:
      guard let value = Wire.figure(actual) else { throw fault("actual") }
      return .number(value)
    case .deadline:
      guard let day = Wire.day(actual) else { throw fault("actual") }
      return .date(day)
    default:
      if actual == UnitIndicator.onSchedule { return .onSchedule }
      guard let percent = Wire.figure(actual) else { throw fault("actual") }
      return .progress(percent)
    }
  }
}
