// Lines of small units for the tests of the overview.

import Testing

@testable import SelfEvaluation

enum Lines {
  /// The small sound submission as another unit's, with a number that differs from unit to unit.
  static func files(_ number: Int, _ edits: [Example.Edit] = []) -> [SourceFile] {
    Example(
      [
        .replace("unit.csv", "示例检验所", with: "第\(number)检验所"),
        .append("unit.csv", "单位编码,32\(100 + number)\n"),
        .replace("actuals.csv", "28600台", with: "\(28600 + number)台"),
        .replace("actuals.csv", "93%", with: "\(80 + number % 17)%"),
      ] + edits, period: .year
    ).files
  }

  /// The line of a unit.
  static func line(_ number: Int, _ period: Period = .year, _ edits: [Example.Edit] = []) throws -> UnitLine {
    let options = try Repository.options(period)
    let outcome = Pipeline.examine(files(number, edits), options: options)
    let id = outcome.submission.unit.text("单位编码")
    guard let report = outcome.report else {
      return UnitLine(refusing: outcome, options: options, folder: "单位/\(number)", id: id)
    }
    return UnitLine(report, folder: "单位/\(number)", id: id, output: "\(id)")
  }

  static func bytes(_ numbers: [Int], _ period: Period = .year) throws -> [[UInt8]] {
    try numbers.map { try line($0, period).bytes }
  }

  /// The reader after some lines.
  static func reader(_ lines: [[UInt8]]) -> OverviewReader {
    var reader = OverviewReader()
    for (number, line) in lines.enumerated() { reader.add(line, at: "a.ndjson:\(number + 1)") }
    return reader
  }

  static func overview(_ lines: [[UInt8]]) throws -> Overview {
    let reader = reader(lines)
    return try #require(reader.overview(), "\(reader.faults)")
  }
}
