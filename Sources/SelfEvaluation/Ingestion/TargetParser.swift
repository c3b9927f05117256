// Reads one 指标值 (FORMATS §1.1): comparator, number and unit; range; deadline; 序时进度; or a quality.

enum TargetParser {
  /// A sign or word that says in which sense a number is a target.
  struct Wording {
    let text: String
    fileprivate let lead: UInt8
    fileprivate let comparator: Comparator

    fileprivate init(_ text: String, _ comparator: Comparator) {
      (self.text, lead, self.comparator) = (text, text.utf8.first ?? 0, comparator)
    }
  }

  /// Signs, longest first; compared after folding to half width.
  static let signs = [
    (">=", Comparator.atLeast), ("=>", .atLeast), ("<=", .atMost), ("=<", .atMost), ("==", .equal),
    ("≥", .atLeast), ("≧", .atLeast), ("⩾", .atLeast), ("≤", .atMost), ("≦", .atMost), ("⩽", .atMost),
    (">", .above), ("<", .below), ("=", .equal), ("═", .equal), ("﹦", .equal),
  ].map(Wording.init)

  /// Words in front of a number, longest first.
  static let words = [
    ("大于等于", Comparator.atLeast), ("小于等于", .atMost), ("大于或等于", .atLeast), ("小于或等于", .atMost),
    ("不少于", .atLeast), ("不低于", .atLeast), ("不小于", .atLeast), ("至少", .atLeast),
    ("不超过", .atMost), ("不高于", .atMost), ("不大于", .atMost), ("不多于", .atMost), ("至多", .atMost),
    ("大于", .above), ("高于", .above), ("超过", .above), ("小于", .below), ("低于", .below),
    ("少于", .below), ("等于", .equal),
  ].map(Wording.init)

  /// Words after a number and its unit, longest first.
  static let suffixes: [(String, Comparator)] = [
    ("及以上", .atLeast), ("(及)以上", .atLeast), ("(含)以上", .atLeast), ("以上", .atLeast),
    ("及以下", .atMost), ("(及)以下", .atMost), ("(含)以下", .atMost), ("以下", .atMost), ("及以内", .atMost),
    ("(及)以内", .atMost), ("(含)以内", .atMost), ("以内", .atMost),
  ]

  /// Reads a target. `percentExpected`: the indicator's name says that it is a rate, so that a bare `0.5` is damage;
  /// `percentBeside`: the other period's target is in %, and so is `≥0.5`.
  static func parse(
    _ text: String, percentExpected: Bool = false, percentBeside: Bool = false
  ) -> ValueReading<Target> {
    let reading = read(text, Folding.key(text), percentExpected: percentExpected)
    if percentBeside, let value = bareFraction(reading.value) {
      return ValueReading(fault: SpreadsheetDamage.fractionForPercent(text, value: value))
    }
    let isSplit =
      switch reading.value {
      case .number, .range: SplitNumber.isIn(text)
      case .deadline: SplitNumber.isIn(text, isDate: true)
      default: false
      }
    return isSplit ? ValueReading(fault: SplitNumber.remark(text, .unreadableTarget)) : reading
  }

  private static func bareFraction(_ target: Target?) -> Quantity? {
    switch target {
    case .number(_, let value, let measure), .range(_, let value, let measure):
      measure.isNone && value.isPositive && value <= Quantity(1) ? value : nil
    default: nil
    }
  }

  private static func read(_ text: String, _ folded: String, percentExpected: Bool) -> ValueReading<Target> {
    if let damage = SpreadsheetDamage.remark(on: text, folded: folded) { return ValueReading(fault: damage) }
    if folded.isSameBytes("序时进度") { return ValueReading(.progress) }
    if let (comparator, rest) = sign(of: folded) { return signed(comparator, rest, text) }
    if let (comparator, rest) = word(of: folded) {
      // 超过同类水平 is a quality, 超过8O台 a mistake.
      guard startsNumber(rest) else { return quality(text, folded) }
      return number(comparator, rest, text)
    }
    switch DayParser.parse(folded) {
    case .day(let day): return ValueReading(.deadline(day))
    case .impossible: return ValueReading(fault: impossibleDate(text))
    case .notADate: break
    }
    guard startsNumber(folded) else { return quality(text, folded) }
    if let remark = YearlessDate.remark(on: folded, text, isSigned: false) {
      return ValueReading(fault: remark)
    }
    if let range = RangeParser.parse(folded, text) { return range }
    return unsigned(folded, text, percentExpected: percentExpected)
  }

  /// Whether the folded text begins like a number, with or without a sign.
  static func startsNumber(_ folded: some StringProtocol) -> Bool {
    guard let lead = folded.utf8.first else { return false }
    if isDigit(lead) { return true }
    let scalars = folded.unicodeScalars
    guard let first = scalars.first, first == "+" || first == "-" || first == "−" || first == "." else {
      return false
    }
    return scalars.dropFirst().first.map { $0.isASCII && isDigit(UInt8($0.value)) } ?? false
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func sign(of folded: String) -> (Comparator, Substring)? {
    // No sign begins like a digit, a letter or a hanzi.
    guard let first = folded.utf8.first, first < 0x80 ? (0x3C...0x3E).contains(first) : !isHanziLead(first)
    else { return nil }
    return prefix(of: folded, among: signs)
  }

  private static func word(of folded: String) -> (Comparator, Substring)? {
    guard let first = folded.utf8.first, isHanziLead(first) else { return nil }
    return prefix(of: folded, among: words)
  }

  private static func isHanziLead(_ byte: UInt8) -> Bool { byte >= 0xE4 && byte <= 0xE9 }

  /// The first of the texts that stands in front, and what follows it; bytes are compared, the text is folded.
  private static func prefix(of folded: String, among wordings: [Wording]) -> (
    Comparator, Substring
  )? {
    guard let lead = folded.utf8.first else { return nil }
    for wording in wordings where wording.lead == lead && folded.startsWithBytes(wording.text) {
      let rest = folded[folded.utf8.index(folded.startIndex, offsetBy: wording.text.utf8.count)...]
      return (wording.comparator, rest)
    }
    return nil
  }

  private static func signed(_ comparator: Comparator, _ rest: Substring, _ text: String) -> ValueReading<
    Target
  > {
    if sign(of: String(rest)) != nil {
      return ValueReading(
        fault: Remark(.twoSigns, "“\(text)”有两个比较符号", remedy: "只保留一个比较符号，如“≥90%”"))
    }
    if comparator == .atMost, case .day(let day) = DayParser.parse(String(rest)) {
      return ValueReading(.deadline(day))
    }
    return number(comparator, rest, text)
  }

  private static func number(
    _ comparator: Comparator, _ rest: Substring, _ text: String, isSigned: Bool = true
  ) -> ValueReading<Target> {
    do throws(Numeral.Fault) {
      let numeral = try Numeral(reading: rest)
      if let fault = SecondBound.remark(on: numeral.rest, text, isSigned: isSigned)
        ?? (isSigned ? YearlessDate.remark(on: rest, text, isSigned: true) ?? signedRange(rest, text) : nil)
        ?? (numeral.restIsMeasure ? nil : unreadable(text, behind: numeral.rest))
        ?? UnmarkedDate.remark(on: rest, text, isSigned: isSigned)
      {
        return ValueReading(fault: fault)
      }
      return ValueReading(.number(comparator, numeral.quantity, Measure(folded: numeral.rest)))
    } catch {
      let fault = error == .none ? unreadable(text) : Numeral.remark(error, text, instead: .unreadableTarget)
      return ValueReading(fault: fault)
    }
  }

  /// A number without a sign in front: with 以上 or 以内 behind it, or 等于 with a note.
  private static func unsigned(_ folded: String, _ text: String, percentExpected: Bool) -> ValueReading<
    Target
  > {
    for (suffix, comparator) in suffixes where folded.endsWithBytes(suffix) {
      return number(comparator, folded.withoutBytes(atEnd: suffix.utf8.count)[...], text)
    }
    if let within = withinTime(folded) { return number(.atMost, within[...], text) }
    let reading = number(.equal, folded[...], text, isSigned: false)
    guard case .number(_, let value, let measure) = reading.value else { return reading }
    if measure.isPercent, SpreadsheetDamage.isMisreadSign(folded, value: value) {
      return ValueReading(fault: SpreadsheetDamage.misreadSign(text))
    }
    if measure.isNone {
      if percentExpected, value.isPositive, value <= Quantity(1) {
        return ValueReading(fault: SpreadsheetDamage.fractionForPercent(text, value: value))
      }
      if looksLikeMonth(folded) { return ValueReading(fault: truncatedMonth(text)) }
    }
    let note = Remark(
      .bareNumber, "“\(text)”没有比较符号，按“等于\(folded)”理解（表格软件常把“=100%”算成“100%”）",
      remedy: "确为“等于”不必改动，否则补上“≥”“≤”")
    return ValueReading(.number(.equal, value, measure), remarks: [note])
  }

  /// `10天内`, `3个工作日内完成`, which say the same as `10天以内`: the text without its ending.
  private static func withinTime(_ folded: String) -> String? {
    for ending in ["内", "内完成"] where folded.endsWithBytes(ending) {
      let span = folded.withoutBytes(atEnd: ending.utf8.count)
      if let numeral = try? Numeral(reading: span), Measure(folded: numeral.rest).isSpanOfTime { return span }
    }
    return nil
  }

  private static func quality(_ text: String, _ folded: String) -> ValueReading<Target> {
    guard !folded.isEmpty, folded != "/" else { return ValueReading(fault: unreadable(text)) }
    guard folded.utf8.contains(where: isDigit), folded.contains(where: { $0.isASCII && $0.isNumber }) else {
      return ValueReading(.quality(folded))
    }
    return ValueReading(
      .quality(folded),
      remarks: [
        Remark(
          .digitsInQuality, "“\(text)”含有数字但不以比较符号或数字开头，按定性指标处理",
          remedy: "可量化的写成“≥1部”这样的形式；确为定性则不必改动")
      ])
  }
}
