// A unit's line as NDJSON. Figures are strings of digits: millionths may exceed 2^53, beyond which other readers round.

extension UnitLine {
  /// One line of JSON with a line feed at the end; members may be added, never renamed or removed.
  ///
  /// Points (`score`, `ruleScore`) are whole hundredths. Money is in millionths of 万元. Targets and actuals of
  /// numbers are millionths of their `measure`; `numerator` and `denominator` are what 平均, 加权平均 and 比率 divide:
  /// sums of millionths × the factor of 万/亿 (× those of the weight), and of the weights (平均: their number). `share` is
  /// what an `attainment` without `percent` earns by the rubric, in millionths of a percent.
  public var bytes: [UInt8] {
    let head: [(String, JSONValue)] = [
      ("tool", .text("jixiao")), ("version", .text(version)), ("folder", .text(folder)), ("id", .text(id)),
      ("code", .text(code)), ("unit", .text(unit)), ("year", year.map(JSONValue.number) ?? .null),
      ("period", .text(period.rawValue)), ("rubric", .text(rubric.name)),
      ("rubricTitle", .text(rubric.title)), ("rubricDigest", .text(rubric.digest)),
      ("assumption", .text(rubric.assumption)),
      ("nature", .text(nature)), ("ok", .bool(isOK)),
      (
        "counts",
        .object([
          ("error", .number(counts.errors)), ("warning", .number(counts.warnings)),
          ("note", .number(counts.notes)), ("acknowledged", .number(counts.acknowledged)),
        ])
      ),
    ]
    return JSONWriter.line(.object(head + (refusal?.members ?? []) + (result?.members ?? [])))
  }
}

extension UnitLine.Refusal {
  fileprivate var members: [(String, JSONValue)] {
    [
      ("failure", .text(failure.rawValue)), ("reason", .text(reason)), ("first", .text(first)),
      ("findings", .array(findings)),
    ]
  }
}

extension UnitResult {
  fileprivate var members: [(String, JSONValue)] {
    [
      ("sheets", .number(sheets)), ("score", .points(score)), ("ruleScore", .points(ruleScore)),
      ("grade", .optional(grade?.rawValue)), ("light", .optional(light.map { "\($0)" })),
      (
        "lights", .object(zip(Light.allCases, lights).map { ("\($0)", .number($1)) })
      ),
      ("rows", .number(rows)), ("unmet", .number(unmet)),
      ("execution", .object([("budget", .figure(budget)), ("spent", .figure(spent))])),
      ("submission", .text(submission)), ("output", .text(output)),
      ("indicators", .array(indicators.map(\.json))),
    ]
  }
}

extension UnitIndicator {
  fileprivate var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .text(name)), ("levelOne", .text(levelOne)), ("levelTwo", .text(levelTwo)),
      ("comparison", .text(target.kind)),
    ]
    switch target {
    case .number(_, let goal, let measure):
      members += [("target", .figure(goal)), ("measure", .text(measure.text))]
    case .range(let lower, let upper, let measure):
      members += [
        ("target", .figure(lower)), ("upper", .figure(upper)), ("measure", .text(measure.text)),
      ]
    case .deadline(let day): members.append(("target", .text(day.text)))
    case .quality(let word): members.append(("target", .text(word)))
    case .progress: break
    }
    switch actual {
    case .number(let value)?: members.append(("actual", .figure(value)))
    case .progress(let percent)?: members.append(("actual", .figure(percent)))
    case .date(let day)?: members.append(("actual", .text(day.text)))
    case .onSchedule?: members.append(("actual", .text(UnitIndicator.onSchedule)))
    case .notApplicable?: members.append(("actual", .text(UnitIndicator.notApplicable)))
    case .attainment(let grade, let percent)?:
      members +=
        [("attainment", .text(grade.word))] + (percent.map { [("percent", .figure($0))] } ?? [])
        + (share.map { [("share", .figure($0))] } ?? [])
    case nil: break
    }
    if !words.isEmpty { members.append(("words", .text(words))) }
    if let isMet { members.append(("met", .bool(isMet))) }
    members.append(("method", .text(method.rawValue)))
    if let parts {
      members += [
        ("numerator", .text(String(parts.numerator))), ("denominator", .text(String(parts.denominator))),
      ]
    }
    return .object(members)
  }

  static let onSchedule = "序时进度"
  static let notApplicable = "不适用"
}

extension JSONValue {
  fileprivate static func points(_ points: Points?) -> JSONValue {
    points.map { .number(Int($0.hundredths)) } ?? .null
  }

  fileprivate static func figure(_ quantity: Quantity?) -> JSONValue {
    quantity.map { .text(String($0.millionths)) } ?? .null
  }
}
