// 亮灯 of half-year monitoring (FORMATS §2).

import Testing

@testable import SelfEvaluation

@Suite struct SignalTests {
  /// Half-year target, annual target, actual, 二级指标, light.
  static let lights: [(String, String, String, String, String?)] = [
    ("≥100台", "≥200台", "59.999999台", "数量", "红灯"), ("≥100台", "≥200台", "60台", "数量", "黄灯"),
    ("≥100台", "≥200台", "79.999999台", "数量", "黄灯"), ("≥100台", "≥200台", "80台", "数量", "绿灯"),
    ("≥100台", "≥200台", "120台", "数量", "绿灯"), ("≥100台", "≥200台", "120.000001台", "数量", "蓝灯"),
    ("=100%", "=100%", "70%", "数量", "黄灯"), (">100台", ">200台", "100台", "数量", "绿灯"),
    ("≥100台", "≥200台", "99台", "质量指标", "红灯"), ("≥100台", "≥200台", "130台", "质量指标", "绿灯"),
    ("≥100台", "≥200台", "99台", "时效", "红灯"), ("≥100台", "≥200台", "99台", "成本", "红灯"),
    ("≤5%", "≤5%", "5%", "数量", "绿灯"), ("≤5%", "≤5%", "5.000001%", "数量", "红灯"),
    ("<5%", "<5%", "5%", "数量", "红灯"),
    ("90%-95%", "90%-95%", "90%", "数量", "绿灯"), ("90%-95%", "90%-95%", "95.1%", "数量", "红灯"),
    ("2023年6月30日", "2023年12月31日", "2023年6月30日", "数量", "绿灯"),
    ("2023年6月30日", "2023年12月31日", "2023年7月1日", "数量", "红灯"),
    ("健全", "健全", "达成", "质量", "绿灯"), ("健全", "健全", "较健全", "数量", "黄灯"), ("健全", "健全", "不健全", "数量", "红灯"),
    ("序时进度", "序时进度", "序时进度", "数量", "绿灯"), ("序时进度", "序时进度", "30%", "数量", "黄灯"),
    ("序时进度", "序时进度", "29.9%", "数量", "红灯"), ("序时进度", "序时进度", "60%", "数量", "绿灯"),
    ("序时进度", "序时进度", "60.1%", "数量", "蓝灯"),
    ("≥0台", "≥10台", "0台", "数量", "绿灯（未到期）"), ("=0台", "=10台", "5台", "数量", "绿灯（未到期）"),
    ("≤0台", "≤10台", "10台", "数量", "绿灯（未到期）"), ("≤0台", "≤10台", "10.1台", "数量", "红灯（未到期）"),
    ("≤0元", "≤0.5万元", "4000元", "数量", "绿灯（未到期）"), ("≤0元", "≤0.5万元", "5001元", "数量", "红灯（未到期）"),
    ("≤0", "≤10台", "10", "数量", "绿灯（未到期）"), ("≤0%", "≤5万元", "1%", "数量", "红灯"),
    ("=0次", "=0次", "0次", "数量", "绿灯"), ("=0次", "=0次", "1次", "数量", "红灯"), ("≥0台", "≥0台", "-1台", "数量", "红灯"),
    ("≥-5℃", "≥-5℃", "-4℃", "数量", "绿灯"),
    ("", "≥100台", "50台", "数量", "红灯"), ("≥100台", "≥200台", "不适用", "数量", nil),
  ]

  @Test(arguments: lights)
  func lightsUp(_ half: String, _ year: String, _ actual: String, _ levelTwo: String, _ light: String?) throws
  {
    let indicator = try Self.indicator(half, year, levelTwo: levelTwo)
    let target = try #require(indicator.target(in: .half)?.target)
    let value = try #require(ActualParser.parse(actual, for: target).value)
    #expect(Signal(indicator, value)?.word == light)
  }

  /// The level-1 name decides as well as the level-2 name.
  /// 未到期 is said of an indicator; a sheet takes the light alone.
  @Test func aSheetTakesTheWorstLight() throws {
    let files = [
      ("unit.csv", "项,内容\n单位名称,某单位\n年度,2023\n"),
      (
        "targets.csv",
        "项目名称,一级指标,二级指标,三级指标,半年指标值,全年指标值,分值\n甲,产出,数量,一,≤0台,≤10台,50\n甲,产出,数量,二,≥1台,≥2台,50\n"
      ),
      ("actuals.csv", "项目名称,三级指标,半年完成值\n甲,一,10.1台\n甲,二,1台\n"),
    ]
    let outcome = Pipeline.examine(
      files.map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }, options: try Repository.options(.half))
    let card = try #require(outcome.projects.first)
    #expect(card.rows.map { $0.signal?.word } == ["红灯（未到期）", "绿灯"])
    #expect(card.signal?.word == "红灯")
  }

  @Test func byLevelOne() throws {
    let indicator = try Self.indicator("≥100台", "≥200台", levelOne: "成本指标", levelTwo: "某类")
    #expect(Signal(indicator, .number(Quantity(99)))?.word == "红灯")
  }

  static func indicator(
    _ half: String, _ year: String, levelOne: String = "产出", levelTwo: String
  ) throws -> Indicator {
    let origin = Origin(file: 0, line: 1, offset: 0, length: 0)
    func stated(_ text: String) throws -> StatedTarget? {
      guard !text.isEmpty else { return nil }
      return StatedTarget(text: text, target: try #require(TargetParser.parse(text).value), origin: origin)
    }
    return Indicator(
      ordinal: 1, levelOne: levelOne, levelTwo: levelTwo, keyTask: "", name: "一", half: try stated(half),
      year: try stated(year), weightText: "", weight: nil, origin: origin)
  }
}
