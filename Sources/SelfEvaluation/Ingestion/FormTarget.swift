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
    case .number(_, let goal, _):
      return (try? Numeral(reading: value)).map { $0.quantity == goal && $0.rest.isEmpty } ?? false
    case .deadline(let day):
      if case .day(let written) = DayParser.parse(value) { return written == day }
      return false
    case .range, .progress, .quality: return value == Folding.key(target.bare)
    }
  }
}
