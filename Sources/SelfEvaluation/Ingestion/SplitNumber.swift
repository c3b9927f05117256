// Numbers with blanks inside: `3 5台` may be 35, 3.5 or 3 to 5, and is never joined silently.

enum SplitNumber {
  /// Whether blanks of any width stand between the digits of a number in a text as written; what is in brackets is
  /// not looked at. In dates (`isDate`) only digits themselves may not be torn apart: `2023. 6. 30` is one.
  static func isIn(_ text: String, isDate: Bool = false) -> Bool {
    if Folding.isStable(text) { return false }
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
    Remark(
      code, "“\(text)”的数字中间有空格，分不清是一个数还是漏了小数点或别的符号",
      remedy: "核对原数，删去数字中间的空格，或补上漏掉的符号")
  }
}
