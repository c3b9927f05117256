// unit.csv and projects.csv: who reports, and on what.

extension SubmissionReader {
  /// Keys of `unit.csv`; all but 年度目标 stand once.
  static let unitKeys = [
    "单位名称", "年度", "单位编码", "主管部门", "单位主要职能", "机构设置及人员配置", "中长期目标", "年度目标", "数据性质", "自评组织情况", "主要成效",
    "存在问题", "改进措施", "结果应用",
  ]

  mutating func readUnit(_ table: SourceTable) {
    // Without a heading no key was read, and the finding about the heading says so.
    guard !table.headings.isEmpty else { return }
    for row in table.rows {
      let key = Folding.key(row.text(.item))
      guard !key.isEmpty else {
        findings.append(empty(.item, at: row.origin(.item)))
        continue
      }
      guard SubmissionReader.unitKeys.contains(where: key.isSameText) else {
        findings.append(
          Finding(
            .unknownKey, at: row.origin(.item), "“\(row.text(.item))”不是 unit.csv 的项，没有读取",
            remedy: Nearest.advice(for: key, among: SubmissionReader.unitKeys, otherwise: "不需要时不必改动")))
        continue
      }
      if !key.isSameText("年度目标"), unitEntries.contains(where: { key.isSameText($0.key) }) {
        findings.append(
          Finding(.duplicateKey, at: row.origin(.item), "“\(key)”出现了两次", remedy: "只保留一行"))
        continue
      }
      let text = row.text(.content)
      // A year that cannot be read has its own finding.
      if !key.isSameText("年度") { nameDamage(in: row, [.content], sheet: nil) }
      if !text.isEmpty { unitEntries.append((key, text, row.origin(.content))) }
    }
    for key in ["单位名称", "年度"] where !unitEntries.contains(where: { $0.key == key }) {
      findings.append(
        Finding(.missingKey, at: .file("unit.csv"), "unit.csv 中没有“\(key)”", remedy: "增加一行：\(key)，并填写内容"))
    }
    readYear()
  }

  private mutating func readYear() {
    guard let entry = unitEntries.first(where: { $0.key == "年度" }) else { return }
    let digits = Folding.key(entry.text).prefix { $0.isASCII && $0.isNumber }
    let rest = Folding.key(entry.text).dropFirst(digits.count)
    if !SplitNumber.isIn(entry.text), let value = Int(digits), (1990...2199).contains(value),
      ["", "年", "年度"].contains(rest)
    {
      year = value
    } else {
      findings.append(
        Finding(.unreadableYear, at: entry.origin, "年度“\(entry.text)”不是四位年份", remedy: "填写四位年份，如“2023”"))
    }
  }

  mutating func readProjects(_ table: SourceTable) {
    for row in table.rows {
      let name = row.text(.project)
      guard !name.isEmpty else {
        findings.append(empty(.project, at: row.origin(.project)))
        continue
      }
      let key = Name(name)
      nameDamage(in: row, Layout.projects.columns.map(\.heading), sheet: name)
      if isDamaged(row, .project) {
        projectNames.insert(key)
        continue
      }
      guard key.text != Sheet.unitName, projectNames.insert(key).inserted else {
        findings.append(
          Finding(
            .duplicateProject, at: row.origin(.project), sheet: name, "项目“\(name)”出现了两次，或与“部门整体”同名",
            remedy: "项目名称不能重复，删去或改名"))
        continue
      }
      let facts = Layout.projects.columns.map { ($0.heading.name, row.text($0.heading)) }.filter {
        !$0.1.isEmpty
      }
      projects.append(
        Project(name: name, facts: facts.map { (heading: $0.0, text: $0.1) }, origin: row.origin))
      for heading in [Heading.start, .finish] {
        checkMonth(row, heading, project: name)
        checkDay(row, heading, project: name)
      }
    }
    checkCodes(table)
  }

  /// `2023.1` may be January or October: Excel drops the zero.
  private mutating func checkMonth(_ row: SourceRow, _ heading: Heading, project: String) {
    let text = Folding.key(row.text(heading))
    guard TargetParser.looksLikeMonth(text), text.split(separator: ".").last?.count == 1 else { return }
    findings.append(
      Finding(
        .truncatedProjectMonth, at: row.origin(heading), sheet: project,
        "\(heading.name)“\(row.text(heading))”无法分清1月与10月（“2023.10”常被表格软件存成“2023.1”）",
        remedy: "写成“2023.01”或“2023.10”"))
  }

  /// `2023/13/1`, `2023.13`: no such day or month.
  private mutating func checkDay(_ row: SourceRow, _ heading: Heading, project: String) {
    let text = Folding.key(row.text(heading))
    var isImpossible = SubmissionReader.isImpossibleMonth(text)
    if case .impossible = DayParser.parse(text) { isImpossible = true }
    guard isImpossible else { return }
    findings.append(
      Finding(
        .impossibleDate, at: row.origin(heading), sheet: project,
        "\(heading.name)“\(row.text(heading))”不是存在的日期", remedy: "核对月份和日数，如“2023年6月30日”"))
  }

  /// A year, a mark and a number that is no month.
  private static func isImpossibleMonth(_ folded: String) -> Bool {
    let parts = folded.split(omittingEmptySubsequences: false) { "./-".contains($0) }
    guard parts.count == 2, parts[0].count == 4, (1...2).contains(parts[1].count),
      let year = Int(parts[0]), let month = Int(parts[1])
    else { return false }
    return (1990...2199).contains(year) && !(1...12).contains(month)
  }

  /// Codes of different lengths where the shorter ones are only digits: leading zeros were lost.
  private mutating func checkCodes(_ table: SourceTable) {
    let codes = table.rows.map { ($0, Folding.key($0.text(.projectCode))) }.filter { !$0.1.isEmpty }
    guard let longest = codes.map(\.1.count).max(),
      codes.contains(where: { $0.1.count == longest && $0.1.hasPrefix("0") })
    else { return }
    for (row, code) in codes where code.count < longest && code.allSatisfy({ $0.isASCII && $0.isNumber }) {
      findings.append(
        Finding(
          .lostLeadingZeros, at: row.origin(.projectCode), sheet: row.text(.project),
          "项目编码“\(code)”比其他编码短，疑为表格软件去掉了开头的0", remedy: "把该列设为“文本”格式后补全编码"))
    }
  }
}
