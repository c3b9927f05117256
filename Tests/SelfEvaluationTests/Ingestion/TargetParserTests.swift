// FORMATS §1.1: every form of target, and every damage by its name.

import Testing

@testable import SelfEvaluation

@Suite struct TargetParserTests {
  /// Text, kind, bare value, unit.
  static let readable: [(String, String, String, String)] = [
    ("≥28000台", "不低于", "28000", "台"), (">=28000台", "不低于", "28000", "台"), ("≧90%", "不低于", "90", "%"),
    ("＞＝90％", "不低于", "90", "%"), ("不少于12种", "不低于", "12", "种"), ("95%以上", "不低于", "95", "%"),
    ("3次及以上", "不低于", "3", "次"), ("至少3次", "不低于", "3", "次"), ("大于等于5项", "不低于", "5", "项"),
    ("不小于1,200份", "不低于", "1200", "份"),
    (">0", "高于", "0", ""), ("大于0", "高于", "0", ""), ("超过10%", "高于", "10", "%"), ("高于3", "高于", "3", ""),
    ("≤2.5%", "不高于", "2.5", "%"), ("<=1%", "不高于", "1", "%"), ("≤550元/人/天", "不高于", "550", "元/人/天"),
    ("≤2年", "不高于", "2", "年"), ("不超过202.6万元", "不高于", "202.6", "万元"), ("60天以内", "不高于", "60", "天"),
    ("3天及以内", "不高于", "3", "天"), ("3天（含）以内", "不高于", "3", "天"), ("≤6个月", "不高于", "6", "个月"),
    ("≤6月", "不高于", "6", "月"), ("6个月", "等于", "6", "个月"), ("24月", "等于", "24", "月"), ("30日", "等于", "30", "日"),
    ("4个季度", "等于", "4", "个季度"), ("3-6个月", "区间", "3-6", "个月"), ("6月以内", "不高于", "6", "月"),
    ("10天内", "不高于", "10", "天"), ("3日内完成", "不高于", "3", "日"),
    ("3个工作日内", "不高于", "3", "个工作日"), ("2年内", "不高于", "2", "年"), ("2000年以上", "不低于", "2000", "年"),
    ("≥3家规模以上企业", "不低于", "3", "家规模以上企业"), ("≥2家（500人以上）", "不低于", "2", "家(500人以上)"),
    ("≤2023年6月30日", "截止", "2023-06-30", ""), ("2023 年 6 月 30 日", "截止", "2023-06-30", ""),
    ("2023. 6. 30", "截止", "2023-06-30", ""), ("≥ 28000\u{3000}台", "不低于", "28000", "台"),
    ("≥2种（GB 2312 1980）", "不低于", "2", "种(GB23121980)"), ("≥5次/3 天", "不低于", "5", "次/3天"),
    ("5%(及)以下", "不高于", "5", "%"), ("至多3次", "不高于", "3", "次"), ("小于等于4", "不高于", "4", ""),
    ("<5%", "低于", "5", "%"), ("少于3次", "低于", "3", "次"),
    ("=100%", "等于", "100", "%"), ("＝0次", "等于", "0", "次"), ("═100%", "等于", "100", "%"),
    ("=14000平方米", "等于", "14000", "平方米"), ("100%", "等于", "100", "%"), ("200万", "等于", "200", "万"),
    ("≥99.5%(百分比)", "不低于", "99.5", "%"), ("≥1.8万份", "不低于", "1.8", "万份"), ("≥25TB", "不低于", "25", "TB"),
    ("≥800lm", "不低于", "800", "lm"),
    ("≥－5℃", "不低于", "-5", "℃"), ("≥ 1，200 份", "不低于", "1200", "份"), ("≥3‰", "不低于", "3", "‰"),
    ("90%-95%", "区间", "90-95", "%"), ("10～12次", "区间", "10-12", "次"), ("10至12次", "区间", "10-12", "次"),
    ("90—95%", "区间", "90-95", "%"), ("90——95%", "区间", "90-95", "%"), ("10--15次", "区间", "10-15", "次"),
    ("-20～-15℃", "区间", "-20--15", "℃"), ("-20至-15℃", "区间", "-20--15", "℃"), ("-5~-2℃", "区间", "-5--2", "℃"),
    ("-0.5%～-0.1%", "区间", "-0.5--0.1", "%"), ("-20-15℃", "区间", "-20-15", "℃"),
    ("≥3千克", "不低于", "3", "千克"), ("≥3零件", "不低于", "3", "零件"), ("≥2一等奖", "不低于", "2", "一等奖"),
    ("≥90°", "不低于", "90", "°"), ("≥3㎡", "不低于", "3", "㎡"), ("≥2（家）", "不低于", "2", "(家)"),
    ("≥5/年", "不低于", "5", "/年"),
    ("≥55\"", "不低于", "55", "\""), ("≥3μm", "不低于", "3", "μm"), ("≥3Ω", "不低于", "3", "Ω"),
    ("≥5%/年", "不低于", "5", "%/年"),
    ("45291台", "等于", "45291", "台"), ("202312份", "等于", "202312", "份"), ("20231231元", "等于", "20231231", "元"),
    ("202313", "等于", "202313", ""), ("20231301", "等于", "20231301", ""), ("≥202312", "不低于", "202312", ""),
    ("45291", "等于", "45291", ""),
    ("2023年12月31日", "截止", "2023-12-31", ""), ("2023-06-30", "截止", "2023-06-30", ""),
    ("2023/6/30", "截止", "2023-06-30", ""), ("2023年6月底", "截止", "2023-06-30", ""),
    ("2023年末", "截止", "2023-12-31", ""),
    ("2024年2月底前完成", "截止", "2024-02-29", ""), ("2023年底", "截止", "2023-12-31", ""),
    ("２０２３年６月３０日前", "截止", "2023-06-30", ""),
    ("序时进度", "序时进度", "序时进度", ""),
    ("健全", "定性", "健全", ""), ("较显著", "定性", "较显著", ""), ("超过同类水平", "定性", "超过同类水平", ""),
    ("完成1部宣传片", "定性", "完成1部宣传片", ""),
  ]

  @Test(arguments: readable) func reads(_ text: String, _ kind: String, _ bare: String, _ unit: String) throws
  {
    let target = try #require(TargetParser.parse(text).value)
    #expect(target.kind == kind)
    #expect(target.bare == bare)
    #expect(target.measure?.text ?? "" == unit)
  }

  static let damaged: [(String, Code)] = [
    ("≥8O台", .unreadableTarget), ("≥28OOO台", .unreadableTarget), ("≥1Ol台", .unreadableTarget),
    ("≥3。5", .unreadableTarget), ("≥3。5%", .unreadableTarget), ("≥1、000台", .unreadableTarget),
    ("3·5台", .unreadableTarget), ("≥3﹒5台", .unreadableTarget), ("≥8〇", .unreadableTarget),
    ("8〇台", .unreadableTarget),
    ("8五", .unreadableTarget), ("8五%", .unreadableTarget), ("≥90%。", .unreadableTarget),
    ("≥90±5", .unreadableTarget),
    ("9½", .unreadableTarget), ("3:1", .unreadableTarget), ("≥5/", .unreadableTarget),
    ("90<", .unreadableTarget),
    ("≥90<", .unreadableTarget), ("95<100", .unreadableTarget), ("10次-12。5次", .unreadableTarget),
    ("-20--15℃", .unreadableTarget), ("-20～--15℃", .unreadableTarget), ("10—-15℃", .unreadableTarget),
    ("20231231", .unreadableTarget), ("20231231前", .unreadableTarget), ("≤20231231", .unreadableTarget),
    ("202312", .unreadableTarget), ("202312底", .unreadableTarget), ("2023.12", .truncatedMonth),
    ("8O台", .unreadableTarget), ("≥", .unreadableTarget), ("≥健全", .unreadableTarget),
    ("不少于8O台", .unreadableTarget), ("/", .unreadableTarget), ("95%-90%", .unreadableTarget),
    ("10台-12次", .unreadableTarget), ("≥1,00台", .unreadableTarget), ("≥1.2.3", .unreadableTarget),
    ("290%", .misreadSign), ("2100%", .misreadSign), ("3.20106E+17", .spreadsheetDamage),
    ("#NAME?", .spreadsheetDamage),
    ("#VALUE!", .spreadsheetDamage), ("########", .spreadsheetDamage), ("≥≤90%", .twoSigns),
    ("≥≥90%", .twoSigns),
    ("2023年2月30日", .impossibleDate), ("2023-13-01", .impossibleDate), ("2023.1", .truncatedMonth),
    ("≥1.2345678台", .unrepresentableNumber), ("≥99999999999999台", .unrepresentableNumber),
  ]

  /// A date without its year, or one that names no day, is no number of months.
  static let yearless = [
    "6月底", "6月30日", "12月底前", "6月末", "6月初", "6月中旬", "6月份", "6月", "12月", "18月底", "6月30", "6月以前", "3季度", "4季度末",
    "1-6月", "1-2季度", "3月-5月", "15日前", "6月内", "6月内完成", "≤6月30日", "≤6月底", "不超过6月底", "≤３季度末", "2024年1季度",
    "2023年6月中旬", "2023年度",
    "≥2023年6月30日", "<2023年6月30日", "2021-2023年", "2021年-2023年", "6/30", "≥6/30",
    "2023-06", "2023-6", "2023/06", "≤2023-06",
  ]

  @Test(arguments: yearless) func namesDatesWithoutAYear(_ text: String) {
    let reading = TargetParser.parse(text)
    #expect(reading.value == nil)
    #expect(reading.remarks.map(\.code) == [.unreadableTarget])
  }

  @Test func advisesToWriteTheYear() {
    #expect(TargetParser.parse("6月底").remarks.first?.remedy.contains("写明年份，如“2023年6月底”") == true)
  }

  /// What is meant is said as far as it is known.
  @Test(arguments: [
    ("2023-06", "像是年月", "“2023年6月底”"), ("2023/6", "像是年月", "“2023年6月底”"), ("2023.12", "像是年月", "“2023年12月底”"),
    ("2023.1", "1月与10月", "“2023年10月底”"), ("20231231", "像是日期", "“2023年12月31日”"),
    ("202312", "像是日期", "“2023年12月底”"), ("≥3。5%", "“。”不是计量单位", "小数点写成“.”"),
  ])
  func saysWhatItLooksLike(_ text: String, _ said: String, _ advice: String) throws {
    let remark = try #require(TargetParser.parse(text).remarks.first)
    #expect(remark.message.contains(said) && remark.remedy.contains(advice))
  }

  /// A second bound never disappears into the unit of measure.
  static let twoBounds: [(String, Code)] = [
    ("≥90%且≤95%", .twoSigns), ("≥90%；≤95%", .twoSigns), ("90%≤x≤95%", .twoSigns), ("≥10次且≤12次", .twoSigns),
    ("≥10次，＜12次", .twoSigns), ("≥90%以上", .twoSigns), ("不低于90%以上", .twoSigns), ("≤3天以内", .twoSigns),
    ("≥90%以上（含）", .twoSigns), ("≥90%(含)以上", .twoSigns), ("≥1次以上/年", .twoSigns), ("≥10次且不超过12次", .twoSigns),
    ("10次以上12次以下", .twoSigns), ("90%-95%以上", .twoSigns), ("10次≤12次以下", .twoSigns),
    ("90%≥", .unreadableTarget), ("≥90%-95%", .unreadableTarget), ("≥10～12次", .unreadableTarget),
  ]

  @Test(arguments: twoBounds) func namesTheSecondBound(_ text: String, _ code: Code) {
    let reading = TargetParser.parse(text)
    #expect(reading.value == nil)
    #expect(reading.remarks.map(\.code) == [code])
  }

  /// Blanks of every width between digits are named, groups of three among them.
  static let split = [
    "≥\u{202E}53\u{202C}台", "\u{200F}53台", "3 5台", "≥3 5台", "9 5%", "2 8000台", "28 000台", "28\u{3000}000台",
    "≥28\u{A0}000台", "28\u{2009}000台",
    "3 .5台", "3. 5台", "28, 000台", "３\u{3000}５台", "9 0%-95%", "90%-9 5%", "3\t5台以上", "2023年1 2月31日",
    "2023-12-3 1",
  ]

  @Test(arguments: split) func namesSplitNumbers(_ text: String) {
    let reading = TargetParser.parse(text)
    #expect(reading.value == nil)
    #expect(reading.remarks.map(\.code) == [.unreadableTarget])
    let said = reading.remarks.first?.message
    #expect(said?.contains("空格") == true || said?.contains("显示次序") == true)
  }

  @Test(arguments: damaged) func namesDamage(_ text: String, _ code: Code) {
    let reading = TargetParser.parse(text)
    #expect(reading.value == nil)
    #expect(reading.remarks.map(\.code) == [code])
  }

  @Test func bareFractionIsDamageWhereThePercentSignBelongs() {
    #expect(TargetParser.parse("0.5", percentExpected: true).remarks.map(\.code) == [.fractionForPercent])
    #expect(TargetParser.parse("0.5", percentExpected: false).value?.bare == "0.5")
  }

  /// Where the other period's target is in %, a sign makes a fraction no better; where nothing is, it is a ratio.
  @Test(arguments: ["0.95", "≥0.95", "≤1", "不低于0.95", "0.95以上", "0.9-0.95"])
  func fractionBesideAPercentIsDamage(_ text: String) {
    let reading = TargetParser.parse(text, percentBeside: true)
    #expect(reading.value == nil)
    #expect(reading.remarks.map(\.code) == [.fractionForPercent])
    #expect(TargetParser.parse(text).value != nil)
  }

  @Test(arguments: ["≥95%", "≥0", "≥0.5%", "≥0.5台", "≥45"])
  func othersBesideAPercentAreRead(_ text: String) {
    #expect(TargetParser.parse(text, percentBeside: true).value != nil)
    #expect(TargetParser.parse("≥0.95", percentExpected: true).value != nil)
  }

  @Test func remarksOnWhatWasUnderstood() {
    #expect(TargetParser.parse("100%").remarks.map(\.code) == [.bareNumber])
    #expect(TargetParser.parse("完成1部宣传片").remarks.map(\.code) == [.digitsInQuality])
    #expect(TargetParser.parse("≥90%").remarks.isEmpty)
  }
}
