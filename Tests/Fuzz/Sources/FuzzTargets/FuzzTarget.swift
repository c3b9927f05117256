// What is fuzzed, and what must hold whatever the bytes: a broken promise is a crash like any other.

import Glibc

@testable import SelfEvaluation

enum FuzzTarget: String, CaseIterable {
  case decoder, csv, values, rubric, rollup, templates, pipeline

  func run(_ bytes: [UInt8]) {
    switch self {
    case .decoder: Targets.decode(bytes)
    case .csv: Targets.readCSV(bytes)
    case .values: Targets.readValues(bytes)
    case .rubric: Targets.readRubric(bytes)
    case .rollup: Targets.examine(replacing: "rollup.csv", with: bytes)
    case .templates: Targets.checkTemplates(bytes)
    case .pipeline: Targets.report(bytes)
    }
  }
}

enum Targets {
  static let options = ReportOptions(date: required(Day(year: 2024, month: 1, day: 15)))

  /// Text in any encoding: what is decoded is UTF-8, and every finding can be shown.
  static func decode(_ bytes: [UInt8]) {
    let file = SourceFile(path: "actuals.csv", bytes: bytes)
    for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
      let (text, findings) = TextDecoder.decode(file, index: 0, forced: encoding)
      if let text {
        promise(String(validating: text.text, as: UTF8.self) != nil, "解码结果不是UTF-8")
        show(findings, [text])
      } else {
        promise(findings.contains { $0.severity == .error }, "没有文本，也没有说明")
      }
    }
    _ = TextDecoder.displayName(bytes)
  }

  /// Cells with positions; what is written again reads back the same.
  static func readCSV(_ bytes: [UInt8]) {
    guard let text = TextDecoder.decode(SourceFile(path: "a.csv", bytes: bytes), index: 0).text else {
      return
    }
    for delimiter in [CSVDelimiter.comma, .tab] {
      let (rows, findings) = CSVReader.read(text, index: 0, delimiter: delimiter)
      show(findings, [text])
      for row in rows {
        for cell in row.cells {
          _ = text.location(of: cell.origin)
          promise(CSVGuard.unguarded(CSVGuard.guarded(cell.text)) == cell.text, "防护不能还原")
        }
      }
      let again = CSVWriter.write(rows: rows.map { $0.cells.map(\.text) })
      guard findings.isEmpty,
        let second = TextDecoder.decode(SourceFile(path: "b.csv", bytes: again), index: 0).text
      else { continue }
      let copy = CSVReader.read(second, index: 0, delimiter: .comma).rows
      promise(copy.map { $0.cells.map(\.unguarded) } == rows.map { $0.cells.map(\.text) }, "写出的CSV读回不同")
    }
  }

  /// The first line is a target, the second an actual: points stay between 0 and the weight.
  static func readValues(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 10, maxSplits: 1, omittingEmptySubsequences: false)
    let text = String(decoding: lines[0], as: UTF8.self)
    for percentExpected in [false, true] {
      let reading = TargetParser.parse(text, percentExpected: percentExpected)
      guard let target = reading.value else {
        promise(!reading.remarks.isEmpty, "没有值，也没有说明")
        continue
      }
      _ = target.bare
      let shown = lines.count > 1 ? String(decoding: lines[1], as: UTF8.self) : text
      guard let actual = ActualParser.parse(shown, for: target).value else { continue }
      _ = Completion.text(Completion.rate(target, actual), target)
      let weight = Points(hundredths: 1234)
      guard let (points, _) = ScoreRule(rubric: rubric).score(weight, target, actual) else { continue }
      let stated = if case .attainment(_, .some) = actual { true } else { false }
      promise(points >= .zero && (points <= weight || stated), "得分越界：\(text) \(shown)")
    }
  }

  static let rubric = Rubrics.choose(options, overrides: []).0

  static func readRubric(_ bytes: [UInt8]) {
    var options = options
    options.rubricFile = SourceFile(path: "办法.csv", bytes: bytes)
    let outcome = Pipeline.examine(Example.base, options: options)
    check(outcome)
    examine(replacing: "rubric.csv", with: bytes)
  }

  static func examine(replacing path: String, with bytes: [UInt8]) {
    let files = Example.base.filter { $0.path != path } + [SourceFile(path: path, bytes: bytes)]
    for period in Period.allCases {
      var options = options
      options.period = period
      check(Pipeline.examine(files, options: options))
    }
  }

  /// A shell, a partial or a schema of the user's: refused with a place, or the pages it makes are sound.
  static func checkTemplates(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let names = TemplateLibrary.fileNames
    let name = names[Int(first) % names.count]
    do throws(TemplateFaults) {
      let library = try TemplateLibrary(overrides: [name: Array(bytes.dropFirst())])
      guard let report = Pipeline.examine(Example.base, options: options).report else { return }
      guard let schemas = try? PageSchemas(library) else { return }
      let made = try? Pipeline.produce(report, templates: library, schemas: schemas)
      // Within shells and schemas of ours, a partial that was accepted makes sound pages, but for links to nowhere: what
      // a report brings is known when it is there, and the user is told then.
      if TemplateLibrary.partials.contains(name) {
        let faults = made?.faults.map(\.message).filter { !isLinkToNowhere($0) }
        promise(faults?.isEmpty == true, "成品有误：\(faults ?? [])")
      }
    } catch {
      promise(!error.faults.isEmpty, "拒绝模板而没有说明")
    }
  }

  private static func isLinkToNowhere(_ message: String) -> Bool {
    message.hasSuffix("”不在输出文件夹内") || message.hasSuffix("”没有目标")
  }

  /// One file of a sound submission replaced; a report that is made is proven through libxml2 without a fault.
  static func report(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let names = [
      "unit.csv", "projects.csv", "budget.csv", "targets.csv", "actuals.csv", "rollup.csv",
      "acknowledged.csv",
    ]
    let path = names[Int(first & 0x0F) % names.count]
    let files =
      Example.base.filter { $0.path != path } + [SourceFile(path: path, bytes: Array(bytes.dropFirst()))]
    var options = options
    options.period = first & 0x80 == 0 ? .year : .half
    let outcome = Pipeline.examine(files, options: options)
    check(outcome)
    guard let report = outcome.report else { return }
    guard let made = try? Pipeline.produce(report, templates: library, schemas: schemas) else {
      return promise(false, "生成失败")
    }
    promise(made.faults.isEmpty, "成品有误：\(made.faults.map(\.message))")
  }

  /// Kept to the end. The leak checker takes parts of it for lost: pointers inside an enum carry its tag in their high
  /// bits, so what is allocated here, and only here, is not looked at.
  static let library: TemplateLibrary = {
    ignoreLeaks()
    defer { noticeLeaks() }
    return required(try? TemplateLibrary())
  }()
  static let schemas = required(try? PageSchemas(library))

  /// Points are never above their weight, totals never above 100; findings can be shown.
  static func check(_ outcome: Pipeline.Outcome) {
    show(outcome.findings, outcome.submission.texts)
    let sound = !outcome.findings.contains { $0.severity == .error }
    promise(sound == (outcome.report != nil), "有错误而有报告，或无错误而无报告")
    guard sound else { return }
    for card in outcome.projects + [outcome.unit.card].compactMap(\.self) {
      for row in card.rows {
        if let score = row.score, let weight = row.weight {
          promise(score >= .zero && score <= weight, "得分越界")
        }
      }
      if let total = card.total { promise(total >= .zero && total <= .full, "合计越界：\(total.text)") }
    }
  }

  static func show(_ findings: [Finding], _ texts: [SourceText]) {
    for finding in findings {
      promise(!finding.message.isEmpty, "空的说明")
      guard case .cell(let origin) = finding.place, Int(origin.file) < texts.count else { continue }
      let text = texts[Int(origin.file)]
      let place = text.location(of: origin)
      promise(place.line >= 1 && place.column >= 1, "位置不在文件中")
      _ = text.excerpt(of: origin)
    }
  }

  static func promise(_ holds: Bool, _ message: @autoclosure () -> String) {
    if !holds { fatalError(message()) }
  }

  static func required<T>(_ value: T?) -> T {
    guard let value else { fatalError("不能开始") }
    return value
  }
}

@_silgen_name("__lsan_disable")
func ignoreLeaks()

@_silgen_name("__lsan_enable")
func noticeLeaks()
