// Dates that look like numbers: `20231231`, `202312`, and 45291, as which spreadsheets store 2023-12-31.

enum UnmarkedDate {
  /// The remark on a folded target without a unit whose digits are a day or, without a sign, a year and month; nil for
  /// others. A number that happens to look so can be given its unit.
  static func remark(on body: some StringProtocol, _ text: String, isSigned: Bool) -> Remark? {
    let length = body.utf8.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
    guard length == 8 || length == 6 else { return nil }
    let digits = body.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 8 || digits.count == 6 && !isSigned, let year = Int(digits.prefix(4)),
      (1990...2099).contains(year), let month = Int(digits.dropFirst(4).prefix(2)),
      DayParser.isEnding(Substring(body.dropFirst(digits.count)))
    else { return nil }
    if digits.count == 6 { return (1...12).contains(month) ? said(text, "\(year)年\(month)月底") : nil }
    return Int(digits.suffix(2)).flatMap { Day(year: year, month: month, day: $0) }.map {
      said(text, $0.chinese)
    }
  }

  /// The remark on the target of an indicator of time that is a number as which spreadsheets store dates; nil for
  /// others.
  static func remark(onSerial target: Target, _ text: String) -> Remark? {
    guard case .number(.equal, let goal, let measure) = target, measure.isNone, isSerial(goal) else {
      return nil
    }
    return Remark(
      .unreadableTarget, "指标值“\(text)”像是表格软件把日期存成的序号",
      remedy: "把该单元格设为“文本”格式，写成“2023年12月31日”这样的日期；确为数量的补上计量单位")
  }

  /// The remark on an actual that is, like its target, a number as which spreadsheets store dates; nil for others.
  /// Round targets are counts.
  static func remark(onSerial value: Quantity, _ text: String, besides goal: Quantity) -> Remark? {
    guard isSerial(value), isSerial(goal), goal.millionths % 100_000_000 != 0 else { return nil }
    return Remark(
      .impossibleDate, "完成值“\(text)”和指标值“\(goal.text)”都像是表格软件把日期存成的序号",
      remedy: "把两个单元格设为“文本”格式，写成“2023年12月31日”这样的日期；确为数量的在指标值中补上计量单位")
  }

  /// Whole numbers that stand for days of 2017 to 2030.
  private static func isSerial(_ value: Quantity) -> Bool {
    value >= Quantity(43_000) && value <= Quantity(47_500) && value.millionths % 1_000_000 == 0
  }

  private static func said(_ text: String, _ date: String) -> Remark {
    Remark(
      .unreadableTarget, "指标值“\(text)”像是日期，但没有写“年”“月”“日”",
      remedy: "写成“\(date)”；确为数量的补上计量单位")
  }
}
