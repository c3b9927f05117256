// The overview of many units: what it says, and that neither order nor partition matters.

import Testing

@testable import SelfEvaluation

struct OverviewTests {
  let templates: TemplateLibrary
  let schemas: PageSchemas

  init() throws {
    templates = try TemplateLibrary()
    schemas = try PageSchemas(templates)
  }

  private func production(_ overview: Overview) throws -> Pipeline.Production {
    try Pipeline.produce(
      overview, date: try #require(Day(year: 2024, month: 2, day: 1)), csvEncoding: .utf8BOM,
      templates: templates, schemas: schemas)
  }

  private func table(_ overview: Overview, _ path: String) throws -> [[String]] {
    let production = try production(overview)
    #expect(production.faults == [])
    return try cells(try production.documents.at(path))
  }

  @Test func `units stand by rank with totals`() throws {
    let rows = try table(try Lines.overview(try Lines.bytes([5, 1, 9])), "汇总表.csv")
    #expect(rows[0].prefix(4) == ["名次", "单位编码", "单位名称", "得分"])
    #expect(rows.count == 6)
    #expect(rows[1...3].map { $0[0] } == ["1", "1", "1"])
    #expect(rows[1...3].map { $0[1] } == ["32101", "32105", "32109"])
    let budget = try #require(rows[0].firstIndex(of: "全年预算数（万元）"))
    #expect(rows[4][2] == "合计（3个单位）" && rows[4][budget] == "900.00")
    #expect(rows[5][2] == "平均" && rows[5][3] == rows[1][3])
  }

  @Test func `indicators of one name are rolled up`() throws {
    let overview = try Lines.overview(
      try [1, 2, 30].map { try Lines.line($0).bytes }
        + [
          Lines.line(
            40, .year, [.replace("actuals.csv", "量值溯源体系完善程度,较显著,较显著", with: "量值溯源体系完善程度,较显著,一般")]
          ).bytes
        ])
    func figure(_ name: String) throws -> OverviewFigure {
      try #require(overview.figures.first { $0.name == name })
    }
    let count = try figure("强制检定台件数")
    #expect(count.method == .sum && count.value == "\(28601 + 28602 + 28630 + 28640)" && count.units == 4)
    #expect(count.target == "112000" && count.measure.text == "台" && count.met == 4)
    let rate = try figure("客户满意度")
    #expect(rate.method == .worst && rate.value == "92" && rate.measure.text == "%")
    let word = try figure("量值溯源体系完善程度")
    #expect(word.method == .worst && word.value == "部分达成")
    #expect(overview.units[try #require(word.decisive)].id == "32140")
    #expect(overview.lonely == 0)
    let lineage = try table(overview, "数据/指标溯源.csv")
    let rows = lineage.filter { $0[1] == "强制检定台件数" }
    #expect(
      rows.map { $0[5] }
        == ["28601", "28602", "28630", "28640"].sorted { a, b in
          let order = overview.units.map(\.id)
          return (order.firstIndex(of: "32\(100 + (Int(a) ?? 0) - 28600)") ?? 0)
            < (order.firstIndex(of: "32\(100 + (Int(b) ?? 0) - 28600)") ?? 0)
        })
    #expect(rows.allSatisfy { $0[10].hasPrefix("单位/") && $0[6] == "台" })
  }

  /// The mean of the two units’ means would be 80.
  @Test func `weighted means are divided once`() throws {
    func indicator(_ numerator: Int128, _ denominator: Int128) -> UnitIndicator {
      UnitIndicator(
        name: "合格率", levelOne: "产出", levelTwo: "", target: .number(.atLeast, Quantity(90), .percent),
        actual: .number(Quantity(0)), words: "", isMet: false, method: .weightedMean,
        parts: RollUpParts(numerator: numerator, denominator: denominator))
    }
    let million: Int128 = 1_000_000
    let items = [
      // 100 × 60 and 100 × 80 in ‰ factors of 10, weights in millionths.
      OverviewItem(
        unit: 0, position: 0, indicator(140 * million * 10 * 100 * million, 200 * million)),
      OverviewItem(unit: 1, position: 0, indicator(90 * million * 10 * 50 * million, 50 * million)),
    ]
    let (figures, lonely) = OverviewRoller.roll(items, places: [1, 0])
    #expect(lonely == 0 && figures.count == 1)
    // (60 × 100 + 80 × 100 + 90 × 50) ÷ 250
    #expect(figures.first?.value == "74")
  }

  @Test func `every document is proven and links arrive`() throws {
    let lines =
      try Lines.bytes([1, 2, 3]) + [
        Lines.line(4, .year, [.replace("actuals.csv", "92%", with: "约92%")]).bytes
      ]
    let made = try production(try Lines.overview(lines))
    #expect(made.faults == [])
    #expect(
      made.documents.map(\.path) == [
        "汇总表.html", "汇总表.csv", "数据/指标汇总.csv", "数据/未完成单位.csv", "数据/指标溯源.csv",
      ])
    try prove(made.documents, templates)
    let page = try made.documents.text("汇总表.html")
    #expect(page.contains("单位/4") && page.contains("约92%") && page.contains("等级分布"))
    #expect(
      Recheck.findings(
        manifest: made.manifest, files: made.documents.map { ($0.path, $0.bytes) }, schemas: schemas) == [])
  }

  @Test func `half-year lights are counted`() throws {
    let half = try Lines.overview(try Lines.bytes([1, 2], .half))
    #expect(try production(half).documents.text("汇总表.html").contains("（2023年上半年）</title>"))
    let rows = try table(half, "汇总表.csv")
    #expect(rows[0].prefix(3) == ["单位编码", "单位名称", "总体亮灯"])
    #expect(rows[1][2].hasSuffix("灯") && rows[3][1] == "合计（2个单位）")
  }

  /// What goes out does not depend on how the lines came: 1,000 orders, each cut into files anew.
  @Test func `order and partition decide nothing`() throws {
    var lines = try Lines.bytes(Array(1...7))
    lines.append(try Lines.line(8, .year, [.replace("actuals.csv", "92%", with: "约92%")]).bytes)
    lines.append(
      UnitLine(.unreadable, reason: "不存在", options: try Repository.options(), folder: "单位/9").bytes)
    var random = SeededGenerator(seed: 20240201)
    var seen: Set<String> = []
    for round in 0..<1000 {
      lines.shuffle(using: &random)
      var reader = OverviewReader()
      var (file, line) = (1, 0)
      for bytes in lines {
        line += 1
        reader.add(bytes, at: "\(file).ndjson:\(line)")
        if Int.random(in: 0..<3, using: &random) == 0 { (file, line) = (file + 1, 0) }
      }
      let overview = try #require(reader.overview(), "\(reader.faults)")
      let page = OverviewRenderer.pages(
        overview, date: try #require(Day(year: 2024, month: 2, day: 1)), lineageFiles: 1)[0]
      var content = page.units.csvBytes + page.failed.csvBytes
      content += OverviewFigureLayout(overview: overview).table().csvBytes
      content += OverviewFigureLayout(overview: overview).lineage().joined() + Array(overview.digest.utf8)
      // Whole documents with their manifest, proven, now and then: they cost more.
      if round % 50 == 0 {
        let made = try production(overview)
        #expect(made.faults == [])
        content = made.manifest
        seen.insert("全部 " + Digest.sha256(content))
      } else {
        seen.insert(Digest.sha256(content))
      }
    }
    #expect(seen.count == 2)
  }

  @Test func `a duplicate is refused by name`() throws {
    let lines = try Lines.bytes([1, 2, 1])
    let reader = Lines.reader(lines)
    #expect(reader.overview() == nil)
    #expect(reader.faults == ["a.ndjson:3: “第1检验所”（单位编码 32101）重复，a.ndjson:1 已有"])
  }

  @Test func `a folder refused as a twin is no duplicate`() throws {
    let files = Lines.files(1)
    let unit = UnitIdentity(files, folderName: "x", encoding: nil)
    let twin = UnitLine(
      .twin, reason: "重名", options: try Repository.options(), folder: "单位/1b", unit: unit)
    let overview = try Lines.overview(try Lines.bytes([1, 2]) + [twin.bytes])
    #expect(overview.units.count == 2 && overview.failedCount == 1)
  }

  @Test func `what does not belong together is refused`() throws {
    let other = String(decoding: try Lines.line(2).bytes, as: UTF8.self)
    let half = String(decoding: try Lines.line(2, .half).bytes, as: UTF8.self)
    for (old, new, word) in [
      ("\"year\":2023", "\"year\":2022", "年度“2022”"),
      ("\"version\":\"\(ToolVersion.current)\"", "\"version\":\"9.9\"", "版本“9.9”"),
      (other, half, "期间“half”"),
    ] {
      let reader = Lines.reader([try Lines.line(1).bytes, Array(other.replacing(old, with: new).utf8)])
      #expect(reader.overview() == nil)
      #expect(reader.faults.count == 1 && reader.faults[0].hasPrefix("a.ndjson:2: "), "\(reader.faults)")
      #expect(reader.faults.first?.contains(word) == true, "\(reader.faults)")
    }
  }

  @Test func `damaged lines are named, all of them`() throws {
    let reader = Lines.reader([
      try Lines.line(1).bytes, Array("{\"tool\":".utf8), [0xFF, 0xFE], Array("[]".utf8),
    ])
    #expect(reader.faults.map { $0.prefix { $0 != " " } } == ["a.ndjson:2:", "a.ndjson:3:", "a.ndjson:4:"])
  }

  @Test(
    arguments: [(0, 6, "0"), (1_500_000, 6, "1.5"), (-1, 6, "-0.000001"), (42, 0, "42")]
      as [(Int128, Int, String)])
  func `exact numbers as decimals`(value: Int128, decimals: Int, text: String) {
    #expect(OverviewFigureLayout.decimal(value, decimals) == text)
  }
}
