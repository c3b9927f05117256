// Two thousand broken files: none may be read silently as something else.

import Foundation
import Testing

@testable import SelfEvaluation

/// What Python's strict `csv` makes of the broken files; nil where it refuses one.
enum PythonCSV {
  private static let program = """
    import base64, csv, io, json, sys
    result = []
    for case in json.load(open(sys.argv[1])):
        try:
            text = base64.b64decode(case).decode('utf-8-sig')
            heading = text.splitlines()[0] if text else ''
            tab = '\\t' in heading and ',' not in heading
            rows = list(csv.reader(io.StringIO(text, newline=''), delimiter='\\t' if tab else ',', strict=True))
            result.append([row for row in rows if any(cell.strip() for cell in row)])
        except (csv.Error, UnicodeDecodeError):
            result.append(None)
    json.dump(result, open(sys.argv[2], 'w'))
    """

  /// The rows of every file, blank ones left out; one run for all.
  static func rows(of files: [[UInt8]]) throws -> [[[String]]?] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "jixiao-csv-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "in.json"), folder.appending(path: "out.json"))
    try JSONEncoder().encode(files.map { Data($0).base64EncodedString() }).write(to: input)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program, input.path, output.path]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try JSONDecoder().decode([[[String]]?].self, from: Data(contentsOf: output))
  }
}

@Suite struct MutationTests {
  static let project = "信息化运行维护经费"

  /// One project of the real sample, in UTF-8: small files, some cells quoted.
  private func base() throws -> [String: [String]] {
    var files: [String: [String]] = [:]
    for file in try Repository.sample("jsmi-2023") {
      let isOwn = file.path == "actuals/\(Self.project).csv"
      guard isOwn || ["unit.csv", "projects.csv", "budget.csv", "targets.csv"].contains(file.path) else {
        continue
      }
      let text = try #require(TextDecoder.decode(file, index: 0).text)
      let lines = String(decoding: text.text, as: UTF8.self).split(whereSeparator: \.isNewline).map(
        String.init)
      files[isOwn ? "actuals.csv" : file.path] =
        file.path == "unit.csv"
        ? Array(lines.prefix(3))
        : isOwn
          ? lines
          : lines.prefix(1)
            + lines.filter { $0.split(separator: ",").prefix(2).contains { $0 == Self.project } }
    }
    return files
  }

  /// The comparison itself: the sound files read as Python reads them, and one changed cell is seen.
  @Test(arguments: ["actuals.csv", "budget.csv", "targets.csv"]) func theComparisonSees(_ path: String) throws
  {
    let sound = try base().mapValues { Array(($0.joined(separator: "\n") + "\n").utf8) }
    let (submission, findings) = SubmissionReader.read(
      sound.map { SourceFile(path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path })
    #expect(findings.allSatisfy { $0.severity != .error })
    let bytes = try #require(sound[path])
    let rows = try #require(try PythonCSV.rows(of: [bytes])[0])
    #expect(rows.count > 5)
    #expect(Reading(submission).difference(path, rows) == nil)
    let compared = Set(rows[0]).intersection(["全年完成值", "全年执行数", "全年指标值", "佐证材料", "全年预算数"])
    #expect(!compared.isEmpty)
    for heading in compared {
      let column = try #require(rows[0].firstIndex(of: heading))
      var other = rows
      other[5][column] += "1"
      #expect(Reading(submission).difference(path, other) != nil, "\(heading)")
    }
    #expect(Reading(submission).difference(path, Array(rows.dropLast())) != nil)
    #expect(Reading(submission).difference(path, nil) != nil)
  }

  @Test func nothingIsReadSilentlyAsSomethingElse() async throws {
    let base = try base()
    let cases = mutations(of: base, count: 2_000)
    #expect(cases.count == 2_000)
    let truth = try PythonCSV.rows(of: cases.map(\.bytes))
    let sound = base.mapValues { Array(($0.joined(separator: "\n") + "\n").utf8) }
    var figures: [MutationClass: Figures] = [:]
    var wrong: [String] = []
    let outcomes = await withTaskGroup(of: [(Int, Judgement.Outcome)].self) { group in
      for start in stride(from: 0, to: cases.count, by: 100) {
        group.addTask {
          (start..<min(start + 100, cases.count)).map { index in
            var files = sound
            files[cases[index].path] = cases[index].bytes
            return (index, Judgement(cases[index], truth[index], files).outcome)
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }
    }
    for (index, outcome) in outcomes {
      let mutation = cases[index]
      figures[mutation.kind, default: Figures()].count(outcome)
      if case .wrong(let why) = outcome, wrong.count < 20 {
        wrong.append("\(index) \(mutation.kind) \(mutation.path) \(mutation.lines.sorted()): \(why)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    var total = Figures()
    for kind in MutationClass.allCases {
      let own = figures[kind] ?? Figures()
      total.add(own)
      print("mutations \(kind.rawValue): \(own.line)")
    }
    print("mutations in all: \(total.line)")
    #expect(total.wrong == 0)
  }

  /// Seeded, the same in every run; classes by turns.
  private func mutations(of base: [String: [String]], count: Int) -> [Mutation] {
    var dice = SeededGenerator(seed: 20_231_231)
    var cases: [Mutation] = []
    let paths = ["actuals.csv", "budget.csv", "targets.csv"]
    while cases.count < count {
      let kind = MutationClass.allCases[cases.count % MutationClass.allCases.count]
      let path = paths.randomElement(using: &dice) ?? paths[0]
      if let mutation = Mutation.make(kind, of: path, base[path] ?? [], &dice) { cases.append(mutation) }
    }
    return cases
  }

  struct Figures {
    var refused = 0
    var accepted = 0
    var wrong = 0

    mutating func count(_ outcome: Judgement.Outcome) {
      switch outcome {
      case .refused: refused += 1
      case .accepted: accepted += 1
      case .wrong: wrong += 1
      }
    }

    mutating func add(_ other: Figures) {
      (refused, accepted, wrong) = (refused + other.refused, accepted + other.accepted, wrong + other.wrong)
    }

    var line: String {
      "\(refused + accepted + wrong) cases, refused with right line \(refused), accepted as written \(accepted), wrong \(wrong)"
    }
  }
}

/// What became of a broken file, against what was declared.
struct Judgement {
  enum Outcome: Sendable {
    case refused, accepted
    case wrong(String)
  }

  let outcome: Outcome

  init(_ mutation: Mutation, _ truth: [[String]]?, _ files: [String: [UInt8]]) {
    let (submission, findings) = SubmissionReader.read(
      files.map { SourceFile(path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path })
    let own = findings.filter { Judgement.path($0, submission) == mutation.path }
    let errors = own.filter { $0.severity == .error }
    func isAtTheLine(_ finding: Finding) -> Bool {
      Judgement.line(finding).map(mutation.lines.contains) ?? false
    }
    func hasError(_ codes: [Code]) -> Bool { errors.contains { codes.contains($0.code) && isAtTheLine($0) } }
    let shown = own.map { "\($0.code.rawValue)@\(Judgement.line($0) ?? 0)" }.joined(separator: " ")
    // Whatever the class: what is read without an error is what Python reads.
    let difference = errors.isEmpty ? Reading(submission).difference(mutation.path, truth) : nil
    switch mutation.kind.verdict {
    case .refused(let codes):
      outcome = hasError(codes) ? .refused : .wrong("not refused there: \(shown)")
    case .refusedAsAWhole(let codes):
      outcome = errors.contains { codes.contains($0.code) } ? .refused : .wrong("not refused: \(shown)")
    case .asWritten:
      if errors.isEmpty, mutation.kind == .headingTypo, !own.contains(where: { $0.code == .unknownHeading }) {
        outcome = .wrong("a column left out without a word")
      } else if errors.isEmpty {
        outcome = difference.map(Outcome.wrong) ?? .accepted
      } else {
        // What it now says is refused where it stands, or where it repeats, or lacks, what another row says.
        let about: [Code] = [.duplicateActual, .duplicateIndicator, .missingHeading, .duplicateHeading]
        let isRight = errors.contains { isAtTheLine($0) || about.contains($0.code) }
        let isColumn = [.swappedHeadings, .headingTypo].contains(mutation.kind)
        outcome = isRight || isColumn ? .refused : .wrong("refused elsewhere: \(shown)")
      }
    case .cut(let codes, let note):
      if !errors.isEmpty {
        let isWhole = errors.contains { $0.code == .undeterminableEncoding || $0.code == .missingHeading }
        let isValue = errors.contains { isAtTheLine($0) }
        outcome =
          hasError(codes) || isWhole || isValue ? .refused : .wrong("refused elsewhere: \(shown)")
      } else if let difference {
        outcome = .wrong(difference)
      } else if mutation.bytes.last == 0x0A || mutation.bytes.last == 0x0D {
        outcome = .accepted
      } else {
        let isNoted = own.contains { $0.code == note && isAtTheLine($0) }
        outcome = isNoted ? .accepted : .wrong("cut without a word: \(shown)")
      }
    }
  }

  static func path(_ finding: Finding, _ submission: Submission) -> String? {
    switch finding.place {
    case .cell(let origin): submission.texts[Int(origin.file)].path
    case .file(let path): path
    case .submission: nil
    }
  }

  static func line(_ finding: Finding) -> Int? {
    if case .cell(let origin) = finding.place { Int(origin.line) } else { nil }
  }
}

/// A submission as rows of texts, to be compared with Python's reading of the same file.
struct Reading {
  let submission: Submission

  init(_ submission: Submission) { self.submission = submission }

  /// The first difference between what was read and what the file says; nil where there is none.
  func difference(_ path: String, _ truth: [[String]]?) -> String? {
    guard let truth, let heading = truth.first else { return "read, and Python refuses it" }
    let rows = truth.dropFirst().map { row in
      Dictionary(zip(heading.map(trimmed), row.map(trimmed)), uniquingKeysWith: { first, _ in first })
    }
    switch path {
    case "actuals.csv": return actuals(rows)
    case "targets.csv": return targets(rows)
    default: return budget(rows)
    }
  }

  private func trimmed(_ text: String) -> String {
    CSVGuard.unguarded(text).trimmingCharacters(in: .whitespaces)
  }

  private func actuals(_ rows: [[String: String]]) -> String? {
    let filings = submission.sheets.flatMap { sheet in
      sheet.filings.map { (sheet.name, sheet.indicators[$0.key - 1], $0.value) }
    }
    guard filings.count == rows.count else { return "\(filings.count) rows read of \(rows.count)" }
    for (sheet, indicator, filing) in filings {
      let own = rows.filter {
        $0["三级指标"] == indicator.name && (($0["二级指标"] ?? "").isEmpty || $0["二级指标"] == indicator.levelTwo)
      }
      let row = own.count == 1 ? own[0] : rows.first { $0["三级指标"] == indicator.name } ?? [:]
      let read = [
        ("全年完成值", filing.yearText), ("半年完成值", filing.halfText), ("偏差原因", filing.reason),
        ("改进措施", filing.measure), ("佐证材料", filing.evidence), ("全年预计完成值", filing.expected),
      ]
      for (heading, text) in read where text != row[heading] ?? "" {
        return "\(sheet)/\(indicator.name) \(heading): “\(text)” for “\(row[heading] ?? "")”"
      }
    }
    return nil
  }

  private func targets(_ rows: [[String: String]]) -> String? {
    let indicators = submission.sheets.flatMap { sheet in sheet.indicators.map { (sheet.name, $0) } }
    guard indicators.count == rows.count else { return "\(indicators.count) rows read of \(rows.count)" }
    for ((sheet, indicator), row) in zip(indicators, rows) {
      let read = [
        ("三级指标", indicator.name), ("全年指标值", indicator.year?.text ?? ""),
        ("半年指标值", indicator.half?.text ?? ""), ("分值", indicator.weightText), ("二级指标", indicator.levelTwo),
        ("一级指标", indicator.levelOne), ("项目名称", sheet),
      ]
      for (heading, text) in read where text != row[heading] ?? "" {
        // A blank cell of a merged column takes the text above, which is said.
        if (row[heading] ?? "").isEmpty, ["项目名称", "一级指标", "二级指标"].contains(heading) { continue }
        return "\(indicator.name) \(heading): “\(text)” for “\(row[heading] ?? "")”"
      }
    }
    return nil
  }

  private func budget(_ rows: [[String: String]]) -> String? {
    let lines = submission.sheets.flatMap(\.money)
    guard lines.count == rows.count else { return "\(lines.count) rows read of \(rows.count)" }
    for (line, row) in zip(lines, rows) {
      guard line.name == row["资金名称"] ?? "", line.direction.rawValue == row["收支"] || row["收支"] == "" else {
        return "“\(line.name)” for “\(row["资金名称"] ?? "")”"
      }
      let read = [
        ("全年预算数", line.budget), ("半年计划执行数", line.halfPlan), ("半年执行数", line.halfExecuted),
        ("全年执行数", line.executed),
      ]
      for (heading, quantity) in read {
        let said = (row[heading] ?? "").replacing(",", with: "")
        guard Decimal(string: said) == quantity.flatMap({ Decimal(string: $0.text) }) else {
          return "\(line.name) \(heading): “\(quantity?.text ?? "")” for “\(said)”"
        }
      }
    }
    return nil
  }
}
