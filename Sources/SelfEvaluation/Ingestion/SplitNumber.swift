// Numbers that do not look like what they would be read as: with blanks inside (`3 5台` may be 35, 3.5 or 3 to 5), or
// with marks that turn the reading direction (0011 is seen as 1100). They are never read silently.

enum SplitNumber {
  /// Whether marks that turn the reading direction stand anywhere in a text as written, or blanks of any width between
  /// the digits of a number; what is in brackets is not looked at for blanks. In dates (`isDate`) only digits themselves
  /// may not be torn apart: `2023. 6. 30` is one.
  static func isIn(_ text: String, isDate: Bool = false) -> Bool {
    if Folding.isStable(text) { return false }
    if text.unicodeScalars.contains(where: Folding.turns) { return true }
    var (isInNumber, isAfterBlank) = (false, false)
    for written in text.unicodeScalars {
      if written.properties.isWhitespace {
        isAfterBlank = true
        continue
      }
      if Folding.isSkipped(written) { continue }
      switch Folding.folded(written) {
      case "0"..."9":
        if isInNumber, isAfterBlank { return true }
        (isInNumber, isAfterBlank) = (true, false)
      case ".", ",":
        // A blank on either side of it counts.
        if isDate { isInNumber = false }
      case "(": return false
      default: (isInNumber, isAfterBlank) = (false, false)
      }
    }
    return false
  }

  static func remark(_ text: String, _ code: Code) -> Remark {
    if text.unicodeScalars.contains(where: Folding.turns) {
      return Remark(
        code, "“\(text)”里有改变显示次序的看不见的字符，看到的数和读到的数可能不同",
        remedy: "删去整个单元格的内容，重新键入数字和计量单位")
    }
    return Remark(
      code, "“\(text)”的数字中间有空格，分不清是一个数还是漏了小数点或别的符号",
      remedy: "核对原数，删去数字中间的空格，或补上漏掉的符号")
  }
}
