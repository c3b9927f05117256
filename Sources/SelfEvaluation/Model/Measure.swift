// Units of measure (计量单位): what may be compared and added, and by which factor.

/// A unit of measure as written after a number: `台`, `%`, `万元`, `元/人/天`, or nothing.
public struct Measure: Hashable, Sendable {
  /// As shown; brackets and widths as the writer had them, `％` and `%(百分比)` become `%`.
  public let text: String
  /// The factor in front of `base`: 万 = 10⁴, 亿 = 10⁸; for rates in tenths of a percent % = 10, ‰ = 1.
  let factor: Int64
  /// The unit without 万/亿, in its canonical synonym: 台/件 and 台件 → 台, 批次 → 次, 个 → 项; empty for none.
  let base: String

  static let none = Measure(text: "", factor: 1, base: "")
  static let percent = Measure(text: "%", factor: 10, base: "‰")

  var isPercent: Bool { base.isSameBytes("‰") }
  var isNone: Bool { base.isEmpty && factor == 1 }
  /// 元, 万元, 亿元; not 元/人.
  var isMoney: Bool { base.isSameBytes("元") }

  /// 万, 亿 or 万亿 as written in front; empty where there is none.
  var scale: String { isPercent ? "" : String(text.prefix { "万亿".contains($0) }) }

  /// The unit as written, without 万 or 亿 in front.
  var unscaledText: String { isPercent ? text : String(text.drop { "万亿".contains($0) }) }

  /// Declared synonyms (FORMATS §1.3).
  static let synonyms = ["台/件": "台", "台件": "台", "批次": "次", "个": "项"]
  private static let synonymList = Array(synonyms)

  /// Reads the text after a number, already folded to half width and trimmed.
  init(folded: String) {
    guard let lead = folded.utf8.first else {
      self = .none
      return
    }
    if folded.isSameBytes("%") || folded.isSameBytes("%(百分比)") {
      self = .percent
      return
    }
    if folded.isSameBytes("‰") || folded.isSameBytes("‰(千分比)") {
      self.init(text: "‰", factor: 1, base: "‰")
      return
    }
    var unit = folded
    var factor: Int64 = 1
    // 万 and 亿 begin with the same byte.
    if lead == 0xE4 {
      for (prefix, value) in Measure.scales where folded.startsWithBytes(prefix) {
        (factor, unit) = (value, folded.withoutBytes(atStart: prefix.utf8.count))
        break
      }
    }
    let synonym = Measure.synonymList.first { unit.isSameBytes($0.key) }
    self.init(text: folded, factor: factor, base: synonym?.value ?? unit)
  }

  private static let scales: [(String, Int64)] = [
    ("万亿", 1_000_000_000_000), ("万", 10_000), ("亿", 100_000_000),
  ]

  /// A bare scale, for converting between units already known to agree.
  init(scaled factor: Int64) { self.init(text: "", factor: factor, base: "") }

  private init(text: String, factor: Int64, base: String) {
    (self.text, self.factor, self.base) = (text, factor, base)
  }

  /// Whether figures in the two units may be compared and added.
  func agrees(with other: Measure) -> Bool { base.isSameText(other.base) }

  /// The same unit written the same way; `agrees(with:)` is the question of synonyms.
  public static func == (left: Measure, right: Measure) -> Bool {
    left.factor == right.factor && left.text.isSameText(right.text) && left.base.isSameText(right.base)
  }

  /// A number in this unit expressed in another that agrees with it; nil when six decimals do not hold it or
  /// it is out of range.
  func convert(_ value: Quantity, to other: Measure) -> Quantity? {
    guard factor != other.factor else { return value }
    let product = Int128(value.millionths) * Int128(factor)
    guard product % Int128(other.factor) == 0 else { return nil }
    return Quantity(exact: product / Int128(other.factor))
  }

  /// A number in the unit without 万, 亿 or %, in millionths: figures in units that agree are compared by it.
  func inBase(_ value: Quantity) -> Int128 { Int128(value.millionths) * Int128(factor) }

  /// Whether it counts things: not a rate, not an amount per something (but 台/件), not a mark, not a span of time.
  var counts: Bool {
    !isPercent && !base.hasBytes("/") && !base.isSameBytes("分") && !isSpanOfTime
  }

  /// Whether a figure of this name counts things in it: 满意度 and 合格率 without a unit do not.
  func counts(_ name: Name) -> Bool {
    counts && !(isNone && Measure.rateEndings.contains(where: name.text.endsWithBytes))
  }

  private static let rateEndings = ["率", "度", "比例", "占比", "比重"]

  /// Whether it is a span of time, such as 天, 24个小时 or 天(工作日).
  var isSpanOfTime: Bool {
    // 个小时, and what stands in brackets behind 天, are the same span.
    let plain = base.prefix { $0 != "(" }
    let unit = String(plain.first == "个" ? plain.dropFirst() : plain)
    return Measure.spansOfTime.contains(where: unit.isSameBytes)
  }

  private static let spansOfTime = [
    "年", "月", "周", "天", "日", "旬", "工作日", "工作天", "自然日", "自然天", "日历天", "日历日", "小时", "分钟", "秒", "秒钟", "年度",
    "季度", "季", "星期", "自然年", "自然月",
  ]
}
