// The whole flow on one screen: files in, documents and findings out. No disk, no clock, no terminal.

/// Turns a submission into a verified self-evaluation report.
public enum Pipeline {
  /// What a run yields.
  public struct Outcome: Sendable {
    /// What was handed in, as far as it could be read.
    public let submission: Submission
    /// The sheets of the projects with their points, in the order of the submission.
    public let projects: [Scorecard]
    /// The unit's own sheet with what was rolled up.
    public let unit: UnitScorecard
    /// 评分办法, with the submission's overrides.
    public let rubric: Rubric
    /// Which project figures make which of the unit's; nil where there is no unit sheet.
    public let plan: RollUpPlan?
    /// Sorted by file and line; errors, warnings and notes of every stage.
    public let findings: [Finding]
    /// 催报清单: the sheets that still owe actuals, in the order of the submission.
    public let outstanding: [Outstanding]
    /// Nil when a finding forbids the report.
    public let report: CheckedReport?
  }

  /// Reads, scores, rolls up and checks: everything but the documents.
  /// `others` names what else lies in the folder.
  public static func examine(_ files: [SourceFile], others: [String] = [], options: ReportOptions) -> Outcome
  {
    var (submission, findings) = SubmissionReader.read(files, others: others, encoding: options.encoding)
    let (rubric, rubricFindings) = Rubrics.choose(options, overrides: submission.rubricRows)
    findings += rubricFindings

    let scorer = Scorer(rubric: rubric, period: options.period)
    var projects: [Scorecard] = []
    for sheet in submission.projectSheets {
      let (card, faults) = scorer.score(sheet)
      projects.append(card)
      findings += faults
    }

    let (plan, planFindings) = RollUpPlanner.plan(submission, rubric, options.period)
    findings += planFindings
    let aggregator = Aggregator(submission: submission, rubric: rubric, period: options.period)
    let (unit, unitFindings) = aggregator.aggregate(projects, by: plan)
    findings += unitFindings

    let examination = Examination(
      submission: submission, projects: projects, unit: unit, rubric: rubric, period: options.period)
    findings += RuleBook.examine(examination)
    let outstanding = Outstanding.list(findings, projects: projects, unit: unit, submission, options.period)
    findings = Cascades.without(findings, submission, outstanding, options.period)
    findings = Acknowledging.apply(submission.acknowledgements, to: findings, submission.texts)
    findings = FindingOrder.sorted(findings, submission.texts)
    return Outcome(
      submission: submission, projects: projects, unit: unit, rubric: rubric, plan: plan, findings: findings,
      outstanding: outstanding, report: CheckedReport(examination, findings: findings, options: options))
  }
}

extension Pipeline {
  /// The finished documents with their manifest, proven; or what is wrong with them, which is our own fault.
  public struct Production: Sendable {
    /// In the order of FORMATS §3, without the manifest.
    public let documents: [Document]
    /// `manifest.json`, to be written last.
    public let manifest: [UInt8]
    /// E9xx; nothing may be written unless it is empty.
    public let faults: [Finding]
  }

  /// Lays out and renders a checked report, or the documents of some roles, and proves every document through libxml2,
  /// several at once where `spread` does so. `others` are listed in the manifest behind them.
  public static func produce(
    _ report: CheckedReport, templates: TemplateLibrary, schemas: PageSchemas,
    roles: Set<DocumentRole> = Set(DocumentRole.ofReport), others: [Document] = [], spread: Spread? = nil
  ) throws -> Production {
    let documents: [Document]
    do {
      documents =
        try Renderer.render(
          report, templates: templates, roles: roles, spread: spread ?? oneAfterAnother) + others
    } catch let faults as TemplateFaults {
      // The templates were checked before; what fails now is a value of ours.
      return Production(documents: [], manifest: [], faults: faults.faults.map(\.ownFinding))
    }
    let proof = Verifier(schemas: schemas).prove(
      documents.map(FinishedFile.init), spread: spread ?? oneAfterAnother)
    let manifest = Manifest.bytes(report, documents: documents, seals: proof.seals)
    return Production(documents: documents, manifest: manifest, faults: proof.faults.map(\.ownFinding))
  }

  /// Names of the built-in rubrics.
  public static var rubricNames: [String] { Rubrics.names }
}
