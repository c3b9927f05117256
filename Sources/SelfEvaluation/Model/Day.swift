// Calendar days, for deadlines and the report's date; the core has no clock.

/// A day of the Gregorian calendar.
public struct Day: Hashable, Comparable, Sendable {
  /// 1900 to 2199.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// From 1 to the last of its month.
  public let day: Int

  /// A day that exists; nil for 2023-02-30 and the like. Years 1900 to 2199.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month),
      (1...Day.lastDay(of: month, in: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The last day of a month.
  init?(endOf month: Int, in year: Int) {
    guard (1...12).contains(month) else { return nil }
    self.init(year: year, month: month, day: Day.lastDay(of: month, in: year))
  }

  static func lastDay(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The earlier before the later.
  public static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }

  /// Days since 1 March 0000, so that differences of days are subtractions.
  var ordinal: Int {
    let shifted = month > 2 ? year : year - 1
    let months = month > 2 ? month - 3 : month + 9
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * months + 2) / 5 + day - 1
  }

  /// The number by which a spreadsheet knows the day: 45291 for 2023-12-31. It takes 1900 for a leap year.
  var spreadsheetSerial: Int { ordinal - 693_900 + (month > 2 || year > 1900 ? 1 : 0) }

  /// How many days this one is after `other`; negative before it.
  func days(after other: Day) -> Int { ordinal - other.ordinal }

  /// `2023-12-31`.
  public var text: String { "\(year)-\(Day.padded(month))-\(Day.padded(day))" }

  /// `2023年12月31日`.
  var chinese: String { "\(year)年\(month)月\(day)日" }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
