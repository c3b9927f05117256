// An overview becomes documents.

enum OverviewRenderer {
  /// The pages, the first with everything but the units of the others.
  static func pages(_ overview: Overview, date: Day, lineageFiles: Int) -> [OverviewPage] {
    let size = OverviewPaths.unitsOnPage
    let count = max(1, (overview.units.count + size - 1) / size)
    return (0..<count).map { page in
      OverviewPage(
        overview: overview, date: date, number: page,
        range: page * size..<min((page + 1) * size, overview.units.count), pages: count,
        lineageFiles: lineageFiles)
    }
  }

  /// Every path an overview has.
  static func paths(_ overview: Overview, pages: Int, lineageFiles: Int) -> [String] {
    (0..<pages).flatMap { [OverviewPaths.units($0, .html), OverviewPaths.units($0, .csv)] }
      + (overview.figures.isEmpty ? [] : [OverviewPaths.figures])
      + (overview.failed.isEmpty ? [] : [OverviewPaths.failed])
      + (0..<lineageFiles).map { OverviewPaths.lineage($0, of: lineageFiles) }
  }

  /// A page with the CSV twins of its tables.
  static func documents(
    _ page: OverviewPage, templates: TemplateLibrary, csvEncoding: TextEncoding
  ) throws -> [Document] {
    var documents = [
      Renderer.html(
        .overview, OverviewPaths.units(page.number, .html), try templates.render(.overview, page.values())),
      try Renderer.csv(.overview, OverviewPaths.units(page.number, .csv), page.units, csvEncoding),
    ]
    guard page.number == 0 else { return documents }
    if !page.overview.figures.isEmpty {
      let table = OverviewFigureLayout(overview: page.overview).table()
      documents.append(try Renderer.csv(.overview, OverviewPaths.figures, table, csvEncoding))
    }
    if !page.overview.failed.isEmpty {
      documents.append(try Renderer.csv(.overview, OverviewPaths.failed, page.failed, csvEncoding))
    }
    return documents
  }
}
