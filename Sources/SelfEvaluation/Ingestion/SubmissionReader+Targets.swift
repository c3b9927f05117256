// targets.csv: the indicators of every sheet with their targets and weights.

extension SubmissionReader {
  mutating func readTargets(_ table: SourceTable) {
    var reported: Set<Name> = []
    for row in table.rows {
      let project = row.text(.project)
      guard !project.isEmpty else {
        findings.append(empty(.project, at: row.origin(.project)))
        continue
      }
      let key = Name(project)
      if let index = sheetIndex[key] {
        readIndicator(row, sheet: index)
        continue
      }
      // A sheet that projects.csv does not know is read all the same, so that all of it is checked.
      let isUnit = key.text == Sheet.unitName
      let known = isUnit || projectNames.isEmpty || projectNames.contains(key)
      if isDamaged(row, .project), !projectNames.contains(key) {
        nameDamage(in: row, [.project], sheet: project)
      } else if !known, reported.insert(key).inserted {
        findings.append(unknownProject(project, at: row.origin(.project)))
      }
      readIndicator(row, sheet: addSheet(isUnit ? Sheet.unitName : project))
    }
  }

  private mutating func readIndicator(_ row: SourceRow, sheet index: Int) {
    let sheet = sheets[index].name
    let (levelOne, levelTwo, name) = (row.text(.levelOne), row.text(.levelTwo), row.text(.levelThree))
    for (heading, text) in [(Heading.levelOne, levelOne), (.levelTwo, levelTwo), (.levelThree, name)]
    where text.isEmpty {
      findings.append(
        empty(heading, at: row.origin(heading), sheet: sheet, indicator: name.isEmpty ? nil : name))
    }
    guard !name.isEmpty else { return }
    nameDamage(in: row, [.levelTwo, .keyTask, .levelThree], sheet: sheet, indicator: name)
    let key = Name(name)
    let namesakes = ordinals[index][key] ?? []
    if let first = namesakes.first(where: {
      Name(sheets[index].indicators[$0 - 1].levelTwo) == Name(levelTwo)
    }) {
      findings.append(
        Finding(
          .duplicateIndicator, at: row.origin(.levelThree), sheet: sheet, indicator: name,
          "指标“\(name)”在“\(sheet)”的同一二级指标下重复，前一行在\(place(sheets[index].indicators[first - 1].origin))",
          remedy: "删去重复的一行，或改正指标名称"))
      return
    }
    let (halfText, yearText) = (row.text(.halfTarget), row.text(.yearTarget))
    let isRate = SubmissionReader.rateEndings.contains(where: key.text.endsWithBytes)
    let half = target(
      row, .halfTarget, halfText, isRate, beside: yearText, sheet: sheet, indicator: name)
    let year = target(
      row, .yearTarget, yearText, isRate, beside: halfText, sheet: sheet, indicator: name)
    if yearText.isEmpty {
      findings.append(empty(.yearTarget, at: row.origin(.yearTarget), sheet: sheet, indicator: name))
    }
    let ordinal = sheets[index].indicators.count + 1
    let (weightText, weight) = weight(row, sheet: sheet, indicator: name)
    sheets[index].indicators.append(
      Indicator(
        ordinal: ordinal, levelOne: levelOne, levelTwo: levelTwo, keyTask: row.text(.keyTask), name: name,
        half: half, year: year, weightText: weightText, weight: weight, origin: row.origin(.levelThree)))
    ordinals[index][key, default: []].append(ordinal)
  }

  /// What stands for no half-year target.
  private static let noHalfTarget = ["/", "不适用", "-", "—"]
  /// How names of rates end.
  private static let rateEndings = ["率", "比例", "占比", "比重", "满意度"]

  /// How names of times end.
  private static let timeEndings = ["时间", "日期", "期限", "时限"]

  private func isPercent(_ text: String) -> Bool { Folding.key(text).hasBytes("%") }

  private func isTimed(_ row: SourceRow, _ indicator: String) -> Bool {
    SubmissionReader.timeEndings.contains(where: Name(indicator).text.endsWithBytes)
      || Folding.key(row.text(.levelTwo)).hasBytes("时效")
  }

  private mutating func target(
    _ row: SourceRow, _ heading: Heading, _ text: String, _ percentExpected: Bool, beside other: String,
    sheet: String, indicator: String
  ) -> StatedTarget? {
    guard !text.isEmpty else { return nil }
    if heading == .halfTarget {
      let folded = Name(text).text
      if SubmissionReader.noHalfTarget.contains(where: folded.isSameBytes) { return nil }
    }
    var reading = TargetParser.parse(
      text, percentExpected: percentExpected, percentBeside: isPercent(other))
    if let target = reading.value, let remark = UnmarkedDate.remark(onSerial: target, text),
      isTimed(row, indicator)
    {
      reading = ValueReading(fault: remark)
    }
    let origin = row.origin(heading)
    for remark in reading.remarks {
      findings.append(remark.finding(at: origin, sheet: sheet, indicator: indicator))
    }
    return reading.value.map { StatedTarget(text: text, target: $0, origin: origin) }
  }

  private mutating func weight(_ row: SourceRow, sheet: String, indicator: String) -> (
    String, Points?
  ) {
    let text = row.text(.weight)
    let folded = Folding.key(text)
    guard !folded.isEmpty, folded != "/" else { return (text, nil) }
    if let points = Points(reading: folded), points <= .full, !SplitNumber.isIn(text) {
      return (text, points)
    }
    findings.append(
      Finding(
        .unreadableWeight, at: row.origin(.weight), sheet: sheet, indicator: indicator,
        "分值“\(text)”不是0到100之间、至多两位小数的数", remedy: "填写如“2.5”的数；全表都不填时由评分办法分配"))
    return (text, nil)
  }

  /// `targets.csv:12`, for messages that mention a second place.
  func place(_ origin: Origin) -> String { "\(texts[Int(origin.file)].path):\(origin.line)" }
}

extension Points {
  /// A number of points as printed, folded: `4`, `2.50`, `10分`, `10%`; at most two decimals, not negative.
  init?(reading folded: String) {
    guard let numeral = try? Numeral(reading: folded),
      ["", "分", "%"].contains(where: numeral.rest.isSameBytes)
    else {
      return nil
    }
    let millionths = numeral.quantity.millionths
    guard millionths >= 0, millionths % 10_000 == 0 else { return nil }
    self.init(hundredths: millionths / 10_000)
  }
}
