// The files of a submission folder and their columns (FORMATS §1), as data.

/// One column: its canonical heading, other headings it is known by, and whether the file needs it.
struct Column: Hashable, Sendable {
  let heading: Heading
  let aliases: [String]
  let required: Bool

  init(_ heading: Heading, _ aliases: String..., required: Bool = false) {
    (self.heading, self.aliases, self.required) = (heading, aliases, required)
  }

  /// Whether a folded heading is this column's or one of its aliases.
  func isNamed(_ key: String) -> Bool {
    heading.name.isSameText(key) || aliases.contains(where: key.isSameText)
  }
}

/// The columns of one kind of file, and which of them inherit from the row above (merged cells lost by Excel).
struct Layout: Sendable {
  let columns: [Column]
  /// Headings in the order of their rank; a blank one inherits where those before it equal the row above.
  let inherited: [Heading]

  static let unit = Layout(
    columns: [Column(.item, required: true), Column(.content, required: true)], inherited: [])

  static let projects = Layout(
    columns: [
      Column(.projectCode), Column(.project, required: true), Column(.authority), Column(.projectType),
      Column(.projectLevel),
      Column(.start), Column(.finish), Column(.implementer), Column(.leader), Column(.telephone),
      Column(.email),
      Column(.necessity), Column(.feasibility), Column(.projectContent), Column(.longTermGoal),
      Column(.annualGoal),
      Column(.problems), Column(.correctiveMeasure),
    ], inherited: [])

  static let budget = Layout(
    columns: [
      Column(.project, required: true), Column(.direction, required: true), Column(.fund, required: true),
      Column(.initialBudget), Column(.budget, required: true), Column(.adjustedBudget), Column(.halfPlan),
      Column(.halfExecuted), Column(.executed),
    ], inherited: [.project, .direction])

  static let targets = Layout(
    columns: [
      Column(.project, required: true), Column(.levelOne, required: true), Column(.levelTwo, required: true),
      Column(.keyTask), Column(.levelThree, required: true), Column(.halfTarget, "半年(程)指标值"),
      Column(.yearTarget, "全年(程)指标值", "年度指标值", "指标值", required: true), Column(.weight, "权重"),
    ], inherited: [.project, .levelOne, .levelTwo])

  static let actuals = Layout(
    columns: [
      Column(.project, required: true), Column(.levelTwo), Column(.levelThree, required: true),
      Column(.halfActual),
      Column(.yearActual, "实际完成值"), Column(.expected), Column(.likelihood), Column(.reported, "得分"),
      Column(.reason, "偏差原因分析"), Column(.correctiveMeasure), Column(.evidence),
      // What a form shows of the target; read back only to see whether it was changed.
      Column(.levelOne), Column(.comparator), Column(.targetValue), Column(.measure),
    ], inherited: [.project, .levelTwo])

  static let rollUp = Layout(
    columns: [
      Column(.unitIndicator, required: true), Column(.unitLevelTwo), Column(.method, required: true),
      Column(.project, required: true), Column(.projectIndicator, required: true), Column(.projectLevelTwo),
      Column(.rollUpWeight),
      Column(.note),
    ], inherited: [])

  static let rubric = Layout(
    columns: [Column(.item, required: true), Column(.value, required: true), Column(.basis)], inherited: [])

  static let acknowledged = Layout(
    columns: [Column(.code, required: true), Column(.place, required: true), Column(.note, required: true)],
    inherited: [])
}
