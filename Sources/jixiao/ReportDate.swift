// The day printed on a report: --date, else SOURCE_DATE_EPOCH, else today. The core has no clock.

import Glibc
import SelfEvaluation

enum ReportDate {
  /// The day; a text that is no day is a usage fault.
  static func day(from argument: String?) throws -> Day {
    if let argument {
      let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
      if parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
        let day = Int(parts[2]), let date = Day(year: year, month: month, day: day)
      {
        return date
      }
      throw UsageFault(message: "日期“\(argument)”不是形如 2024-01-15 的日期")
    }
    if let text = environment("SOURCE_DATE_EPOCH") {
      guard let seconds = Int(text), let day = day(at: seconds, local: false) else {
        throw UsageFault(message: "环境变量 SOURCE_DATE_EPOCH 的值“\(text)”不是秒数")
      }
      return day
    }
    guard let today = day(at: time(nil), local: true) else {
      throw UsageFault(message: "系统时钟不在1900年至2199年之间，请用 --date 指定日期")
    }
    return today
  }

  private static func day(at seconds: Int, local: Bool) -> Day? {
    var moment = time_t(seconds)
    var parts = unsafe tm()
    let converted = local ? unsafe localtime_r(&moment, &parts) : unsafe gmtime_r(&moment, &parts)
    guard unsafe converted != nil else { return nil }
    return unsafe Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
