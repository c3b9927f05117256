// The target as a form shows it (比较方式, 目标值, 计量单位), compared with the real one.

enum FormTarget {
  /// How the first line of a form begins.
  static let instructionMark = "填表说明："

  /// Whether the three cells still say what the target says.
  static func agrees(_ row: SourceRow, with target: Target) -> Bool {
    let kind = Folding.key(row.text(.comparator))
    let value = Folding.key(row.text(.targetValue))
    let unit = Folding.key(row.text(.measure))
    guard kind.isEmpty || kind == target.kind, unit.isEmpty || unit == Folding.key(target.measure?.text ?? "")
    else {
      return false
    }
    switch target {
    case .number(_, let goal, let measure):
      guard let numeral = try? Numeral(reading: value), !SplitNumber.isIn(row.text(.targetValue)) else {
        return false
      }
      return numeral.quantity == goal
        && (numeral.rest.isEmpty || Folding.key(numeral.rest) == Folding.key(measure.text))
    case .deadline(let day):
      if case .day(let written) = DayParser.parse(withoutMidnight(value)) { return written == day }
      return false
    case .range, .progress, .quality: return value == Folding.key(target.bare)
    }
  }

  /// How a spreadsheet has spoilt one of the three cells; nil where it did not, and somebody changed them.
  static func damage(_ row: SourceRow, to target: Target) -> String? {
    for heading in [Heading.comparator, .targetValue, .measure] {
      let text = row.text(heading)
      guard SpreadsheetDamage.remark(on: text, folded: Folding.key(text)) == nil else {
        return text.allSatisfy { $0 == "#" } ? "列宽不足存成了####" : "公式错误\(text)"
      }
    }
    let value = Folding.key(row.text(.targetValue))
    switch target {
    case .number(_, let goal, let measure): return damage(value, goal, measure)
    case .deadline(let day):
      return value == String(day.spreadsheetSerial) ? "日期存成了序号" : nil
    case .range(let lower, let upper, _):
      if value == "\(lower.text)月\(upper.text)日" { return "“\(target.bare)”存成了日期" }
      guard case .day(let day) = DayParser.parse(withoutMidnight(value)), Quantity(day.month) == lower,
        Quantity(day.day) == upper
      else { return nil }
      return "“\(target.bare)”存成了日期"
    case .progress, .quality: return nil
    }
  }

  private static func damage(_ value: String, _ goal: Quantity, _ measure: Measure) -> String? {
    do throws(Numeral.Fault) {
      let numeral = try Numeral(reading: value)
      let isHundredth = Int128(numeral.quantity.millionths) * 100 == Int128(goal.millionths)
      return measure.isPercent && numeral.rest.isEmpty && !goal.isZero && isHundredth ? "百分数存成了小数" : nil
    } catch {
      return error == .scientific ? "大数存成了科学计数法" : nil
    }
  }

  /// `2023/12/31 0:00`, as a spreadsheet may show a day.
  private static func withoutMidnight(_ value: String) -> String {
    for ending in ["00:00:00", "0:00:00", "00:00", "0:00"] where value.hasSuffix(ending) {
      return Folding.trimmed(String(value.dropLast(ending.count)))
    }
    return value
  }
}
