// Findings for programs: a stable schema; members may be added, never renamed or removed.

/// `jixiao check --format json`.
public enum FindingsJSON {
  /// UTF-8, pretty-printed, ending with a line feed:
  /// `{"tool","version","unit","year","counts":{"error","warning","note","acknowledged"},
  /// "outstanding":[{"project","missing":[…],"of"}],"omitted",
  /// "findings":[{"code","severity","file","line","column","excerpt","sheet","indicator","message","remedy",
  /// "acknowledgement"}]}`.
  ///
  /// Counts are of all findings, those acknowledged (已说明) apart; `omitted` is how many are not listed.
  /// `outstanding` has a member for each sheet that still owes actuals: the names of the indicators missing, of how
  /// many it has to hand in. What a finding has not is null.
  public static func bytes(_ outcome: Pipeline.Outcome, _ selection: FindingSelection? = nil) -> [UInt8] {
    let findings = outcome.findings
    let selection = selection ?? FindingSelection(findings)
    let open = findings.filter { $0.acknowledgement == nil }
    func count(_ severity: Severity) -> JSONValue { .number(open.count { $0.severity == severity }) }
    return JSONWriter.write(
      .object([
        ("tool", .text("jixiao")), ("version", .text(ToolVersion.current)),
        ("unit", .text(outcome.submission.unit.name)), ("year", .number(outcome.submission.unit.year)),
        (
          "counts",
          .object([
            ("error", count(.error)), ("warning", count(.warning)), ("note", count(.note)),
            ("acknowledged", .number(findings.count - open.count)),
          ])
        ),
        ("outstanding", .array(outcome.outstanding.map(outstanding))),
        ("omitted", .number(selection.omitted)),
        ("findings", .array(selection.listed.map { finding($0, outcome.submission.texts) })),
      ]))
  }

  private static func outstanding(_ entry: Outstanding) -> JSONValue {
    .object([
      ("project", .text(entry.project)), ("missing", .array(entry.missing.map(JSONValue.text))),
      ("of", .number(entry.of)),
    ])
  }

  /// One finding.
  static func finding(_ finding: Finding, _ texts: [SourceText]) -> JSONValue {
    var file: String?
    var position: [(String, JSONValue)] = [("line", .null), ("column", .null), ("excerpt", .null)]
    switch finding.place {
    case .cell(let origin):
      let text = texts[Int(origin.file)]
      let location = text.location(of: origin)
      file = location.path
      position = [
        ("line", .number(location.line)), ("column", .number(location.column)),
        ("excerpt", .text(text.excerptLine(of: origin))),
      ]
    case .file(let path): file = path
    case .submission: break
    }
    return .object(
      [
        ("code", .text(finding.code.rawValue)), ("severity", .text(severity(finding.severity))),
        ("file", .optional(file)),
      ] + position + [
        ("sheet", .optional(finding.sheet)), ("indicator", .optional(finding.indicator)),
        ("message", .text(finding.message)), ("remedy", .text(finding.remedy)),
        ("acknowledgement", .optional(finding.acknowledgement)),
      ])
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}
