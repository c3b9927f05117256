// An indicator with its targets: what targets.csv says about it.

/// One row of a targets sheet. A class, so that handing it on counts one reference and copies no texts.
public final class Indicator: Hashable, Sendable {
  /// Counts from 1 in file order within its sheet (序号).
  public let ordinal: Int
  /// 一级指标 as written, such as 产出 or 产出指标; the rubric knows the synonyms.
  public let levelOne: String
  /// 二级指标 as written; tells indicators of one name apart.
  public let levelTwo: String
  /// 重点工作; empty where the sheet has none.
  public let keyTask: String
  /// 三级指标: the name as written.
  public let name: String
  /// 半年指标值; nil where the cell is empty, or where reading failed.
  public let half: StatedTarget?
  /// Nil only where reading failed; then there is an error finding.
  public let year: StatedTarget?
  /// 分值 as printed: empty, `/` or a number.
  public let weightText: String
  /// 分值 as a number; nil where `weightText` is none.
  public let weight: Points?
  /// The row.
  public let origin: Origin

  /// The name for comparing.
  let key: Name
  /// The name without what only varies the wording, for finding the same indicator in other sheets.
  let looseKey: Name

  init(
    ordinal: Int, levelOne: String, levelTwo: String, keyTask: String, name: String, half: StatedTarget?,
    year: StatedTarget?, weightText: String, weight: Points?, origin: Origin
  ) {
    (self.ordinal, self.levelOne, self.levelTwo, self.keyTask) = (ordinal, levelOne, levelTwo, keyTask)
    (self.name, self.half, self.year, self.weightText) = (name, half, year, weightText)
    (self.weight, self.origin) = (weight, origin)
    key = Name(name)
    looseKey = key.loose
  }

  /// The target of a period; an empty half-year target means the annual one (FORMATS §2).
  public func target(in period: Period) -> StatedTarget? {
    period == .half ? half ?? year : year
  }

  /// Whether the name is 预算执行率.
  var isExecutionRate: Bool { key.text.isSameBytes(Indicator.executionRate) }

  /// Whether level 1 is 决策 or 过程: the unit's own affair.
  var isManagement: Bool {
    let level = Folding.key(levelOne)
    return level.startsWithBytes("决策") || level.startsWithBytes("过程")
  }

  static let executionRate = "预算执行率"

  /// The same row, read the same: place, names and targets.
  public static func == (left: Indicator, right: Indicator) -> Bool {
    left === right
      || left.origin == right.origin && left.ordinal == right.ordinal && left.name == right.name
        && left.levelOne == right.levelOne && left.levelTwo == right.levelTwo && left.keyTask == right.keyTask
        && left.half == right.half && left.year == right.year && left.weightText == right.weightText
  }

  /// By its row alone, which tells indicators apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(origin) }
}

extension Name {
  /// The name without one ending 数量/数 (with 次 or 个), then without a final 次.
  var loose: Name {
    var loose = text
    for ending in ["次数量", "个数量", "数量", "次数", "个数", "数"] where loose.endsWithBytes(ending) {
      loose = loose.withoutBytes(atEnd: ending.utf8.count)
      break
    }
    if loose.endsWithBytes("次") { loose = loose.withoutBytes(atEnd: 3) }
    return Name(loose)
  }
}

extension [Indicator] {
  /// Their level-2 names to choose from, in words; the first ten where there are more.
  var levelTwoChoices: String {
    let shown = prefix(10).map(\.levelTwo).joined(separator: "或")
    return count > 10 ? "\(shown)等\(count)个中的一个" : shown
  }
}
