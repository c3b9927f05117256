// Damage that spreadsheets and scanners do to values: named, never repaired.

enum SpreadsheetDamage {
  /// The remark for a cell that holds a formula error or only # signs; nil for a sound one. `folded` comes from
  /// `Folding.key`.
  static func remark(on text: String, folded: String) -> Remark? {
    guard folded.utf8.first == UInt8(ascii: "#") else { return nil }
    let errors = ["#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"]
    if errors.contains(folded.uppercased()) {
      return Remark(
        .spreadsheetDamage, "“\(text)”是表格软件的公式错误，原来的内容（如“=0次”）已经丢失",
        remedy: "把该单元格设为“文本”格式后重新填写；“=”可写成“等于”")
    }
    if folded.allSatisfy({ $0 == "#" }), folded.utf8.count >= 3 {
      return Remark(
        .spreadsheetDamage, "“\(text)”表示列宽不足，原来的数字没有保存下来",
        remedy: "在表格软件中加宽该列后重新另存为CSV")
    }
    return nil
  }

  /// The remark for a cell of text (a name, a code, a telephone number, a reason) that a spreadsheet has replaced by a
  /// formula error, # signs or a number in scientific notation; nil for a sound one.
  static func remark(onText text: String) -> Remark? {
    guard let lead = text.utf8.first, text.utf8.count <= 40,
      lead == UInt8(ascii: "#") || lead == 0xEF || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(lead)
    else { return nil }
    let folded = Folding.key(text)
    if let damage = remark(on: text, folded: folded) {
      guard folded.contains(where: { $0 != "#" }) else { return damage }
      return Remark(
        .spreadsheetDamage, "“\(text)”是表格软件的公式错误，原来的文字已经丢失",
        remedy: "把该单元格设为“文本”格式后重新填写；文字不以“=”“-”“+”开头")
    }
    guard isScientific(folded) else { return nil }
    return Numeral.remark(.scientific, text, instead: .spreadsheetDamage)
  }

  /// `3.20106E+17`, in the way spreadsheets write it; `1E5` may be somebody's code.
  private static func isScientific(_ folded: String) -> Bool {
    func isNumber(_ text: some StringProtocol) -> Bool {
      !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
    }
    guard let mark = folded.firstRange(of: "E+") else { return false }
    let parts = folded[..<mark.lowerBound].split(separator: ".", omittingEmptySubsequences: false)
    return isNumber(folded[mark.upperBound...]) && parts.count <= 2 && parts[0].count == 1
      && parts.allSatisfy { isNumber($0) }
  }

  /// Whether `folded` looks like a percent whose ≥ was read as 2 by text recognition: `290%` for `≥90%`.
  static func isMisreadSign(_ folded: String, value: Quantity) -> Bool {
    guard folded.utf8.first == UInt8(ascii: "2"), folded.utf8.count >= 4 else { return false }
    guard let rest = try? Numeral(reading: folded.dropFirst()) else { return false }
    return rest.quantity <= .hundred && rest.quantity >= Quantity(50) && value > Quantity(150)
  }

  static func misreadSign(_ text: String) -> Remark {
    Remark(
      .misreadSign, "“\(text)”疑为“≥\(text.dropFirst())”：文字识别常把“≥”认成“2”",
      remedy: "对照原件；确为“≥\(text.dropFirst())”就改写，确为“\(text)”就写成“=\(text)”")
  }

  static func fractionForPercent(_ text: String, value: Quantity) -> Remark {
    let percent = Quantity(exact: Int128(value.millionths) * 100)?.text ?? text
    return Remark(
      .fractionForPercent, "“\(text)”没有百分号，而该指标以%计量：是\(percent)%还是\(value.text)%无法判定",
      remedy: "写明百分号，如“\(percent)%”")
  }
}
