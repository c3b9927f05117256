// Reads qualitative results: 达成 / 部分达成 / 未达成, the target's own word, or a word of its ladder (FORMATS §1.2).

enum QualityParser {
  /// The official wordings, longest first so that 部分达成 is not read as 达成.
  private static let grades: [(String, Attainment)] = [
    ("部分达成预期指标并具有一定效果", .partly), ("未达成预期指标且效果较差", .missed), ("达成年度指标", .full),
    ("部分达成年度指标并具有一定效果", .partly), ("未达成年度指标且效果较差", .missed),
    ("达成预期指标", .full), ("部分达成预期指标", .partly), ("未达成预期指标", .missed),
    ("部分达成", .partly), ("未达成", .missed), ("达成", .full),
  ].sorted { $0.0.count > $1.0.count }

  /// Reads a qualitative actual against the target's folded word.
  static func parse(_ text: String, _ folded: String, target: String) -> ValueReading<Actual> {
    for (wording, grade) in grades where folded.startsWithBytes(wording) {
      if folded.utf8.count == wording.utf8.count { return ValueReading(.attainment(grade, percent: nil)) }
      let rest = folded.dropFirst(wording.count).drop { ",;:(".contains($0) }
      let figure = rest.last == ")" ? rest.dropLast() : rest
      if figure.isEmpty { return ValueReading(.attainment(grade, percent: nil)) }
      guard let numeral = try? Numeral(reading: figure), numeral.rest == "%" else { break }
      return ValueReading(.attainment(grade, percent: numeral.quantity))
    }
    if let grade = ladder(folded, target: target) { return ValueReading(.attainment(grade, percent: nil)) }
    if TargetParser.startsNumber(folded) || TargetParser.sign(of: folded) != nil {
      return ValueReading(
        fault: Remark(
          .numberForQuality, "完成值“\(text)”是数字，而指标值“\(target)”是定性的",
          remedy: "填“达成”“部分达成”或“未达成”，可附百分比，如“部分达成 75%”"))
    }
    return ValueReading(
      fault: Remark(
        .unreadableActual, "完成值“\(text)”不能与定性指标值“\(target)”对照",
        remedy: "填“达成”“部分达成”“未达成”，或填“\(target)”的同级、低一级用语"))
  }

  /// The grade of a word on the target's ladder: X > 较X = 基本X > 一般 > 不X. At or above the target is 达成,
  /// one step below 部分达成, lower 未达成; 不X is always 未达成.
  static func ladder(_ word: String, target: String) -> Attainment? {
    if word.isSameText(target) { return .full }
    let (stem, required) = fair(target, word) ?? step(of: target)
    guard let reached = rung(of: word, stem: stem) else { return nil }
    if reached == Rung.not { return .missed }
    if reached <= required { return .full }
    return reached == required + 1 ? .partly : .missed
  }

  /// How far down its ladder a target's word stands, for comparing words of one ladder; nil for others.
  static func rung(of word: String, stem: String) -> Int? {
    if word == stem || ["很", "非常", "十分", "特别"].contains(where: { word == $0 + stem }) { return Rung.full }
    if word == "较" + stem || word == "基本" + stem || word == "比较" + stem { return Rung.rather }
    if word == "一般" { return Rung.fair }
    if word == "不" + stem || word == "未" + stem { return Rung.not }
    return nil
  }

  /// The stem of a target's word and its own rung: 较显著 → 显著, 1.
  static func step(of target: String) -> (stem: String, rung: Int) {
    for prefix in ["比较", "基本", "较"] where target.hasPrefix(prefix) && target.count > prefix.count {
      return (String(target.dropFirst(prefix.count)), Rung.rather)
    }
    return (target, Rung.full)
  }

  /// For the target 一般, which names no stem, that of the actual, if more of it is better; nil for others (较差, 不错).
  private static func fair(_ target: String, _ word: String) -> (stem: String, rung: Int)? {
    guard target.isSameBytes("一般") else { return nil }
    return stems.first(where: word.hasSuffix).map { ($0, Rung.fair) }
  }

  private static let stems = ["显著", "明显", "健全", "完善", "充分", "合理", "有效", "规范", "及时"]

  enum Rung {
    static let full = 0
    static let rather = 1
    static let fair = 2
    static let not = 3
  }
}
