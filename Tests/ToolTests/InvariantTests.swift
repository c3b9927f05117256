// The invariants of Sources/README.md that are about the source text itself.

import Foundation
import Testing

@Suite struct InvariantTests {
  private static let sources = Tool.root.appending(path: "Sources")
  private static let stages = [
    "Model", "Ingestion", "Scoring", "Aggregation", "Checking", "Rendering", "Verification", "Overview",
  ]

  /// Swift files below a folder of `Sources/` with their text without comments.
  private static func files(below folder: String) throws -> [(path: String, text: String)] {
    try sources.appending(path: folder).contents().filter { $0.key.hasSuffix(".swift") }
      .map { path, data in
        let lines = String(decoding: data, as: UTF8.self).split(
          separator: "\n", omittingEmptySubsequences: false)
        let code = lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }
        return (path: path, text: code.joined(separator: "\n"))
      }.sorted { $0.path < $1.path }
  }

  /// Types declared at the top level of a file.
  private static func types(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      guard
        let match = line.firstMatch(
          of:
            /^(?:public |package |fileprivate |private |final |indirect )*(?:struct|enum|class|protocol) ([A-Z][A-Za-z0-9]*)/
        ),
        !line.hasPrefix("private"), !line.hasPrefix("fileprivate")
      else { return nil }
      return String(match.1)
    }
  }

  /// A stage uses only Model and the stages before it.
  @Test func stagesUseOnlyEarlierStages() throws {
    var stageOf: [String: Int] = [:]
    for (stage, folder) in Self.stages.enumerated() {
      for file in try Self.files(below: "SelfEvaluation/\(folder)") {
        for type in Self.types(in: file.text) { stageOf[type] = stage }
      }
    }
    #expect(stageOf.count > 150)
    for (stage, folder) in Self.stages.enumerated() {
      for file in try Self.files(below: "SelfEvaluation/\(folder)") {
        // Texts in quotes are no code.
        let code = file.text.replacing(/"(?:[^"\\]|\\.)*"/, with: "\"\"")
        for word in Set(code.matches(of: /\b[A-Z][A-Za-z0-9]*/).map { String($0.0) }) {
          guard let other = stageOf[word], other > stage else { continue }
          Issue.record("\(folder)/\(file.path) 用了后面阶段 \(Self.stages[other]) 的 \(word)")
        }
      }
    }
  }

  @Test(arguments: ["CNettle", "Templates", "CFileSystem", "CPageMemory", "CWorkers"])
  func eachCModuleHasOneDoor(
    _ module: String
  )
    throws
  {
    let doors = try Self.files(below: "").filter { $0.text.contains("import \(module)\n") }
    #expect(doors.map(\.path).count == 1, "\(module): \(doors.map(\.path))")
  }

  @Test func libxml2IsBehindMarkup() throws {
    for file in try Self.files(below: "") where file.text.contains("import CLibXML2") {
      #expect(file.path.hasPrefix("Markup/"))
    }
  }

  /// The core has no disk, clock, terminal, locale or environment.
  @Test func theCoreIsPure() throws {
    let forbidden = [
      "FileManager", "FileHandle", "Process", "ProcessInfo", "Date(", "Date.now", "Locale", "TimeZone",
      "UserDefaults",
      "getenv", "fopen", "open(", "print(", "time(nil)", "CommandLine", "readLine",
    ]
    for folder in ["SelfEvaluation", "Markup"] {
      for file in try Self.files(below: folder) {
        for word in forbidden where file.text.contains(" \(word)") || file.text.contains("(\(word)") {
          Issue.record("\(folder)/\(file.path) 用了 \(word)")
        }
      }
    }
  }

  @Test func noFloatingPointInFigures() throws {
    for folder in Self.stages {
      for file in try Self.files(below: "SelfEvaluation/\(folder)") {
        #expect(file.text.firstMatch(of: /\b(Double|Float|CGFloat|Decimal)\b/) == nil, "\(file.path)")
      }
    }
  }

  @Test func noTrapsInSources() throws {
    for file in try Self.files(below: "") {
      #expect(
        file.text.firstMatch(of: /\btry!|\bas!|\bfatalError\(|\bpreconditionFailure\(|TODO|FIXME/) == nil,
        "\(file.path)")
    }
  }

  @Test func everyFileSaysItsPlace() throws {
    for (path, data) in try Self.sources.contents() where path.hasSuffix(".swift") {
      #expect(data.starts(with: Data("// ".utf8)), "\(path) 没有开头的一句说明")
    }
  }
}
