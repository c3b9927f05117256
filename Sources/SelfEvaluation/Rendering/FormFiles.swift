// jixiao init and jixiao forms: empty files for people to fill in, safe from spreadsheets.

/// Files with headings and the rows that are known, but no actuals.
public enum FormFiles {
  /// A file to be written, by its name inside the new folder.
  public typealias File = (name: String, bytes: [UInt8])

  /// A new submission folder: every file with its headings, `unit.csv` with its keys.
  public static func newFolder() -> [File] {
    func headed(_ layout: Layout, without: Set<String> = []) -> [String] {
      layout.columns.map(\.heading.name).filter { !without.contains($0) }
    }
    let unit = [["项", "内容"]] + SubmissionReader.unitKeys.map { [$0, ""] }
    return [
      ("unit.csv", CSVWriter.write(rows: unit)),
      ("projects.csv", CSVWriter.write(rows: [headed(.projects)])),
      ("budget.csv", CSVWriter.write(rows: [headed(.budget, without: ["调整预算数"])])),
      ("targets.csv", CSVWriter.write(rows: [headed(.targets)])),
      ("rollup.csv", CSVWriter.write(rows: [headed(.rollUp)])),
      ("acknowledged.csv", CSVWriter.write(rows: [headed(.acknowledged)])),
      ("actuals.csv", CSVWriter.write(rows: [headed(.actuals, without: Set(formOnly))])),
    ]
  }

  /// The built-in page shells, schemas and rubrics, for changing.
  public static func templates() -> [File] {
    EmbeddedFiles.names.compactMap { name in EmbeddedFiles.bytes(named: name).map { (name, $0) } }
  }

  /// Columns of a form that tell its reader what the target is; read back only to see whether they were changed.
  static let formOnly = ["一级指标", "比较方式", "目标值", "计量单位"]

  /// One fill-in file per sheet with the period's targets in three columns, so that no spreadsheet evaluates them,
  /// and the actuals blank. The unit's own form holds only what it reports itself.
  public static func forms(_ outcome: Pipeline.Outcome, period: Period) -> [File] {
    let own = Set(outcome.plan?.entries.filter { $0.method == .own }.map(\.indicator.ordinal) ?? [])
    var taken: Set<String> = []
    return outcome.submission.sheets.map { sheet in
      let wanted = sheet.indicators.filter { !sheet.isUnit || own.contains($0.ordinal) }
      var name = FileName.safe(sheet.name, limit: 72)
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(FileName.safe(sheet.name, limit: 72))-\(number)"
        number += 1
      }
      return (name + ".csv", form(sheet, wanted, period))
    }
  }

  private static func form(_ sheet: Sheet, _ indicators: [Indicator], _ period: Period) -> [UInt8] {
    let headings = [
      "项目名称", "一级指标", "二级指标", "三级指标", "比较方式", "目标值", "计量单位", "半年完成值", "全年完成值", "全年预计完成值", "完成目标可能性", "自评得分",
      "偏差原因", "改进措施", "佐证材料",
    ]
    let column = period == .half ? "半年完成值" : "全年完成值"
    let instruction =
      "\(FormTarget.instructionMark)只填“\(column)”及其右侧各列；完成值写数字和计量单位（如27320台、97.3%），定性指标填达成、部分达成或未达成；不适用的填“不适用”并写偏差原因；左侧各列不要改动"
    var rows = [[instruction] + Array(repeating: "", count: headings.count - 1), headings]
    for indicator in indicators {
      let target = indicator.target(in: period)?.target
      rows.append(
        [
          sheet.name, indicator.levelOne, indicator.levelTwo, indicator.name, target?.kind ?? "",
          target?.bare ?? "",
          target?.measure?.text ?? "",
        ] + Array(repeating: "", count: 8))
    }
    return CSVWriter.write(rows: rows.map { $0.map(VisibleText.bare) })
  }
}

extension FormFiles {
  /// Whether an error lies in the files a form is made from, not in the actuals that are still to come.
  public static func concernsTargets(_ finding: Finding, _ outcome: Pipeline.Outcome) -> Bool {
    guard finding.code != .missingActual, finding.code != .projectNotHandedIn,
      finding.code != .missingFile || finding.place == .file("targets.csv")
    else {
      return false
    }
    switch finding.place {
    case .cell(let origin):
      return ["targets.csv", "projects.csv"].contains(
        outcome.submission.texts[Int(origin.file)].path.lowercased())
    case .file(let path): return ["targets.csv", "projects.csv"].contains(path.lowercased())
    case .submission: return false
    }
  }
}
