// Last year's actuals, to stand beside this year's where the names match.

/// The actuals of an earlier report, by sheet, level-2 and level-3 name.
public struct PreviousFigures: Sendable {
  /// One actual of last year.
  struct Entry: Hashable, Sendable {
    /// A bare number in `measure`, a date as 2022-12-31, or words.
    let bare: String
    /// 计量单位, empty for none.
    let measure: String

    /// As shown in 上年完成值: the number with its unit.
    var text: String { bare + measure }
  }

  private struct Key: Hashable {
    let sheet, levelTwo, name: String

    init(_ sheet: String, _ levelTwo: String, _ name: String) {
      (self.sheet, self.levelTwo, self.name) = (Folding.key(sheet), Folding.key(levelTwo), Folding.key(name))
    }
  }

  /// The year they belong to; nil where that is not known.
  public let year: Int?
  /// 单位名称 of the unit they belong to; nil where that is not known.
  public let unit: String?
  private var entries: [Key: Entry] = [:]
  private var ambiguous: Set<Key> = []

  init(unit: String?, year: Int?) { (self.unit, self.year) = (unit, year) }

  /// Adds an actual; names that stand twice on a sheet match nothing.
  mutating func add(_ entry: Entry, sheet: String, levelTwo: String, name: String) {
    let key = Key(sheet, levelTwo, name)
    if entries.updateValue(entry, forKey: key) != nil { ambiguous.insert(key) }
  }

  /// Last year's actual of an indicator; nil where no name, or more than one, matches.
  func entry(_ sheet: String, _ indicator: Indicator) -> Entry? {
    let key = Key(sheet, indicator.levelTwo, indicator.name)
    return ambiguous.contains(key) ? nil : entries[key]
  }
}
