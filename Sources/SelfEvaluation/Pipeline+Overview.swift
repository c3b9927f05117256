// The end of the flow for `jixiao merge`: the overview of many units as proven documents.

extension Pipeline {
  /// 汇总表 with its files and its manifest; proven like a report, part by part, so that the largest file decides how
  /// much memory it takes.
  public static func produce(
    _ overview: Overview, date: Day, csvEncoding: TextEncoding, templates: TemplateLibrary,
    schemas: PageSchemas
  ) throws -> Production {
    let lineage = overview.figures.isEmpty ? [] : OverviewFigureLayout(overview: overview).lineage()
    var documents: [Document] = []
    var seals: [String: [String: GridSeal]] = [:]
    var faults: [DocumentFault] = []
    do {
      let pages = OverviewRenderer.pages(overview, date: date, lineageFiles: lineage.count)
      // Links lead to files of later parts too.
      let announced = OverviewRenderer.paths(overview, pages: pages.count, lineageFiles: lineage.count).map {
        FinishedFile(path: $0, role: .overview, format: .json, bytes: [])
      }
      for page in pages {
        let part = try OverviewRenderer.documents(page, templates: templates, csvEncoding: csvEncoding)
        let finished = part.map(FinishedFile.init)
        let others = announced.filter { other in !finished.contains { $0.path == other.path } }
        prove(part, others)
      }
      for (index, bytes) in lineage.enumerated() {
        let path = OverviewPaths.lineage(index, of: lineage.count)
        prove([try Renderer.csv(.lineage, path, bytes, csvEncoding)], [])
      }
    } catch let faults as TemplateFaults {
      return Production(documents: [], manifest: [], faults: faults.faults.map(\.ownFinding))
    }
    func prove(_ part: [Document], _ others: [FinishedFile]) {
      let proof = Verifier(schemas: schemas).prove(part.map(FinishedFile.init) + others)
      faults += proof.faults
      seals.merge(proof.seals) { first, _ in first }
      documents += part
    }
    let manifest = Manifest.bytes(overview.facts, documents: documents, seals: seals)
    return Production(documents: documents, manifest: manifest, faults: faults.map(\.ownFinding))
  }
}

extension Overview {
  /// What the manifest says of it.
  fileprivate var facts: [(String, JSONValue)] {
    [
      ("tool", .text("jixiao")), ("version", .text(version)), ("period", .text(period.rawValue)),
      ("rubric", .text(rubric.name)), ("unit", .null), ("units", .number(units.count)),
      ("failed", .number(failed.count)), ("year", year.map(JSONValue.number) ?? .null), ("score", .null),
      ("ruleScore", .null), ("grade", .null), ("submission", .text(digest)), ("inputs", .array([])),
    ]
  }
}
