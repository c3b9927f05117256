// W115: characters that take no room or turn the text round.

extension Rule {
  static let invisibleCharacter = Rule(
    .invisibleCharacter,
    title: "含有看不见的字符",
    why: "零宽字符和改变书写方向的字符多是从网页、聊天软件带来的，会使看起来相同的名称对不上，或颠倒数字的次序",
    remedy: "删去这个字符，或在单元格中重新键入内容",
    firing: Example(.replace("unit.csv", "示例检验所", with: "示例\u{200B}检验所")),
    clean: Example(.replace("unit.csv", "示例检验所", with: "示例\u{3000}检验所")))
}
