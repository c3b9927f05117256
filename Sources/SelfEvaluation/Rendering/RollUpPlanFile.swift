// jixiao rollup-plan: the mapping in use, as a rollup.csv that can be put into the folder as it is.

/// A `RollUpPlan` as a file of a submission (FORMATS §1.3).
public enum RollUpPlanFile {
  /// UTF-8 with BOM, CRLF; one row per source, 自报 rows with empty source cells.
  public static func bytes(_ plan: RollUpPlan) -> [UInt8] {
    let names = plan.entries.map { Folding.key($0.indicator.name) }
    var rows = [Layout.rollUp.columns.map(\.heading.name)]
    for entry in plan.entries {
      let repeated = names.count { $0 == Folding.key(entry.indicator.name) } > 1
      let head = [entry.indicator.name, repeated ? entry.indicator.levelTwo : "", entry.method.rawValue]
      guard !entry.sources.isEmpty else {
        rows.append(head + ["", "", "", "", entry.note])
        continue
      }
      for source in entry.sources {
        rows.append(
          head + [
            source.project, source.indicator.name, source.indicator.levelTwo, source.weight?.text ?? "",
            entry.note,
          ])
      }
    }
    return CSVWriter.write(rows: rows.map { $0.map(VisibleText.bare) })
  }
}
