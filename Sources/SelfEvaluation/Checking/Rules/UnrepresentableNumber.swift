// E224: more digits than can be computed exactly.

extension Rule {
  static let unrepresentableNumber = Rule(
    .unrepresentableNumber,
    title: "数字超出可精确计算的范围",
    why: "所有计算都用精确的十进制数，整数部分至多12位、小数至多6位；超出时宁可不算，也不四舍五入",
    remedy: "核对数字；确需更大的数时改用“万”“亿”作单位",
    firing: Example(.replace("actuals.csv", "28600台", with: "28600.1234567台")),
    clean: Example(.replace("actuals.csv", "28600台", with: "28600.123456台")))
}
