// E203: an actual that is neither a number nor a known word.

extension Rule {
  static let unreadableActual = Rule(
    .unreadableActual,
    title: "完成值无法识别",
    why: "数字里夹着字母（多是把0写成O）或空格（“3 5台”），或不是规定的定性用语，都不能计分；程序不猜测原意",
    remedy: "改成“27320台”这样的数字加计量单位；定性指标填“达成”“部分达成”或“未达成”",
    firing: Example(.replace("actuals.csv", "28600台", with: "286OO台")),
    clean: Example(.replace("actuals.csv", "28600台", with: "\"28,600台\"")))
}
