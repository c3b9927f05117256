// What no row of a rubric shows alone: bounds out of order, and names that stand for two levels.

extension RubricReader.Builder {
  /// Grades and bands from the best to the worst, each with the bound above it.
  private static let ladders = [["等级/优", "等级/良", "等级/中"], ["区间/达成", "区间/部分达成", "区间/未达成"]]

  /// Findings where the bounds of grades or bands do not descend, or a synonym is itself a level.
  mutating func checkCoherence(of rubric: Rubric) {
    for ladder in Self.ladders {
      for (upper, lower) in zip(ladder, ladder.dropFirst()) { checkOrder(upper, lower) }
    }
    checkSynonyms(of: rubric)
  }

  private mutating func checkOrder(_ upper: String, _ lower: String) {
    guard let above = row(upper), let below = row(lower), let high = bound(above), let low = bound(below),
      high <= low
    else { return }
    let offending = above.isGiven ? above : below
    findings.append(
      RubricReader.illegal(
        offending, "“\(upper)”的下限\(above.value)不高于“\(lower)”的下限\(below.value)",
        "改成由高到低的下限，如\(upper.hasPrefix("等级") ? "90、80、60" : "80%、60%、0%")"))
  }

  /// The bound as a number; nil where it is illegal by itself, which has its own finding.
  private func bound(_ row: RubricRow) -> Quantity? {
    (try? Numeral(reading: Folding.key(row.value)))?.quantity
  }

  private mutating func checkSynonyms(of rubric: Rubric) {
    let levels = Set((rubric.project + rubric.projectWithCost + rubric.unit).flatMap(\.levels))
    for (item, row) in values where item.startsWithBytes("同义/") && row.isGiven {
      let level = String(item.dropFirst("同义/".count))
      for name in RubricReader.names(in: row.value) where name != level && levels.contains(name) {
        findings.append(
          RubricReader.illegal(
            row, "“\(item)”的值含有“\(name)”，而“\(name)”本身是有权重的一级指标，它的指标会全部算到“\(level)”中",
            "删去“\(name)”，或改正一级指标的名称"))
      }
    }
  }
}

extension RubricReader {
  /// The names a row of synonyms lists, folded.
  static func names(in value: String) -> [String] {
    value.split { "、,，".contains($0) }.map { Folding.key(String($0)) }
  }
}
