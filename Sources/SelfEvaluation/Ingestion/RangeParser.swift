// Reads ranges: `90%-95%`, `10～12次`, `10至12次`.

enum RangeParser {
  /// The signs between two bounds, after folding.
  private static let separators: [Character] = ["-", "~", "–", "—", "－", "∼", "至", "到"]
  private static let marks = separators.map(String.init)

  /// A range, a fault for one whose bounds are the wrong way round or of different units, or nil where the text
  /// is no range.
  static func parse(_ folded: String, _ text: String) -> ValueReading<Target>? {
    guard folded.hasBytes(ofOneOf: marks), let lower = try? Numeral(reading: folded) else { return nil }
    // What stands between the first number and the separator is the lower bound's unit.
    guard let mark = lower.rest.firstIndex(where: separators.contains) else { return nil }
    let lowerUnit = lower.rest[..<mark]
    var tail = lower.rest[mark...]
    // `——` is one separator; what stands behind another one is the upper bound's own minus.
    let separator = tail.first
    while tail.first == separator { tail = tail.dropFirst() }
    guard let upper = try? Numeral(reading: tail) else { return nil }
    guard TargetParser.startsNumber(tail) else { return nil }
    if separator == "-", lower.rest[mark...].hasPrefix("--"),
      !(lower.quantity.isZero || lower.quantity.isPositive)
    {
      return ValueReading(
        fault: Remark(
          .unreadableTarget, "区间“\(text)”中的“--”分不清哪个是负号", remedy: "用“～”隔开两端，如“-20～-15℃”"))
    }
    guard upper.restIsMeasure else {
      return ValueReading(fault: TargetParser.unreadable(text, behind: upper.rest))
    }
    if let fault = SecondBound.remark(on: upper.rest, text, isSigned: true) {
      return ValueReading(fault: fault)
    }
    let measure = Measure(folded: upper.rest)
    if !lowerUnit.isEmpty, Measure(folded: String(lowerUnit)) != measure {
      return ValueReading(
        fault: Remark(
          .unreadableTarget, "区间“\(text)”两端的计量单位不同", remedy: "两端写同一计量单位，如“90%-95%”"))
    }
    guard lower.quantity <= upper.quantity else {
      return ValueReading(
        fault: Remark(.unreadableTarget, "区间“\(text)”的下限大于上限", remedy: "把小的数写在前面"))
    }
    return ValueReading(.range(lower.quantity, upper.quantity, measure))
  }
}
