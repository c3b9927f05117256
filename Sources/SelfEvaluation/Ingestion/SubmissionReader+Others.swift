// rollup.csv and acknowledged.csv: rows as written; their sense is checked where they are used.

extension SubmissionReader {
  mutating func readRollUp(_ table: SourceTable) {
    for row in table.rows {
      for heading in [Heading.unitIndicator, Heading.method] where row.text(heading).isEmpty {
        findings.append(empty(heading, at: row.origin(heading)))
      }
      rollUpRows.append(
        RollUpRow(
          unitIndicator: row.text(.unitIndicator), unitLevelTwo: row.text(.unitLevelTwo),
          method: row.text(.method),
          project: row.text(.project), indicator: row.text(.projectIndicator),
          levelTwo: row.text(.projectLevelTwo),
          weight: row.text(.rollUpWeight), note: row.text(.note), origin: row.origin(.unitIndicator),
          methodOrigin: row.origin(.method), projectOrigin: row.origin(.project),
          sourceOrigin: row.origin(.projectIndicator), weightOrigin: row.origin(.rollUpWeight)))
    }
  }

  mutating func readAcknowledged(_ table: SourceTable) {
    for row in table.rows {
      for heading in [Heading.code, Heading.place, Heading.note] where row.text(heading).isEmpty {
        findings.append(empty(heading, at: row.origin(heading)))
      }
      acknowledgements.append(
        Acknowledgement(
          code: Folding.key(row.text(.code)).uppercased(), place: row.text(.place), reason: row.text(.note),
          origin: row.origin(.code)))
    }
  }
}
