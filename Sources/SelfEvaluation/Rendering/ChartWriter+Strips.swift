// Strips with one mark per indicator in sheet order: how each came out, or which light it shows.

extension ChartWriter {
  /// All indicators: 完成, 超额, 未完成, 不适用; nil at half-year.
  static func completionStrip(_ report: CheckedReport) -> SVGFigure? {
    completionStrip(NarrativeFacts(report))
  }

  static func completionStrip(_ facts: NarrativeFacts) -> SVGFigure? {
    guard !facts.isHalf else { return nil }
    return strip(
      id: "chart-completion", title: "绩效指标完成情况", facts,
      kinds: CompletionKind.allCases.map { ($0.word, mark($0)) }
    ) { $0.outcome.rawValue }
  }

  /// The lights of all indicators by sheet; nil at year end.
  static func lights(_ report: CheckedReport) -> SVGFigure? { lights(NarrativeFacts(report)) }

  static func lights(_ facts: NarrativeFacts) -> SVGFigure? {
    guard facts.isHalf else { return nil }
    return strip(
      id: "chart-lights", title: "绩效运行监控亮灯", facts,
      kinds: Light.allCases.map { ($0.word, mark($0)) } + [("不适用", Mark.empty)]
    ) { $0.row.signal?.light.rawValue ?? Light.allCases.count }
  }

  /// The shapes, so that no meaning hangs on colour alone; each fills a square of 14.
  private enum Mark {
    case cross(String), triangle(String), circle(String), diamond(String), empty

    /// The shape at all of these places: one path, however many there are.
    func draw(_ canvas: inout ChartCanvas, _ places: [ChartPlace]) {
      switch self {
      case .cross(let fill):
        canvas.path(at: places, "h14v14h-14z", fill: fill)
        canvas.path(at: places.map { $0.moved(4, 4) }, "l6 6m0-6l-6 6", stroke: "#FFFFFF")
      case .triangle(let fill): canvas.path(at: places.map { $0.moved(7, 0) }, "l7 14h-14z", fill: fill)
      case .circle(let fill):
        canvas.path(at: places.map { $0.moved(0, 7) }, "a7 7 0 0 0 14 0a7 7 0 0 0-14 0z", fill: fill)
      case .diamond(let fill): canvas.path(at: places.map { $0.moved(7, 0) }, "l7 7l-7 7l-7-7z", fill: fill)
      case .empty:
        canvas.path(at: places.map { $0.moved(1, 1) }, "h12v12h-12z", stroke: "currentColor", width: 1)
      }
    }
  }

  private static func mark(_ kind: CompletionKind) -> Mark {
    switch kind {
    case .met: .circle(ChartColour.green)
    case .far: .triangle(ChartColour.blue)
    case .unmet: .cross(ChartColour.red)
    case .inapplicable: .empty
    }
  }

  private static func mark(_ light: Light) -> Mark {
    switch light {
    case .red: .cross(ChartColour.red)
    case .yellow: .triangle(ChartColour.yellow)
    case .green: .circle(ChartColour.green)
    case .blue: .diamond(ChartColour.blue)
    }
  }

  private static func strip(
    id: String, title: String, _ facts: NarrativeFacts, kinds: [(word: String, mark: Mark)],
    kind: (PlacedIndicator) -> Int
  ) -> SVGFigure? {
    guard !facts.all.isEmpty else { return nil }
    var canvas = ChartCanvas()
    var x = 8
    for item in kinds {
      item.mark.draw(&canvas, [ChartPlace(x: x, y: 5)])
      canvas.label(x + 20, 17, item.word, size: 13)
      x += 44 + item.word.count * 13
    }
    var y = 36
    let perLine = 40
    var rows: [TableRow] = []
    var marks = [[ChartPlace]](repeating: [], count: kinds.count)
    for (card, places) in zip(facts.cards, facts.places) where !places.isEmpty {
      let outcomes = places.map(kind)
      let counts = kinds.indices.map { index in outcomes.count { $0 == index } }
      let told = zip(kinds, counts).filter { $0.1 > 0 }.map { "\($0.0.word)\($0.1)" }.joined(separator: "　")
      canvas.label(8, y + 14, short(facts.name(card), 24))
      canvas.label(ChartCanvas.width - 8, y + 14, told, size: 13, anchor: "end")
      y += 22
      for (position, outcome) in outcomes.enumerated() {
        if position > 0, position.isMultiple(of: perLine) { y += 18 }
        marks[outcome].append(ChartPlace(x: 8 + position % perLine * 17, y: y))
      }
      y += 28
      rows.append(NarrativeTables.row(facts.name(card), ["\(outcomes.count)"] + counts.map { "\($0)" }))
    }
    for (item, places) in zip(kinds, marks) { item.mark.draw(&canvas, places) }
    let columns =
      [TableColumn("表"), NarrativeTables.number("指标数")] + kinds.map { NarrativeTables.number($0.word) }
    return canvas.figure(
      id: id, title: title, description: "每个指标一个图形，按表内顺序排列：\(Prose.enumeration(kinds.map(\.word)))各用一种形状。",
      height: y,
      rows: NarrativeTables.table("\(id)-rows", title, columns, rows))
  }
}
