import Testing

@testable import SelfEvaluation

@Suite("Ingestion: folding")
struct FoldingTests {
  @Test(
    "keys",
    arguments: [
      ("　项目名称 ", "项目名称"), ("全年（程）指标值", "全年(程)指标值"), ("ＡＢｃ１％", "ABc1%"), ("“甲”‘乙’", "\"甲\"'乙'"),
      ("【甲】，乙：丙；", "【甲】,乙:丙;"), ("三级\u{A0}\n指标\u{FEFF}", "三级指标"), ("指\u{200B}标", "指标"), ("Abc", "Abc"),
      ("＞＝90％", ">=90%"), ("", ""),
    ])
  func keys(text: String, key: String) {
    #expect(Folding.key(text) == key)
    #expect(Folding.key(key) == key)
  }

  @Test("blank and trimmed")
  func blank() {
    #expect(Folding.isBlank("\u{3000}\t \u{A0}\u{FEFF}\r\n"))
    #expect(!Folding.isBlank(" 。"))
    #expect(Folding.trimmed("\u{3000} 甲 乙\r\n") == "甲 乙")
    #expect(Folding.trimmed(" ") == "")
  }
}
