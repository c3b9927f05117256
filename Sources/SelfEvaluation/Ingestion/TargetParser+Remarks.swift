// What is said of targets that cannot be read, or only with doubt.

extension TargetParser {
  /// `2023.1`: a year and month that lost a zero, or were never a number.
  static func looksLikeMonth(_ folded: String) -> Bool {
    guard folded.utf8.count <= 7, folded.hasBytes(".") else { return false }
    let parts = folded.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, (1...2).contains(parts[1].count) else { return false }
    guard let year = Int(parts[0]), let month = Int(parts[1]) else { return false }
    return (1990...2099).contains(year) && (1...12).contains(month)
  }

  static func truncatedMonth(_ text: String) -> Remark {
    Remark(
      .truncatedMonth, "“\(text)”像是年月，但无法分清1月与10月（“2023.10”常被表格软件存成“2023.1”）",
      remedy: "写成“2023年10月底”或“2023-10-31”这样的日期")
  }

  static func impossibleDate(_ text: String) -> Remark {
    Remark(.impossibleDate, "“\(text)”不是存在的日期", remedy: "核对月份和日数，如“2023年6月30日”")
  }

  /// `≥90%-95%`: of the two bounds none may disappear into the unit.
  static func signedRange(_ rest: Substring, _ text: String) -> Remark? {
    guard RangeParser.parse(String(rest), text)?.value != nil else { return nil }
    return Remark(
      .unreadableTarget, "指标值“\(text)”的比较符号后面是一个区间", remedy: "删去比较符号，写成“90%-95%”；或只写一个数，如“≥90%”")
  }

  static func unreadable(_ text: String) -> Remark {
    Remark(
      .unreadableTarget, "指标值“\(text)”无法识别：比较符号之后应为数字和计量单位，数字中不能夹有字母",
      remedy: "按“≥28000台”“≤2.5%”“2023年12月31日”或“健全”的形式填写")
  }
}
