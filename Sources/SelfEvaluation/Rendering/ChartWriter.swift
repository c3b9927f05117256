// Charts as inline SVG.

enum ChartWriter {
  /// Share of points earned, by level 1.
  static func levelScores(_ report: CheckedReport) -> SVGFigure? { nil }

  /// Budget execution, by project.
  static func execution(_ report: CheckedReport) -> SVGFigure? { nil }
}
