// Values that are clearly a point in time and do not say which: `6月底`, `6月30日`, `3季度`, `2023年6月中旬`.

enum YearlessDate {
  /// What stands behind a month, a quarter or a day of the month where a point in time is meant.
  private static let dateWords = [
    "底", "末", "初", "上旬", "中", "下旬", "前", "以前", "之前", "后", "以后", "之后", "起", "内", "完成", "份",
  ]
  private static let separators: [Character] = ["-", "~", "–", "—", "－", "∼", "至", "到"]

  /// The remark on a folded text that starts with a digit and is a date without its year, or one with a year that
  /// names no day; nil for a number. Behind a sign `6月` is a span of time, and so is `6个月` everywhere.
  static func remark(on body: some StringProtocol, _ text: String, isSigned: Bool) -> Remark? {
    guard mayBeDate(body) else { return nil }
    let digits = body.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), let number = Int(digits),
      let mark = body.dropFirst(digits.count).first
    else { return nil }
    let rest = body.dropFirst(digits.count)
    if digits.count == 4 {
      if let month = month(in: rest), isYear(number) { return yearAndMonth(text, number, month) }
      return isDatedBadly(number, rest) ? unclear(text) : nil
    }
    if separators.contains(mark), !isSigned {
      // `1-6月`, `1-2季度`
      return remark(on: rest.drop { separators.contains($0) }, text, isSigned: false)
    }
    guard digits.count <= 2 else { return nil }
    let isMeant =
      if rest.hasPrefix("月") {
        isPoint(rest.dropFirst(1)) || (!isSigned && rest == "月" && (1...12).contains(number))
      } else if rest.hasPrefix("季度") {
        isPoint(rest.dropFirst(2)) || (!isSigned && rest == "季度" && (1...4).contains(number))
      } else {
        // `3日内` is a span of time.
        (rest.hasPrefix("日") || rest.hasPrefix("号")) && !rest.dropFirst(1).hasPrefix("内")
          && isPoint(rest.dropFirst(1))
      }
    return isMeant ? yearless(text) : nil
  }

  /// False where the digits in front are followed by nothing, or by what no date has there: nearly every target.
  private static func mayBeDate(_ body: some StringProtocol) -> Bool {
    let behind = body.utf8.drop { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    guard let lead = behind.first else { return false }
    let next = behind.dropFirst().first ?? 0
    switch lead {
    case UInt8(ascii: "-"), UInt8(ascii: "~"), UInt8(ascii: "/"): return true
    // 至 到; 年 号; 月 日; 季: by the first two of their three bytes.
    case 0xE8: return next == 0x87
    case 0xE5: return next == 0x88 || next == 0xB9 || next == 0x8F || next == 0xAD
    case 0xE6: return next == 0x9C || next == 0x97
    // What is neither ASCII nor one of the hanzi above may be a dash.
    default: return lead >= 0x80 && !(0xE4...0xE9).contains(lead)
    }
  }

  /// A year and 年 with something behind it that is no day: `2023年6月中旬`, `2023年1季度`, `2021-2023年`.
  private static func isDatedBadly(_ year: Int, _ rest: some StringProtocol) -> Bool {
    guard isYear(year) else { return false }
    if let mark = rest.first, separators.contains(mark) {
      let second = rest.drop { separators.contains($0) }
      guard let end = Int(second.prefix(4)), (1900...2199).contains(end) else { return false }
      return second.dropFirst(4).hasPrefix("年")
    }
    guard rest.hasPrefix("年"), let next = rest.dropFirst().first else { return false }
    // `2000年以上` counts years.
    return next != "/" && next != "(" && !TargetParser.suffixes.contains { rest.dropFirst() == $0.0 }
  }

  private static func isYear(_ number: Int) -> Bool { (1900...2199).contains(number) }

  /// The month behind a year and a mark, with nothing behind it: 6 in `2023-06`, `2023/6`.
  private static func month(in rest: some StringProtocol) -> Int? {
    guard rest.first == "-" || rest.first == "/", rest.count <= 3,
      rest.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }), let month = Int(rest.dropFirst())
    else { return nil }
    return (1...12).contains(month) ? month : nil
  }

  /// Whether what follows a month, a quarter or a day makes it a point in time.
  private static func isPoint(_ tail: some StringProtocol) -> Bool {
    guard let first = tail.first else { return false }
    if first.isASCII && first.isNumber || separators.contains(first) { return true }
    return dateWords.contains(where: tail.hasPrefix)
  }

  private static func yearless(_ text: String) -> Remark {
    Remark(
      .unreadableTarget, "指标值“\(text)”像是日期，但没有写年份",
      remedy: "写明年份，如“2023年6月底”“2023年6月30日”；指时间长短的写成“6个月”")
  }

  private static func yearAndMonth(_ text: String, _ year: Int, _ month: Int) -> Remark {
    Remark(
      .unreadableTarget, "指标值“\(text)”像是年月，看不出是截止到哪一天", remedy: "只写截止日期，如“\(year)年\(month)月底”")
  }

  private static func unclear(_ text: String) -> Remark {
    Remark(
      .unreadableTarget, "指标值“\(text)”像是日期，但看不出是截止到哪一天",
      remedy: "只写截止日期，如“2023年6月底”“2023年12月31日”，前面不加“≥”")
  }
}
