// Reads one 完成值 in the sense of its target (FORMATS §1.2).

enum ActualParser {
  /// Reads an actual; `text` is not blank.
  static func parse(_ text: String, for target: Target) -> ValueReading<Actual> {
    let reading = read(text, Folding.key(text), for: target)
    let isSplit =
      switch reading.value {
      case .number, .progress: SplitNumber.isIn(text)
      case .attainment(_, let percent): percent != nil && SplitNumber.isIn(text)
      case .date: SplitNumber.isIn(text, isDate: true)
      default: false
      }
    return isSplit ? ValueReading(fault: SplitNumber.remark(text, .unreadableActual)) : reading
  }

  private static func read(_ text: String, _ folded: String, for target: Target) -> ValueReading<Actual> {
    if let damage = SpreadsheetDamage.remark(on: text, folded: folded) { return ValueReading(fault: damage) }
    if folded.isSameBytes("/") || folded.isSameBytes("不适用") { return ValueReading(.notApplicable) }
    switch target {
    case .number(_, _, let measure): return number(text, folded, target: target, measure: measure)
    case .range(_, _, let measure): return number(text, folded, target: target, measure: measure)
    case .deadline: return date(text, folded)
    case .progress: return progress(text, folded)
    case .quality(let word): return QualityParser.parse(text, folded, target: word)
    }
  }

  private static func number(
    _ text: String, _ folded: String, target: Target, measure: Measure
  ) -> ValueReading<Actual> {
    var remarks: [Remark] = []
    var body = folded[...]
    if let (sign, rest) = TargetParser.sign(of: folded) {
      if TargetParser.sign(of: String(rest)) != nil {
        return ValueReading(
          fault: Remark(.twoSigns, "“\(text)”有两个比较符号", remedy: "完成值只写数字和计量单位，不写比较符号"))
      }
      if isContrary(sign, to: target) { return ValueReading(fault: contrary(text, target)) }
      body = rest
      remarks.append(
        Remark(
          .repeatedSign, "完成值“\(text)”带有比较符号，按“\(rest)”计算",
          remedy: "完成值只写实际达到的数，不写“≥”“≤”“=”"))
    }
    let numeral: Numeral
    do throws(Numeral.Fault) {
      numeral = try Numeral(reading: body)
    } catch {
      guard error == .none else {
        return ValueReading(fault: Numeral.remark(error, text, instead: .unreadableActual))
      }
      return ValueReading(
        fault: Remark(
          .qualityForNumber, "完成值“\(text)”不是数字，而指标值是“\(shown(target))”",
          remedy: "填写实际达到的数字和计量单位；确实不适用时填“不适用”并写明偏差原因"))
    }
    guard numeral.restIsMeasure else {
      return ValueReading(
        fault: Remark(
          .unreadableActual, "完成值“\(text)”无法识别：数字中夹有字母或多余的符号", remedy: "按“27320台”的形式重新填写"))
    }
    let written = Measure(folded: numeral.rest)
    if !written.agrees(with: measure), isVague(numeral.rest) { return ValueReading(fault: vague(text)) }
    return convert(numeral.quantity, written, text, folded, target, measure, remarks)
  }

  private static func convert(
    _ value: Quantity, _ written: Measure, _ text: String, _ folded: String, _ target: Target,
    _ measure: Measure, _ earlier: [Remark]
  ) -> ValueReading<Actual> {
    var remarks = earlier
    if written.isNone {
      // Of ‰ a bare number is a number of ‰.
      if measure == .percent, !value.isZero, value.magnitude <= Quantity(1) {
        return ValueReading(fault: SpreadsheetDamage.fractionForPercent(text, value: value))
      }
      if TargetParser.looksLikeMonth(folded) {
        return ValueReading(fault: TargetParser.truncatedMonth(text))
      }
      if measure.isNone, case .number(.equal, let goal, _) = target,
        let remark = UnmarkedDate.remark(onSerial: value, text, besides: goal)
      {
        return ValueReading(fault: remark)
      }
      if !measure.isNone {
        remarks.append(
          Remark(
            .measureMissing, "完成值“\(text)”没有计量单位，按指标值的单位理解为“\(value.text)\(measure.text)”",
            remedy: "补上计量单位“\(measure.text)”"))
      }
      return ValueReading(.number(value), remarks: remarks)
    }
    if case .number(_, let goal, _) = target, written.isPercent, measure.isPercent,
      folded == "2\(goal.text)%", SpreadsheetDamage.isMisreadSign(folded, value: value)
    {
      return ValueReading(fault: SpreadsheetDamage.misreadSign(text))
    }
    if hasUnreadScale(written) || hasUnreadScale(measure), !written.agrees(with: measure) {
      return ValueReading(fault: mismatch(value, written, text, target, measure))
    }
    // A target without a unit takes any unit that does not multiply.
    if measure.isNone, written.factor == 1, !written.isPercent {
      return ValueReading(.number(value), remarks: remarks)
    }
    // `200万` equals `200万元` where the other side is 万元.
    let bareMultiple =
      (written.base.isEmpty && !measure.isPercent || measure.base.isEmpty && !written.isPercent)
      && !measure.isNone
    guard written.agrees(with: measure) || bareMultiple else {
      return ValueReading(fault: mismatch(value, written, text, target, measure))
    }
    guard let converted = written.convert(value, to: measure) else {
      return ValueReading(
        fault: Remark(
          .unrepresentableNumber, "完成值“\(text)”换算成“\(measure.text)”后超过六位小数或超出范围",
          remedy: "直接以“\(measure.text)”为单位填写"))
    }
    return ValueReading(.number(converted), remarks: remarks)
  }

  private static func date(_ text: String, _ folded: String) -> ValueReading<Actual> {
    switch DayParser.parse(folded) {
    case .day(let day): ValueReading(.date(day))
    case .impossible: ValueReading(fault: TargetParser.impossibleDate(text))
    case .notADate:
      ValueReading(
        fault: Remark(
          .impossibleDate, "完成值“\(text)”不是日期，而指标值是截止日期", remedy: "填写实际完成的日期，如“2023年12月20日”"))
    }
  }

  private static func progress(_ text: String, _ folded: String) -> ValueReading<Actual> {
    if folded == "序时进度" || folded == "达到序时进度" || folded == "符合序时进度" {
      return ValueReading(.onSchedule)
    }
    guard TargetParser.startsNumber(folded) else {
      return QualityParser.parse(text, folded, target: "序时进度")
    }
    do throws(Numeral.Fault) {
      let numeral = try Numeral(reading: folded)
      let measure = Measure(folded: numeral.rest)
      if measure.isNone, numeral.quantity.magnitude > Quantity(1) {
        return ValueReading(
          fault: Remark(
            .measureMismatch, "完成值“\(text)”没有百分号，而“序时进度”的完成值应是百分比",
            remedy: "写成“\(numeral.quantity.text)%”"))
      }
      if measure.isNone, !numeral.quantity.isZero {
        return ValueReading(fault: SpreadsheetDamage.fractionForPercent(text, value: numeral.quantity))
      }
      guard measure.isPercent || measure.isNone,
        let percent = measure.isNone
          ? numeral.quantity : measure.convert(numeral.quantity, to: .percent)
      else {
        return ValueReading(
          fault: Remark(
            .measureMismatch, "完成值“\(text)”不是百分比，而指标值是“序时进度”", remedy: "填写“序时进度”或完成进度的百分比，如“60%”"))
      }
      return ValueReading(.progress(percent))
    } catch {
      return ValueReading(fault: Numeral.remark(error, text, instead: .unreadableActual))
    }
  }

  /// A target in the way messages quote it.
  static func shown(_ target: Target) -> String {
    switch target {
    case .number(let comparator, let value, let measure): "\(comparator.sign)\(value.text)\(measure.text)"
    case .range(_, _, let measure): "\(target.bare)\(measure.text)"
    default: target.bare
    }
  }
}
