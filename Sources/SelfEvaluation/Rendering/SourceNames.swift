// How places in the submission are named on pages: `targets.csv:12`.

/// Names of origins and of figure sources.
struct SourceNames {
  let texts: [SourceText]

  /// File and line of a row or cell.
  func place(_ origin: Origin) -> String {
    let path = texts[Int(origin.file)].path
    var buffer = ByteBuffer(capacity: path.utf8.count + 12)
    buffer.append(path)
    buffer.append(UInt8(ascii: ":"))
    buffer.append(decimal: Int(origin.line))
    return buffer.text
  }

  /// Where an actual comes from: its place, 汇总 or 计算; empty where there is none.
  func source(_ source: FigureSource?) -> String {
    switch source {
    case .filed(let origin): place(origin)
    case .rolledUp: "汇总"
    case .computed: "计算"
    case nil: ""
    }
  }
}

extension Scorecard {
  /// 分值 of a row: as printed by the unit where it gave one, else as allotted.
  func weightText(_ row: ScoredIndicator) -> String {
    let printed = row.indicator.weightText
    return weightsAllotted || printed.isEmpty ? row.weight?.text ?? "" : printed
  }

  /// Whether the total is not the plain sum of the points, because not all weights apply (折算得分).
  var isTotalConverted: Bool { applicableWeight != .full && total != nil }
}

extension Quantity {
  /// Money in 万元: at least two decimals.
  var money: String { fixed(atLeast: 2) }
}
