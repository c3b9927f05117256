// targets.csv: the indicators of every sheet with their targets and weights.

extension SubmissionReader {
  mutating func readTargets(_ table: SourceTable) {
    var reported: Set<String> = []
    for row in table.rows {
      let project = row.text(.project)
      guard !project.isEmpty else {
        findings.append(empty(.project, at: row.origin(.project)))
        continue
      }
      let key = Folding.key(project)
      if sheetIndex[key] == nil {
        // A sheet that projects.csv does not know is read all the same, so that all of it is checked.
        let known =
          key == Sheet.unitName || projects.isEmpty || projects.contains { Folding.key($0.name) == key }
        if !known, reported.insert(key).inserted {
          findings.append(unknownProject(project, at: row.origin(.project)))
        }
        _ = addSheet(key == Sheet.unitName ? Sheet.unitName : project)
      }
      if let index = sheetIndex[key] { readIndicator(row, sheet: index) }
    }
  }

  private mutating func readIndicator(_ row: SourceRow, sheet index: Int) {
    let sheet = sheets[index].name
    let name = row.text(.levelThree)
    for heading in [Heading.levelOne, Heading.levelTwo, Heading.levelThree] where row.text(heading).isEmpty {
      findings.append(
        empty(heading, at: row.origin(heading), sheet: sheet, indicator: name.isEmpty ? nil : name))
    }
    guard !name.isEmpty else { return }
    let levelTwo = row.text(.levelTwo)
    let key = IndicatorKey(sheet: index, name: Folding.key(name))
    let namesakes = ordinals[key, default: []].map { sheets[index].indicators[$0 - 1] }
    if let first = namesakes.first(where: { Folding.key($0.levelTwo) == Folding.key(levelTwo) }) {
      findings.append(
        Finding(
          .duplicateIndicator, at: row.origin(.levelThree), sheet: sheet, indicator: name,
          "指标“\(name)”在“\(sheet)”的同一二级指标下重复，前一行在\(place(first.origin))", remedy: "删去重复的一行，或改正指标名称"))
      return
    }
    let half = target(row, .halfTarget, other: .yearTarget, sheet: sheet, indicator: name)
    let year = target(row, .yearTarget, other: .halfTarget, sheet: sheet, indicator: name)
    if row.text(.yearTarget).isEmpty {
      findings.append(empty(.yearTarget, at: row.origin(.yearTarget), sheet: sheet, indicator: name))
    }
    let ordinal = sheets[index].indicators.count + 1
    sheets[index].indicators.append(
      Indicator(
        ordinal: ordinal, levelOne: row.text(.levelOne), levelTwo: levelTwo, keyTask: row.text(.keyTask),
        name: name,
        half: half, year: year, weightText: row.text(.weight),
        weight: weight(row, sheet: sheet, indicator: name),
        origin: row.origin(.levelThree)))
    ordinals[key, default: []].append(ordinal)
  }

  private mutating func target(
    _ row: SourceRow, _ heading: Heading, other: Heading, sheet: String, indicator: String
  ) -> StatedTarget? {
    let text = row.text(heading)
    let folded = Folding.key(text)
    guard !folded.isEmpty, !(heading == .halfTarget && ["/", "不适用", "-", "—"].contains(folded)) else {
      return nil
    }
    let rate = ["率", "比例", "占比", "比重", "满意度"].contains { Folding.key(indicator).hasSuffix($0) }
    let reading = TargetParser.parse(
      text, percentExpected: rate || Folding.key(row.text(other)).hasBytes("%"))
    let origin = row.origin(heading)
    findings += reading.remarks.map { $0.finding(at: origin, sheet: sheet, indicator: indicator) }
    return reading.value.map { StatedTarget(text: text, target: $0, origin: origin) }
  }

  private mutating func weight(_ row: SourceRow, sheet: String, indicator: String) -> Points? {
    let folded = Folding.key(row.text(.weight))
    guard !folded.isEmpty, folded != "/" else { return nil }
    if let points = Points(reading: folded), points <= .full { return points }
    findings.append(
      Finding(
        .unreadableWeight, at: row.origin(.weight), sheet: sheet, indicator: indicator,
        "分值“\(row.text(.weight))”不是0到100之间、至多两位小数的数", remedy: "填写如“2.5”的数；全表都不填时由评分办法分配"))
    return nil
  }

  /// `targets.csv:12`, for messages that mention a second place.
  func place(_ origin: Origin) -> String { "\(texts[Int(origin.file)].path):\(origin.line)" }
}

extension Points {
  /// A number of points as printed, folded: `4`, `2.50`, `10分`, `10%`; at most two decimals, not negative.
  init?(reading folded: String) {
    guard let numeral = try? Numeral(reading: folded), ["", "分", "%"].contains(numeral.rest) else {
      return nil
    }
    let millionths = numeral.quantity.millionths
    guard millionths >= 0, millionths % 10_000 == 0 else { return nil }
    self.init(hundredths: millionths / 10_000)
  }
}
