// Rubrics are compared by what they say, not by what they are called.

import Testing

@testable import SelfEvaluation

struct OverviewRubricTests {
  /// A unit's own rubric.csv.
  private static let own = Example.Edit.write("rubric.csv", "项,值\n等级/优,85\n")

  private func rubric(_ name: String, _ text: String) throws -> Rubric {
    var options = try Repository.options()
    if text.isEmpty {
      options.rubricName = name
    } else {
      options.rubricFile = SourceFile(path: name, bytes: Array(text.utf8))
    }
    return Rubrics.choose(options, overrides: []).0
  }

  /// The line of a unit as if it had been made by the rubric of that name and digest.
  private func line(_ number: Int, _ name: String, _ digest: Character, _ period: Period = .year) throws
    -> [UInt8]
  {
    let line = try Lines.line(number, period)
    let text = String(decoding: line.bytes, as: UTF8.self)
      .replacing("\"rubric\":\"jiangsu\"", with: "\"rubric\":\"\(name)\"")
      .replacing(line.rubric.digest, with: String(repeating: digest, count: 64))
    return Array(text.utf8)
  }

  private func notes(_ overview: Overview) throws -> String {
    let page = OverviewRenderer.pages(
      overview, date: try #require(Day(year: 2024, month: 2, day: 1)), lineageFiles: 1)[0]
    let documents = try OverviewRenderer.documents(
      page, templates: try TemplateLibrary(), csvEncoding: .utf8BOM)
    return try documents.text("汇总表.html")
  }

  @Test func `the digest is of the rules in force`() throws {
    let text = "项,值,依据\n名称,本办法,甲\n项目/产出,60,甲\n项目/效益,40,甲\n区间/达成,80%,\n"
    let digest = try rubric("a.csv", text).digest
    #expect(digest == (try rubric("别处/b.csv", text).digest) && digest.utf8.count == 64)
    #expect(
      digest == (try rubric("a.csv", text.replacing("甲", with: "乙").replacing("80%", with: "80.0％")).digest))
    #expect(digest != (try rubric("a.csv", text.replacing("80%", with: "81%")).digest))
    #expect(try rubric("jiangsu", "").digest != rubric("mof", "").digest)
    // A unit's overrides count.
    let (plain, other) = (try Lines.line(1), try Lines.line(2, .year, [Self.own]))
    #expect(plain.rubric.digest != other.rubric.digest && plain.rubric.name == other.rubric.name)
    #expect(try plain.rubric.digest == rubric("jiangsu", "").digest)
  }

  @Test func `one content under two names is one rubric`() throws {
    for names in [["b.csv", "a.csv"], ["a.csv", "b.csv"]] {
      let lines = try names.enumerated().map { try line($0 + 1, $1, "a") }
      let overview = try Lines.overview(lines)
      #expect(overview.rubric.name == "a.csv" && overview.deviating.isEmpty)
      #expect(try !notes(overview).contains("评分办法的内容不一"))
    }
  }

  @Test func `another name with another content is refused`() throws {
    let reader = Lines.reader([
      try line(1, "jiangsu", "a"), try line(2, "mof", "b"), try line(3, "jiangsu", "a"),
    ])
    #expect(reader.overview() == nil)
    #expect(
      reader.faults == [
        "a.ndjson:2: “第2检验所”（单位编码 32102）的评分办法“mof”与 a.ndjson:1 的“jiangsu”不同，不能汇在一起"
      ])
  }

  @Test func `one name with two contents is told`() throws {
    let lines = [try Lines.line(1), try Lines.line(2, .year, [Self.own]), try Lines.line(3)].map(\.bytes)
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0]] {
      let overview = try Lines.overview(order.map { lines[$0] })
      #expect(overview.deviating.map(\.name) == ["第2检验所"])
      #expect(try notes(overview).contains("各单位评分办法的内容不一：“第2检验所”所用的与多数单位不同，得分和名次不能与其他单位直接比较。"))
    }
    let half = try Lines.overview([try line(1, "jiangsu", "a", .half), try line(2, "jiangsu", "b", .half)])
    #expect(try notes(half).contains("“第2检验所”所用的与多数单位不同，亮灯不能与其他单位直接比较。"))
  }

  /// As many of the one as of the other: the smaller digest is the majority's.
  @Test func `ties go to the smaller digest`() throws {
    for digests in ["ab", "ba"] {
      let lines = try digests.enumerated().map { try line($0 + 1, "jiangsu", $1) }
      let overview = try Lines.overview(lines)
      let smaller = digests.first == "a" ? "第2检验所" : "第1检验所"
      #expect(overview.rubric.digest.first == "a" && overview.deviating.map(\.name) == [smaller])
    }
  }

  @Test func `twenty names are told, then their number`() throws {
    let lines = try (1...45).map { try line($0, "jiangsu", $0 <= 21 ? "a" : "b") }
    let text = try notes(try Lines.overview(lines))
    #expect(text.contains("“第20检验所”等21个单位所用的与多数单位不同") && !text.contains("、“第21检验所”"))
  }

  /// Linked by name or by content through others: accepted in any order, with the same result.
  @Test func `order decides nothing`() throws {
    var lines = [
      try line(1, "a.csv", "c"), try line(2, "b.csv", "c"), try line(3, "b.csv", "d"),
      try line(4, "e.csv", "d"),
    ]
    lines.append(
      UnitLine(.unreadable, reason: "不存在", options: try Repository.options(), folder: "单位/9").bytes)
    lines[4] = Array(
      String(decoding: lines[4], as: UTF8.self).replacing(
        "\"rubric\":\"jiangsu\"", with: "\"rubric\":\"e.csv\""
      ).utf8)
    var random = SeededGenerator(seed: 7)
    var seen: Set<String> = []
    for _ in 0..<50 {
      lines.shuffle(using: &random)
      let overview = try Lines.overview(lines)
      #expect(overview.rubric.name == "a.csv" && overview.rubric.digest.first == "c")
      seen.insert("\(overview.deviating.map(\.name)) \(overview.rubric)")
    }
    #expect(seen.count == 1)
  }

  @Test func `folders that could not be read are an overview too`() throws {
    let line = UnitLine(.unreadable, reason: "不存在", options: try Repository.options(), folder: "单位/9")
    let overview = try Lines.overview([line.bytes])
    #expect(overview.rubric.name == "jiangsu" && overview.deviating.isEmpty)
    #expect(line.rubric.digest.isEmpty)
  }
}
