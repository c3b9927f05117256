// 勾稽校验 on the published sheets of Samples/jsmi-2023: what holds in them, and what does not.

import Testing

@testable import SelfEvaluation

@Suite struct ReconcilerSampleTests {
  /// Examined once for all tests.
  private static let examined = Result {
    let files = try Repository.sample("jsmi-2023")
    return Pipeline.examine(files, options: try Repository.options()).unit.reconciliation
  }

  static func checks() throws -> [ReconciliationCheck] { try examined.get() }

  /// How many checks of each group agree, differ or need a word.
  @Test func verdictsOfEveryGroup() throws {
    let groups = Dictionary(grouping: try Self.checks()) { String($0.id.prefix(3)) }
    let counts = groups.mapValues { checks in
      [Verdict.agrees, .differs, .remark].map { verdict in checks.count { $0.verdict == verdict } }
    }
    #expect(
      counts == [
        "G01": [9, 0, 0], "G02": [13, 0, 0], "G03": [32, 0, 0], "G04": [4, 0, 0], "G05": [9, 0, 0],
        "G06": [2, 0, 0], "G07": [61, 7, 0], "G08": [0, 5, 0], "G09": [0, 0, 12], "G10": [0, 3, 5],
        "G11": [0, 0, 3], "G12": [0, 0, 1], "G13": [2, 2, 2], "G14": [0, 1, 0], "G15": [0, 0, 1],
      ])
  }

  @Test func numbersAreConsecutive() throws {
    let ids = try Self.checks().map(\.id)
    #expect(ids.prefix(3) == ["G01-01", "G01-02", "G01-03"])
    #expect(ids.contains("G03-32") && ids.contains("G07-68") && !ids.contains("G07-69"))
    #expect(Set(ids).count == ids.count && ids == ids.sorted())
  }

  /// 编号, left, right, difference, verdict.
  static let figures: [(String, String, String, String, Verdict)] = [
    ("G01-01", "37900.04", "37900.04", "0", .agrees), ("G01-04", "2148.92", "2148.92", "0", .agrees),
    ("G02-01", "37900.04", "37900.04", "0", .agrees), ("G02-10", "30159.2", "30159.2", "0", .agrees),
    ("G02-11", "12099.46", "12099.46", "0", .agrees),
    ("G03-01", "4289.49", "4289.49", "0", .agrees), ("G03-02", "2038.96", "2038.96", "0", .agrees),
    ("G03-31", "53", "53", "0", .agrees), ("G03-32", "140", "140", "0", .agrees),
    ("G04-01", "12170.04", "6485.49", "5684.55", .agrees), ("G04-02", "10230", "10230", "0", .agrees),
    ("G04-03", "15500", "13443.71", "2056.29", .agrees), ("G04-04", "7740.84", "7740.84", "0", .agrees),
    ("G05-01", "39%", "39.0487%", "-0.0487", .agrees), ("G05-02", "48%", "47.5339%", "0.4661", .agrees),
    ("G05-08", "60.3%", "60.2985%", "0.0015", .agrees), ("G05-09", "38%", "37.9791%", "0.0209", .agrees),
    ("G06-01", "61%", "61%", "0", .agrees), ("G06-02", "99%", "99%", "0", .agrees),
    ("G07-09", "100%", "95%", "5", .differs), ("G07-11", "100%", "0%", "100", .differs),
    ("G07-37", "13000台", "12600台", "400", .differs), ("G07-38", "28000台", "27500台", "500", .differs),
    ("G07-40", "18000份", "17500份", "500", .differs), ("G07-53", "较显著", "较显著", "", .agrees),
    ("G08-01", "=100%", "≥95%", "5", .differs), ("G08-04", "≥100%", "=100%", "0", .differs),
    ("G10-01", "计量监督管理业务经费：元/人/天", "科研项目经费：人/天", "", .differs), ("G10-02", "人/天", "元/人/天", "", .remark),
    ("G10-06", "部门整体：批次", "检验检测业务成本：次", "", .remark), ("G10-08", "部门整体：个", "信息化运行维护经费：次", "", .differs),
    ("G11-01", "≥100%", "100%", "0", .remark), ("G12-01", "无", "应有", "", .remark),
    ("G13-01", "335", "335", "0", .agrees), ("G13-02", "202", "202", "0", .agrees),
    ("G13-03", "网络及安全设备购置 47", "智能化软硬件购置 47", "", .remark), ("G13-05", "137", "143.5", "-6.5", .differs),
    ("G13-06", "39", "54.5", "-15.5", .differs), ("G14-01", "≥92%", "=100%", "-8", .differs),
    ("G15-01", "=0%", "上年结转资金 10230", "", .remark),
  ]

  @Test func figuresOfThePublishedSheets() throws {
    let checks = Dictionary(uniqueKeysWithValues: try Self.checks().map { ($0.id, $0) })
    for (id, left, right, difference, verdict) in Self.figures {
      let check = try #require(checks[id])
      #expect(check.left == left && check.right == right && check.difference == difference, "\(check)")
      #expect(check.verdict == verdict && !check.title.isEmpty && !check.basis.isEmpty, "\(check)")
    }
  }

  /// Every check but those of the whole points at a sheet and a row.
  @Test func pointsAtRows() throws {
    let checks = try Self.checks()
    #expect(checks.allSatisfy { $0.sheet != nil && $0.origin != nil })
    let named = checks.first { $0.id == "G09-10" }
    #expect(named?.right == "名称最接近：完善我省值传递溯源体系")
    #expect(named?.basis == "没有同名项目指标，现按“引用（完善我省值传递溯源体系）”取数")
    let own = checks.first { $0.id == "G09-02" }
    #expect(own?.right == "无" && own?.basis == "没有同名项目指标，现按“自报”取数")
  }

  /// In half-year monitoring a filed rate is compared with half-year money.
  @Test func halfYear() throws {
    let half = Pipeline.examine(try Repository.sample("jsmi-2023"), options: try Repository.options(.half))
    let filed = half.unit.reconciliation.filter { $0.id.hasPrefix("G06") }
    #expect(filed.map(\.verdict) == filed.map { _ in .agrees })
    #expect(filed.allSatisfy { $0.basis.contains("执行数合计") })
  }
}
