// A chart as it stands on a page: finished markup, and the same figures as a table for whoever cannot see it.

/// One chart.
struct SVGFigure {
  /// The HTML id of the figure; ids inside the drawing begin with it.
  let id: String
  /// A short heading, plain text.
  let title: String
  /// What the chart shows, in a sentence or two, plain text.
  let description: String
  /// A finished `<svg>` element in the SVG namespace, escaped, with `role="img"`, a title and a description.
  let drawing: MarkupText
  /// The figures drawn, as text.
  let rows: Table?

  var svg: String { drawing.html }
}
