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

  /// The remark on a text for which `looksLikeMonth` holds; only of `.1` it is not known which month it is.
  static func truncatedMonth(_ text: String) -> Remark {
    let parts = Folding.key(text).split(separator: ".")
    if let year = parts.first, let month = parts.last.flatMap({ Int($0) }), parts.last != "1" {
      return Remark(
        .truncatedMonth, "“\(text)”像是年月，而不是一个数",
        remedy: "是日期的写成“\(year)年\(month)月底”这样的日期；确为数的补上计量单位")
    }
    return Remark(
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

  /// `behind`: what follows the number and is no unit of measure.
  static func unreadable(_ text: String, behind rest: String = "") -> Remark {
    if let mark = rest.first, !mark.isASCII {
      return Remark(
        .unreadableTarget, "指标值“\(text)”无法识别：数字后面的“\(mark)”不是计量单位",
        remedy: "小数点写成“.”，千位分隔符写成“,”，如“≥3.5%”“≥1,000台”；数字之后只写计量单位")
    }
    return Remark(
      .unreadableTarget, "指标值“\(text)”无法识别：比较符号之后应为数字和计量单位，数字中不能夹有字母",
      remedy: "按“≥28000台”“≤2.5%”“2023年12月31日”或“健全”的形式填写")
  }
}
