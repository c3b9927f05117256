// actuals.csv and actuals/*.csv: what was achieved, matched to the indicators of the targets.

extension SubmissionReader {
  mutating func readActuals(_ table: SourceTable) {
    var repeats: [RepeatedFiling] = []
    var filed = 0
    for row in table.rows {
      guard let index = sheet(named: row.text(.project), at: row.origin(.project)) else { continue }
      let name = row.text(.levelThree)
      guard !name.isEmpty else {
        findings.append(empty(.levelThree, at: row.origin(.levelThree), sheet: sheets[index].name))
        continue
      }
      // A sheet without any indicator has its own finding: targets.csv is missing, unreadable or lacks the project.
      guard !sheets[index].indicators.isEmpty, let indicator = indicator(named: name, row, sheet: index)
      else {
        continue
      }
      checkForm(row, indicator, sheet: sheets[index].name)
      let isBlank = SubmissionReader.filled.allSatisfy { row.isBlank($0) }
      if !isBlank { filed += 1 }
      if let earlier = sheets[index].filings[indicator.ordinal] {
        // A blank row says nothing, wherever it stands.
        if isBlank { continue }
        guard earlier.isBlank else {
          let figures = figures(of: row, beside: earlier)
          repeats.append(
            RepeatedFiling(
              row: row.origin(.levelThree), earlier: earlier.origin, sheet: sheets[index].name,
              indicator: name, figures: figures))
          if figures == .inOtherColumns {
            // Neither is missing as well.
            let later = filing(row, indicator, sheet: sheets[index].name)
            sheets[index].filings[indicator.ordinal] = earlier.completed(by: later)
          }
          continue
        }
      }
      sheets[index].filings[indicator.ordinal] = filing(row, indicator, sheet: sheets[index].name)
    }
    noteRepeats(repeats, among: filed)
    for row in table.damaged {
      guard let index = sheetIndex[Name(row.text(.project))] else { continue }
      attempted += ordinals[index][Name(row.text(.levelThree)), default: []].map {
        (index, $0, row.origin)
      }
    }
  }

  private func figures(of row: SourceRow, beside earlier: Filing) -> RepeatedFiling.Figures {
    let (half, year) = (row.text(.halfActual), row.text(.yearActual))
    if half == earlier.halfText, year == earlier.yearText { return .same }
    let isApart = (half.isEmpty || earlier.halfText.isEmpty) && (year.isEmpty || earlier.yearText.isEmpty)
    return isApart ? .inOtherColumns : .different
  }

  /// Rows that could not be read, or whose indicator is misspelt, have their own finding: the indicator they were
  /// about is not reported as missing as well.
  mutating func settleAttempted() {
    for (index, ordinal, origin) in attempted where sheets[index].filings[ordinal] == nil {
      sheets[index].filings[ordinal] = Filing(
        half: nil, year: nil, halfText: "?", yearText: "?", expected: "", likelihood: "", reported: nil,
        reason: "",
        measure: "", evidence: "", origin: origin, reportedOrigin: nil)
    }
  }

  /// The indicator a row names; 二级指标 decides only where the sheet repeats the name.
  private mutating func indicator(named name: String, _ row: SourceRow, sheet index: Int) -> Indicator? {
    let levelTwo = row.text(.levelTwo)
    guard let places = ordinals[index][Name(name)], let first = places.first else {
      noteUnknown(name, row, sheet: index)
      return nil
    }
    let only = sheets[index].indicators[first - 1]
    if places.count == 1, levelTwo.isEmpty || levelTwo.isSameBytes(only.levelTwo) { return only }
    let sheet = sheets[index]
    let found = places.map { sheet.indicators[$0 - 1] }
    let agreeing = found.filter { Name($0.levelTwo) == Name(levelTwo) }
    if found.count > 1 {
      guard let only = agreeing.first else {
        findings.append(
          Finding(
            .ambiguousIndicator, at: row.origin(.levelThree), sheet: sheet.name, indicator: name,
            "“\(sheet.name)”有\(found.count)个指标叫“\(name)”，仅凭名称分不清是哪一个",
            remedy: "在“二级指标”列写明：\(found.levelTwoChoices)"))
        return nil
      }
      return only
    }
    if !levelTwo.isEmpty, agreeing.isEmpty, !row.inherited.contains(.levelTwo) {
      findings.append(
        Finding(
          .levelTwoElsewhere, at: row.origin(.levelTwo), sheet: sheet.name, indicator: name,
          "指标“\(name)”的二级指标写的是“\(levelTwo)”，而绩效目标中是“\(found[0].levelTwo)”",
          remedy: "改为“\(found[0].levelTwo)”，或留空"))
    }
    return found[0]
  }

  private mutating func noteUnknown(_ name: String, _ row: SourceRow, sheet index: Int) {
    let sheet = sheets[index].name
    let names = nearestNames[index] ?? NearestNames(sheets[index].indicators.map(\.name))
    nearestNames[index] = names
    if let meant = names.match(name) {
      attempted += ordinals[index][Name(meant), default: []].map {
        (index, $0, row.origin(.levelThree))
      }
    }
    findings.append(
      Finding(
        .unknownIndicator, at: row.origin(.levelThree), sheet: sheet, indicator: name,
        "“\(sheet)”的绩效目标中没有指标“\(name)”",
        remedy: names.advice(for: name, otherwise: "指标名称应与 targets.csv 一致")))
  }

  /// What a person fills in; a row in which all of it is blank says nothing.
  private static let filled: [Heading] = [
    .halfActual, .yearActual, .expected, .likelihood, .reported, .reason, .correctiveMeasure, .evidence,
  ]

  /// What is free text of it.
  private static let words: [Heading] = [.reason, .correctiveMeasure, .evidence]

  /// A form's own copy of the target, compared by value: a spreadsheet may write a date or a number in its own way,
  /// and what it spoils is named as its own doing.
  private mutating func checkForm(_ row: SourceRow, _ indicator: Indicator, sheet: String) {
    let stated = row.text(.targetValue)
    guard !stated.isEmpty else { return }
    let targets = [indicator.year, indicator.half].compactMap { $0?.target }
    guard !targets.isEmpty, !targets.contains(where: { FormTarget.agrees(row, with: $0) }) else { return }
    let shown = [row.text(.comparator), stated + row.text(.measure)].filter { !$0.isEmpty }.joined(
      separator: " ")
    let real = indicator.year?.text ?? ""
    if let damage = targets.lazy.compactMap({ FormTarget.damage(row, to: $0) }).first {
      findings.append(
        Finding(
          .damagedForm, at: row.origin(.targetValue), sheet: sheet, indicator: indicator.name,
          "填报表中的指标值“\(shown)”被表格软件改写（\(damage)），不是改了目标；按绩效目标“\(real)”计算",
          remedy: "核对这张表的完成值有没有同样的损坏；这一列不必改动"))
      return
    }
    findings.append(
      Finding(
        .changedTarget, at: row.origin(.targetValue), sheet: sheet, indicator: indicator.name,
        "填报表中的指标值“\(shown)”与绩效目标“\(real)”不一致，按绩效目标计算",
        remedy: "确要调整目标的，改 targets.csv；否则改回填报表"))
  }

  private mutating func filing(_ row: SourceRow, _ indicator: Indicator, sheet: String) -> Filing {
    let half = actual(row, .halfActual, indicator.target(in: .half), sheet: sheet, indicator: indicator.name)
    let year = actual(row, .yearActual, indicator.year, sheet: sheet, indicator: indicator.name)
    nameDamage(in: row, SubmissionReader.words, sheet: sheet, indicator: indicator.name)
    let likelihood = Folding.key(row.text(.likelihood))
    if !likelihood.isEmpty, !["确定能", "有可能", "完全不可能"].contains(where: likelihood.isSameText) {
      findings.append(
        Finding(
          .unknownLikelihood, at: row.origin(.likelihood), sheet: sheet, indicator: indicator.name,
          "完成目标可能性“\(row.text(.likelihood))”不是规定的用语", remedy: "填写“确定能”“有可能”或“完全不可能”"))
    }
    return Filing(
      half: half, year: year, halfText: half?.text ?? row.text(.halfActual),
      yearText: year?.text ?? row.text(.yearActual), expected: row.text(.expected), likelihood: likelihood,
      reported: reported(row, sheet: sheet, indicator: indicator.name), reason: row.text(.reason),
      measure: row.text(.correctiveMeasure), evidence: row.text(.evidence), origin: row.origin(.levelThree),
      reportedOrigin: row.text(.reported).isEmpty ? nil : row.origin(.reported))
  }

  private mutating func actual(
    _ row: SourceRow, _ heading: Heading, _ target: StatedTarget?, sheet: String, indicator: String
  ) -> StatedActual? {
    let text = row.text(heading)
    guard !text.isEmpty, let target else { return nil }
    let origin = row.origin(heading)
    let reading = ActualParser.parse(text, for: target.target)
    for remark in reading.remarks {
      findings.append(remark.finding(at: origin, sheet: sheet, indicator: indicator))
    }
    guard let actual = reading.value else { return nil }
    if case .date(let day) = actual, day.year != year, year != 0 {
      findings.append(
        Finding(
          .dateOutsideYear, at: origin, sheet: sheet, indicator: indicator, "完成日期“\(text)”不在\(year)年度内",
          remedy: "核对日期；确在年度之外完成的，在偏差原因中说明"))
    }
    if case .notApplicable = actual, row.text(.reason).isEmpty {
      findings.append(
        Finding(
          .notApplicableWithoutReason, at: origin, sheet: sheet, indicator: indicator,
          "完成值填了“\(text)”，即不适用，但没有写偏差原因", remedy: "在“偏差原因”列写明为何不适用"))
    }
    return StatedActual(text: text, actual: actual, origin: origin)
  }

  private mutating func reported(_ row: SourceRow, sheet: String, indicator: String) -> Points? {
    let folded = Folding.key(row.text(.reported))
    guard !folded.isEmpty, folded != "/" else { return nil }
    if let points = Points(reading: folded), !SplitNumber.isIn(row.text(.reported)) { return points }
    findings.append(
      Finding(
        .unreadablePoints, at: row.origin(.reported), sheet: sheet, indicator: indicator,
        "自评得分“\(row.text(.reported))”不是至多两位小数的非负数", remedy: "填写如“3.90”的数，或留空由规则计分"))
    return nil
  }
}
