// Numbers as people write them, read exactly: digits, thousands separators, a sign, up to six decimals.

/// A number at the start of a folded text and what follows it.
struct Numeral {
  let quantity: Quantity
  /// The folded text after the number: its unit of measure.
  let rest: String

  enum Fault: Error {
    /// The text does not begin with a number.
    case none
    /// Separators not in groups of three, or two decimal points.
    case malformed
    /// More than six decimals, or too large.
    case unrepresentable
    /// `3.20106E+17`.
    case scientific
  }

  /// Reads a number at the start of a text folded by `Folding.key`.
  init(reading text: some StringProtocol) throws(Fault) {
    let folded = String(text)
    let bytes = folded.utf8.span
    var index = Numeral.signLength(bytes)
    let negative = index > 0 && bytes[0] != UInt8(ascii: "+")
    var value: Int128 = 0
    var digits = 0
    var decimals = 0
    var seenPoint = false
    var groupStart: Int?
    scan: while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard digits < 30 else { throw .unrepresentable }
        value = value * 10 + Int128(byte - UInt8(ascii: "0"))
        digits += 1
        if seenPoint { decimals += 1 }
      case UInt8(ascii: ","):
        guard !seenPoint, digits > 0, groupStart.map({ digits - $0 == 3 }) ?? (digits <= 3) else {
          throw digits == 0 ? .none : .malformed
        }
        groupStart = digits
      case UInt8(ascii: "."):
        guard !seenPoint else { throw .malformed }
        guard digits > 0 else { throw .none }
        guard groupStart.map({ digits - $0 == 3 }) ?? true else { throw .malformed }
        (seenPoint, groupStart) = (true, nil)
      default: break scan
      }
      index += 1
    }
    guard digits > 0 else { throw .none }
    guard groupStart.map({ digits - $0 == 3 }) ?? true, !seenPoint || decimals > 0 else { throw .malformed }
    if Numeral.isExponent(bytes, at: index) { throw .scientific }
    while decimals > 6 {
      guard value % 10 == 0 else { throw .unrepresentable }
      (value, decimals) = (value / 10, decimals - 1)
    }
    for _ in decimals..<6 { value *= 10 }
    guard let quantity = Quantity(exact: negative ? -value : value) else { throw .unrepresentable }
    self.quantity = quantity
    rest = index == bytes.count ? "" : folded.withoutBytes(atStart: index)
  }

  /// Bytes of the sign in front: `+`, `-` or `−`.
  private static func signLength(_ bytes: borrowing Span<UInt8>) -> Int {
    guard !bytes.isEmpty else { return 0 }
    switch bytes[0] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"): return 1
    case 0xE2: return bytes.count >= 3 && bytes[1] == 0x88 && bytes[2] == 0x92 ? 3 : 0
    default: return 0
    }
  }

  private static func isExponent(_ bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "E") || bytes[index] == UInt8(ascii: "e")
    else { return false }
    let next = bytes[index + 1]
    return next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next)
  }

  /// Whether the rest can be a unit of measure: one begins with a letter, a hanzi, % or a symbol such as ℃, not with a
  /// digit, a point or any other mark (`90+1`, `6/30`, `3。5`, `1、000台`), and is not only letters or hanzi that are
  /// digits (`8O台`, `28OOO台`, `8〇`; 25TB is fine).
  var restIsMeasure: Bool { Numeral.isMeasure(rest[...]) }

  private static func isMeasure(_ unit: Substring) -> Bool {
    let scalars = unit.unicodeScalars
    guard let first = scalars.first else { return true }
    switch first {
    case "%", "‰": return isMeasure(Substring(scalars.dropFirst()))
    case "/": return scalars.count > 1 && isMeasure(Substring(scalars.dropFirst()))
    // A note; feet and inches.
    case "(", "'", "\"", "′", "″": return true
    case "A"..."Z", "a"..."z":
      let letters = scalars.prefix { $0.isASCII && $0.properties.isAlphabetic }
      return !letters.allSatisfy { "OoIl".unicodeScalars.contains($0) }
    case "〇": return false
    default:
      // 五 in `8五`; 五金件 is fine.
      if scalars.allSatisfy({ "零一二三四五六七八九十%‰".unicodeScalars.contains($0) }) { return false }
      let kind = first.properties.generalCategory
      return first.properties.isAlphabetic || kind == .otherSymbol || kind == .currencySymbol
    }
  }

  /// The remark for a text that cannot be read as a number.
  static func remark(_ fault: Fault, _ text: String, instead code: Code) -> Remark {
    switch fault {
    case .scientific:
      Remark(
        .spreadsheetDamage, "“\(text)”是科学计数法，原来的数字已被表格软件改写",
        remedy: "把该单元格设为“文本”格式后，重新填写完整数字")
    case .unrepresentable:
      Remark(
        .unrepresentableNumber, "“\(text)”超出可精确计算的范围（整数部分不超过12位、小数不超过6位）",
        remedy: "核对数字；确需更大的数时改用“万”“亿”作单位")
    case .malformed, .none:
      Remark(code, "“\(text)”不是规范的数字", remedy: "按“1234.5”或“1,234.5”的形式填写，千位分隔符每三位一个")
    }
  }
}
