// Results by level-1.

extension NarrativeFacts {
  /// A level-1 heading with what stands under it.
  struct Level {
    let name: String
    fileprivate let key: String
    fileprivate(set) var rows: [PlacedIndicator]
  }

  /// Level-1 names in sheet order, with their indicators; 产出 and 产出指标 are one.
  func levels(_ places: some Sequence<PlacedIndicator>) -> [Level] {
    var levels: [Level] = []
    // Neighbours mostly stand under the same heading.
    var last: (name: String, index: Int)?
    for place in places {
      let name = place.row.indicator.levelOne
      if let last, last.name.isSameBytes(name) {
        levels[last.index].rows.append(place)
        continue
      }
      let key = report.rubric.canonical(name)
      if let index = levels.firstIndex(where: { $0.key.isSameBytes(key) }) {
        levels[index].rows.append(place)
        last = (name, index)
      } else {
        last = (name, levels.count)
        levels.append(Level(name: name, key: key, rows: [place]))
      }
    }
    return levels
  }

  func levels(_ card: Scorecard) -> [Level] { levels(places(of: card)) }

  /// Weight and score of rows that apply.
  static func points(_ places: [PlacedIndicator]) -> (weight: Points, score: Points) {
    var (weight, score) = (Points.zero, Points.zero)
    for place in places where !place.row.isNotApplicable {
      if let points = place.row.weight { weight = weight + points }
      if let points = place.row.score { score = score + points }
    }
    return (weight, score)
  }
}
