// Dates as offices write them: `2023年12月31日`, `2023-06-30`, `2023年6月底`, `2023年末`.

enum DayParser {
  enum Outcome {
    case day(Day)
    /// It has the form of a date, but there is no such day.
    case impossible
    case notADate
  }

  /// Words after a date that leave it the last day of what is named (FORMATS §1.1).
  private static let endings = ["以前", "之前", "完成", "底", "末", "前", "内"]

  /// Reads a text folded by `Folding.key`.
  static func parse(_ folded: String) -> Outcome {
    guard hasFourDigits(folded) else { return .notADate }
    var rest = Substring(folded)
    guard let year = number(&rest, digits: 4...4), (1900...2199).contains(year), let mark = rest.first else {
      return .notADate
    }
    if mark == "年" {
      rest.removeFirst()
      return afterYear(year, rest)
    }
    guard "-/.".contains(mark) else { return .notADate }
    rest.removeFirst()
    guard let month = number(&rest, digits: 1...2), rest.first == mark else { return .notADate }
    rest.removeFirst()
    guard let day = number(&rest, digits: 1...2), isEnding(rest) else { return .notADate }
    return Day(year: year, month: month, day: day).map(Outcome.day) ?? .impossible
  }

  /// Whether four digits stand in front, and something else behind them.
  private static func hasFourDigits(_ folded: String) -> Bool {
    let bytes = folded.utf8.span
    guard bytes.count > 4 else { return false }
    for index in 0..<4 where bytes[index] < UInt8(ascii: "0") || bytes[index] > UInt8(ascii: "9") {
      return false
    }
    return bytes[4] < UInt8(ascii: "0") || bytes[4] > UInt8(ascii: "9")
  }

  private static func afterYear(_ year: Int, _ text: Substring) -> Outcome {
    var rest = text
    if rest.first == "年" { rest.removeFirst() }
    guard let month = number(&rest, digits: 1...2) else {
      return isEnding(rest) ? Day(endOf: 12, in: year).map(Outcome.day) ?? .impossible : .notADate
    }
    guard rest.first == "月" else { return .notADate }
    rest.removeFirst()
    if rest.first == "份" { rest.removeFirst() }
    guard let day = number(&rest, digits: 1...2) else {
      guard isEnding(rest) else { return .notADate }
      return Day(endOf: month, in: year).map(Outcome.day) ?? .impossible
    }
    if rest.first == "日" || rest.first == "号" { rest.removeFirst() }
    guard isEnding(rest) else { return .notADate }
    return Day(year: year, month: month, day: day).map(Outcome.day) ?? .impossible
  }

  /// Whether nothing, or nothing but words such as 底 and 前, stands behind a date.
  static func isEnding(_ text: Substring) -> Bool {
    var rest = text
    while !rest.isEmpty {
      guard let ending = endings.first(where: rest.hasPrefix) else { return false }
      rest = rest.dropFirst(ending.count)
    }
    return true
  }

  private static func number(_ text: inout Substring, digits: ClosedRange<Int>) -> Int? {
    let run = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.contains(run.count), let value = Int(run) else { return nil }
    text = text.dropFirst(run.count)
    return value
  }
}
