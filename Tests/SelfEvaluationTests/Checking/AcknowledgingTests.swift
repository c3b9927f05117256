// acknowledged.csv: which finding a place means.

import Testing

@testable import SelfEvaluation

@Suite struct AcknowledgingTests {
  private static let texts = [SourceText(path: "targets.csv", encoding: .utf8, text: [])]

  private static func findings(_ places: [(String?, String?, Int32)]) -> [Finding] {
    places.map { sheet, indicator, line in
      Finding(
        .unknownHeading, at: Origin(file: 0, line: line, offset: 0, length: 1), sheet: sheet,
        indicator: indicator, "不认识", remedy: "改正")
    }
  }

  /// Which of some findings are explained by a row with this place.
  private static func explained(_ place: String, _ places: [(String?, String?, Int32)]) -> [Int] {
    let row = Acknowledgement(
      code: "W204", place: place, reason: "知道", origin: Origin(file: 0, line: 9, offset: 0, length: 1))
    let settled = Acknowledging.apply([row], to: findings(places), texts)
    let indices = places.indices.filter { settled[$0].acknowledgement != nil }
    #expect((settled.count > places.count) == indices.isEmpty)
    return Array(indices)
  }

  @Test func partsAreCompared() {
    let places: [(String?, String?, Int32)] = [
      ("甲", "乙丙", 1), ("甲乙", "丙", 2), ("甲", nil, 3), ("甲乙丙", nil, 4),
    ]
    #expect(Self.explained("甲/乙丙", places) == [0])
    #expect(Self.explained("甲乙 / 丙", places) == [1])
    #expect(Self.explained("甲", places) == [2])
    #expect(Self.explained("甲乙丙", places) == [3])
    // In one piece it may mean either.
    #expect(Self.explained("甲乙丙", Array(places.prefix(2))).isEmpty)
    #expect(Self.explained("甲乙丙", Array(places.prefix(1))) == [0])
    #expect(Self.explained("甲/乙/丙", [("甲-乙", "丙", 1)]) == [0])
    #expect(Self.explained("乙丙/甲", places).isEmpty && Self.explained("/", places).isEmpty)
  }

  /// What concerns no sheet is named by its file, or by file and line.
  @Test func filesAndLines() {
    let places: [(String?, String?, Int32)] = [(nil, nil, 1), (nil, nil, 12), ("甲", nil, 1)]
    #expect(Self.explained("targets.csv", places) == [0, 1])
    #expect(Self.explained("targets.csv:1", places) == [0])
    #expect(Self.explained("targets.csv:12", places) == [1])
    #expect(Self.explained("targets.csv1", places) == [0])
    #expect(Self.explained("targets.csv:3", places).isEmpty)
  }
}
