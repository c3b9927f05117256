// A second bound behind a number, which must not be taken for its unit of measure: `≥90%且≤95%`, `≥90%以上`.

enum SecondBound {
  private static let signs = TargetParser.signs.map(\.text)

  /// The remark on what stands behind a target's number; nil where it can be a unit of measure. `isSigned`: a sign
  /// or word was read already.
  static func remark(on rest: String, _ text: String, isSigned: Bool) -> Remark? {
    // %, or one hanzi: most units.
    guard rest.utf8.count > 1, rest.utf8.count > 3 || !isHanzi(rest.utf8.first) else { return nil }
    if rest.hasBytes(ofOneOf: signs) {
      return isSigned || hasTwo(rest) ? twoBounds(text) : signBehind(text)
    }
    let body = rest.prefix { $0 != "(" }
    // `%以上`, `%以上(含)`, `次以上/年`
    let endings = [rest, String(body), String(body.prefix { $0 != "/" })]
    let isRepeated = TargetParser.suffixes.contains { suffix, _ in
      endings.contains { $0.endsWithBytes(suffix) }
    }
    return isRepeated || isWorded(body) ? twoBounds(text) : nil
  }

  private static func isHanzi(_ lead: UInt8?) -> Bool { lead.map { (0xE4...0xE9).contains($0) } ?? false }

  /// `90%≤x≤95%`: two signs, neither of them in front.
  private static func hasTwo(_ rest: String) -> Bool {
    let marks = Set(signs.joined())
    var tail = rest.drop { !marks.contains($0) }.drop { marks.contains($0) }
    tail = tail.drop { !marks.contains($0) }
    return !tail.isEmpty
  }

  /// `次且不超过12次`, `次以上12次`: a comparing word and another number.
  private static func isWorded(_ body: Substring) -> Bool {
    func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    guard body.contains(where: isDigit) else { return false }
    let isBefore = TargetParser.words.contains { word in
      body.firstRange(of: word.text).map { body[$0.upperBound...].first.map(isDigit) ?? false } ?? false
    }
    return isBefore
      || TargetParser.suffixes.contains { suffix, _ in
        body.firstRange(of: suffix).map { body[$0.upperBound...].contains(where: isDigit) } ?? false
      }
  }

  private static func twoBounds(_ text: String) -> Remark {
    Remark(
      .twoSigns, "“\(text)”有两个比较符号",
      remedy: "写成“90%-95%”这样的区间，或分成两个指标；意思相同的只保留一个")
  }

  private static func signBehind(_ text: String) -> Remark {
    Remark(.unreadableTarget, "指标值“\(text)”的比较符号写在数字后面", remedy: "把比较符号写在数字前面，如“≥90%”")
  }
}
