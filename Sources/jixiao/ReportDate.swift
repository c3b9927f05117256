// The day printed on a report: --date, else SOURCE_DATE_EPOCH, else today. The core has no clock.

import Glibc
import SelfEvaluation

enum ReportDate {
  /// The day; a text that is no day is a usage fault.
  static func day(from argument: String?) throws -> Day {
    if let argument { return try day(written: argument) }
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

  private static func day(written text: String) throws -> Day {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { throw UsageFault(message: "日期“\(text)”不是形如 2024-01-15 的日期") }
    guard (1900...2199).contains(year) else {
      throw UsageFault(message: "日期“\(text)”的年份应在1900至2199之间")
    }
    guard let date = Day(year: year, month: month, day: day) else {
      throw UsageFault(message: "没有“\(text)”这一天")
    }
    return date
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
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
