// rollup.csv and acknowledged.csv: rows as written; their sense is checked where they are used.

extension SubmissionReader {
  mutating func readRollUp(_ table: SourceTable) {
    for row in table.rows {
      for heading in ["单位指标", "汇总方式"] where row.text(heading).isEmpty {
        findings.append(empty(heading, at: row.origin(heading)))
      }
      rollUpRows.append(
        RollUpRow(
          unitIndicator: row.text("单位指标"), unitLevelTwo: row.text("单位二级指标"), method: row.text("汇总方式"),
          project: row.text("项目名称"), indicator: row.text("项目指标"), levelTwo: row.text("项目二级指标"),
          weight: row.text("权数"), note: row.text("说明"), origin: row.origin("单位指标"), methodOrigin: row.origin("汇总方式"),
          sourceOrigin: row.origin("项目指标"), weightOrigin: row.origin("权数")))
    }
  }

  mutating func readAcknowledged(_ table: SourceTable) {
    for row in table.rows {
      for heading in ["编码", "位置", "说明"] where row.text(heading).isEmpty {
        findings.append(empty(heading, at: row.origin(heading)))
      }
      acknowledgements.append(
        Acknowledgement(
          code: Folding.key(row.text("编码")).uppercased(), place: row.text("位置"), reason: row.text("说明"),
          origin: row.origin("编码")))
    }
  }
}
