// The end of the flow for `jixiao check`: findings as documents, proven like those of a report.

extension Pipeline {
  /// 问题清单 as one page or one CSV file; no manifest.
  public static func findingsList(
    _ outcome: Outcome, _ selection: FindingSelection, as format: DocumentFormat, options: ReportOptions,
    templates: TemplateLibrary, schemas: PageSchemas
  ) throws -> Production {
    try proven(schemas) {
      [try CheckRenderer.list(outcome, selection, as: format, options: options, templates: templates)]
    }.production
  }

  /// 问题清单 for each project and for all together, with an index and a manifest.
  public static func findingsFolder(
    _ outcome: Outcome, _ selection: FindingSelection, options: ReportOptions, templates: TemplateLibrary,
    schemas: PageSchemas
  ) throws -> Production {
    let (production, seals) = try proven(schemas) {
      try CheckRenderer.folder(outcome, selection, options: options, templates: templates)
    }
    let manifest = Manifest.bytes(
      outcome, options.period, documents: production.documents, seals: seals)
    return Production(documents: production.documents, manifest: manifest, faults: production.faults)
  }

  private static func proven(
    _ schemas: PageSchemas, _ render: () throws -> [Document]
  ) throws -> (production: Production, seals: [String: [String: GridSeal]]) {
    let documents: [Document]
    do {
      documents = try render()
    } catch let faults as TemplateFaults {
      return (Production(documents: [], manifest: [], faults: faults.faults.map(\.ownFinding)), [:])
    }
    let proof = Verifier(schemas: schemas).prove(documents.map(FinishedFile.init))
    let production = Production(documents: documents, manifest: [], faults: proof.faults.map(\.ownFinding))
    return (production, proof.seals)
  }
}
