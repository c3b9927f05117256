// What is said of a 完成值 whose sign or unit of measure is not the target's.

extension ActualParser {
  static func mismatch(
    _ value: Quantity, _ written: Measure, _ text: String, _ target: Target, _ measure: Measure
  ) -> Remark {
    guard measure.isNone else {
      return Remark(
        .measureMismatch,
        "完成值“\(text)”的计量单位“\(written.text)”与指标值“\(shown(target))”的单位“\(measure.text)”不一致",
        remedy: "换算成“\(measure.text)”后填写，或更正指标值的单位")
    }
    let isUnread = written.isPercent || hasUnreadScale(written)
    let plain = isUnread ? nil : written.convert(value, to: Measure(scaled: 1))
    return Remark(
      .measureMismatch,
      "完成值“\(text)”以“\(isUnread ? written.text : written.scale)”计，而指标值“\(shown(target))”没有计量单位",
      remedy: "在指标值中补上计量单位"
        + (plain.map { "，或把完成值写成“\($0.text)\(written.unscaledText)”" } ?? "，或改填与指标值同一口径的数"))
  }

  /// Whether what stands behind a number leaves open how much was reached: a second figure or bound (`85至95`, `95<100`,
  /// `3年6个月`) or an estimate (`90左右`, `90多台`). What is in brackets, `m2` and `次/3天` are not looked at.
  static func isVague(_ unit: String) -> Bool {
    if SecondBound.remark(on: unit, unit, isSigned: true) != nil { return true }
    let body = unit.prefix { $0 != "(" }
    return ["左右", "上下", "多", "余", "几"].contains(where: body.hasPrefix)
      || ["左右", "上下"].contains(where: body.hasSuffix) || hasFigure(body)
  }

  private static func hasFigure(_ body: Substring) -> Bool {
    var (before, isInNumber) = (Character("/"), false)
    for character in body {
      if character.isASCII, character.isNumber {
        guard isInNumber || before == "/" || before.isASCII && before.isLetter else { return true }
        isInNumber = true
      } else if character != "." {
        isInNumber = false
      }
      before = character
    }
    return false
  }

  static func vague(_ text: String) -> Remark {
    Remark(
      .unreadableActual, "完成值“\(text)”的数字后面还有比较的符号、用语或别的数，看不出实际达到多少",
      remedy: "只写实际达到的数和计量单位，如“27320台”")
  }

  /// 千万元, 百: scales other than 万 and 亿, which are part of the unit and not multiplied (千克 is a unit).
  static func hasUnreadScale(_ measure: Measure) -> Bool {
    // No scale begins like a letter, %, 次 or 项, as most units do.
    guard let lead = measure.base.utf8.first, lead >= 0x80, lead != 0xE6, lead < 0xE8 || lead > 0xE9 else {
      return false
    }
    let scale = measure.base.prefix { "十百千万亿".contains($0) }
    return !scale.isEmpty
      && (scale.utf8.count == measure.base.utf8.count || scale.contains { "万亿".contains($0) })
  }

  /// Whether a sign before the actual says the opposite of the target's: `<90%` for `≥90%`.
  static func isContrary(_ sign: Comparator, to target: Target) -> Bool {
    switch target {
    case .number(.equal, let goal, _): sign == (goal.isZero ? .above : .below)
    case .number(let comparator, _, _): sign != .equal && sign.isUpward != comparator.isUpward
    default: sign == .above || sign == .below
    }
  }

  static func contrary(_ text: String, _ target: Target) -> Remark {
    Remark(
      .unreadableActual, "完成值“\(text)”的比较符号与指标值“\(shown(target))”不合，看不出实际达到多少",
      remedy: "填写实际达到的数，不写比较符号")
  }
}
