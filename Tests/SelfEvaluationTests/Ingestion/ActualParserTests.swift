// FORMATS §1.2: every form of actual in the sense of its target.

import Testing

@testable import SelfEvaluation

@Suite struct ActualParserTests {
  /// Target, actual, the number in the target's unit.
  static let numbers: [(String, String, String)] = [
    ("≥28000台", "27320台", "27320"), ("≥28000台", "27320", "27320"), ("≥28000台", "27320台/件", "27320"),
    ("≥28000台", "2.732万台", "27320"), ("≥1.8万份", "17000份", "1.7"), ("≥1.8万份", "1.7", "1.7"),
    ("≥400万元", "380", "380"),
    ("≥400万元", "200万", "200"), ("≥400万元", "3800000元", "380"), ("≤2.5%", "2.8%", "2.8"),
    ("≤2.5%", "28‰", "2.8"),
    ("≥2", "3台", "3"), ("≥266米", "≥266米", "266"), ("≥60批次", "64次", "64"), ("≥10项", "11个", "11"),
    ("=0次", "0", "0"), ("≥200万", "200万元", "200"), ("=200万", "1990000元", "199"),
    ("200万", "2000000", "2000000"),
    ("≥28000台", "27320 台", "27320"),
    ("≥90%", "0", "0"), ("≥90%", "-2", "-2"), ("≥1亿元", "9000万元", "0.9"), ("90%-95%", "92％", "92"),
    ("-20～-15℃", "-17℃", "-17"), ("-20～-15℃", "10℃", "10"), ("≤5‰", "0.8", "0.8"), ("≤5‰", "1", "1"),
    ("≥90", "90m2", "90"),
    ("≥90", "95次/3天", "95"), ("≥3", "4家（500人以上）", "4"), ("≥3", "4千克", "4"), ("≥90", "95（估）", "95"),
    ("≥90%", "≥92%", "92"), ("≥90%", "=92%", "92"), ("≥90%", ">92%", "92"), (">0", "≥3", "3"),
    ("≤5%", "<4%", "4"),
    ("=100%", "≥100%", "100"), ("=0次", "≤0次", "0"), ("=0次", "<1次", "1"), ("90%-95%", "≥92%", "92"),
    ("≥5千", "6千", "6"), ("≥5千万元", "6千万元", "6"), ("45000", "45120", "45120"), ("45291", "45400台", "45400"),
    ("45291", "100", "100"), ("45291台", "45400", "45400"), ("≥3年6个月", "4年6个月", "4"),
  ]

  @Test(arguments: numbers) func readsNumbers(_ target: String, _ actual: String, _ value: String) throws {
    let goal = try #require(TargetParser.parse(target).value)
    #expect(ActualParser.parse(actual, for: goal).value?.number?.text == value)
  }

  static let faults: [(String, String, Code)] = [
    ("≥28000台", "27320份", .measureMismatch), ("≥28000台", "达成", .qualityForNumber),
    ("≥28000台", "273Z0台", .measureMismatch),
    ("≥28000台", "27320O", .unreadableActual), ("≥90%", "0.95", .fractionForPercent),
    ("≥90%", "1", .fractionForPercent),
    ("≥90%", "-0.5", .fractionForPercent), ("≥90%", "290%", .misreadSign), ("≥2", "3万台", .measureMismatch),
    ("≥2", "3%", .measureMismatch), ("≥28000台", "#VALUE!", .spreadsheetDamage),
    ("≥1台", "3.2E+17", .spreadsheetDamage),
    ("≥1台", "约100台", .qualityForNumber), ("≥1台", "≥≥2台", .twoSigns),
    ("≥1.8万份", "17000.567份", .unrepresentableNumber),
    ("2023年12月31日", "达成", .impossibleDate), ("2023年12月31日", "2023年13月1日", .impossibleDate),
    ("健全", "95%", .numberForQuality), ("健全", "3", .numberForQuality), ("健全", "挺好的", .unreadableActual),
    ("一般", "较差", .unreadableActual), ("一般", "不错", .unreadableActual), ("一般", "挺好的", .unreadableActual),
    ("序时进度", "0.6", .fractionForPercent), ("序时进度", "1", .fractionForPercent),
    ("序时进度", "60台", .measureMismatch), ("序时进度", "45", .measureMismatch), ("序时进度", "4 5%", .unreadableActual),
    ("≥35台", "\u{202E}0053台\u{202C}", .unreadableActual), ("≥35台", "\u{2067}53\u{2069}台", .unreadableActual),
    ("≥35台", "90+1", .unreadableActual), ("≥35台", "90-1台", .unreadableActual),
    ("≥35台", "=45*2", .unreadableActual),
    ("≥35台", "3 5台", .unreadableActual), ("≥35台", "3\u{3000}5台", .unreadableActual),
    ("≥90%", "9 5%", .unreadableActual), ("≥28000台", "28 000台", .unreadableActual),
    ("≥28000台", "2\u{A0}8000", .unreadableActual), ("90%-95%", "9 2%", .unreadableActual),
    ("健全", "部分达成 7 5%", .unreadableActual), ("2023年12月31日", "2023年1 2月1日", .unreadableActual),
    ("≥28000台", "28000台以上", .unreadableActual), ("≥28000台", "28000台且≤30000台", .unreadableActual),
    ("≥90", "85～95", .unreadableActual), ("≥90", "85至95", .unreadableActual),
    ("≥90", "85—95", .unreadableActual),
    ("≥90", "90以下", .unreadableActual), ("≥90", "95<100", .unreadableActual),
    ("≥90", "90左右", .unreadableActual),
    ("≥90", "90台左右", .unreadableActual), ("≥90", "90多台", .unreadableActual),
    ("≤90", "95以内", .unreadableActual),
    ("≥90", "90。5", .unreadableActual), ("≥90", "8〇", .unreadableActual),
    ("≥90", "90台至95台", .unreadableActual),
    ("≥3", "3年6个月", .unreadableActual), ("≥200万", "300左右", .unreadableActual),
    ("≥90%", "95%以内", .unreadableActual),
    ("≥90", "5千", .measureMismatch), ("≥90", "5百万元", .measureMismatch), ("≥200万", "5千万", .measureMismatch),
    ("≥5千万", "6000万", .measureMismatch), ("≥90%", "<90%", .unreadableActual),
    ("≥90%", "≤95%", .unreadableActual),
    ("≤5%", ">5%", .unreadableActual), ("<5%", "≥4%", .unreadableActual),
    ("=100%", "<100%", .unreadableActual),
    ("=0次", ">0次", .unreadableActual), ("90%-95%", "<90%", .unreadableActual),
    ("90%-95%", ">95%", .unreadableActual),
    ("45291", "45400", .impossibleDate), ("45291", "45291", .impossibleDate),
    ("≥90%", "0.8", .fractionForPercent),
    ("≥200万", "200%", .measureMismatch), ("≥5", "5万台", .measureMismatch), ("≥5", "6/30", .unreadableActual),
  ]

  @Test(arguments: faults) func refuses(_ target: String, _ actual: String, _ code: Code) throws {
    let goal = try #require(TargetParser.parse(target).value)
    let reading = ActualParser.parse(actual, for: goal)
    #expect(reading.value == nil)
    #expect(reading.remarks.last?.code == code)
  }

  /// What is missing is said of the target that has no unit.
  @Test(arguments: [("5%", "“%”"), ("5万台", "“50000台”")])
  func namesATargetWithoutAUnit(_ actual: String, _ said: String) throws {
    let goal = try #require(TargetParser.parse("≥5").value)
    let remark = try #require(ActualParser.parse(actual, for: goal).remarks.first)
    #expect(remark.message.contains("指标值“≥5”没有计量单位"))
    #expect((remark.message + remark.remedy).contains(said) && !remark.message.contains("“”"))
  }

  @Test func progressIsAPercentage() throws {
    let remark = try #require(ActualParser.parse("45", for: .progress).remarks.first)
    #expect(remark.message.contains("没有百分号") && remark.remedy.contains("“45%”"))
    #expect(!remark.message.contains("4500%"))
  }

  static let qualities: [(String, String, Attainment)] = [
    ("健全", "健全", .full), ("健全", "达成", .full), ("健全", "达成预期指标", .full), ("健全", "较健全", .partly),
    ("健全", "基本健全", .partly), ("健全", "不健全", .missed), ("健全", "部分达成", .partly), ("健全", "未达成", .missed),
    ("健全", "部分达成预期指标并具有一定效果", .partly), ("健全", "未达成预期指标且效果较差", .missed), ("健全", "一般", .missed),
    ("较显著", "显著", .full), ("较显著", "较显著", .full), ("较显著", "一般", .partly), ("较显著", "不显著", .missed),
    ("显著", "较显著", .partly), ("显著", "一般", .missed), ("明显", "较明显", .partly), ("及时", "不及时", .missed),
    ("一般", "显著", .full), ("一般", "较显著", .full), ("一般", "基本健全", .full), ("一般", "非常明显", .full),
    ("一般", "一般", .full),
    ("一般", "不显著", .missed), ("一般", "未完善", .missed),
    ("序时进度", "部分达成", .partly),
  ]

  @Test(arguments: qualities) func climbsLadders(_ target: String, _ actual: String, _ grade: Attainment)
    throws
  {
    let goal = try #require(TargetParser.parse(target).value)
    #expect(ActualParser.parse(actual, for: goal).value == .attainment(grade, percent: nil))
  }

  @Test(arguments: ["部分达成 75%", "部分达成（75%）", "部分达成，75％", "部分达成75%"])
  func readsExplicitPercentages(_ text: String) {
    #expect(
      ActualParser.parse(text, for: .quality("健全")).value == .attainment(.partly, percent: Quantity(75)))
  }

  @Test(arguments: ["/", "／", "不适用", " 不适用 "]) func readsNotApplicable(_ text: String) {
    #expect(ActualParser.parse(text, for: .quality("健全")).value == .notApplicable)
  }

  @Test func readsDatesAndProgress() throws {
    let day = try #require(Day(year: 2024, month: 1, day: 30))
    let deadline = try #require(Day(year: 2023, month: 12, day: 31))
    #expect(ActualParser.parse("2024年1月30日", for: .deadline(deadline)).value == .date(day))
    #expect(ActualParser.parse("序时进度", for: .progress).value == .onSchedule)
    #expect(ActualParser.parse("60%", for: .progress).value == .progress(Quantity(60)))
  }

  @Test func saysWhatWasAssumed() throws {
    let target = try #require(TargetParser.parse("≥400万元").value)
    #expect(ActualParser.parse("380", for: target).remarks.map(\.code) == [.measureMissing])
    #expect(ActualParser.parse("≥380万元", for: target).remarks.map(\.code) == [.repeatedSign])
  }
}
