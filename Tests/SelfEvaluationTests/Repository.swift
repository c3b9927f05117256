// Where the tests find the repository's own files.

import Foundation
import Testing

@testable import SelfEvaluation

enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The CSV files of a folder below `Samples/`, sorted by path.
  static func sample(_ name: String) throws -> [SourceFile] {
    let folder = root.appending(path: "Samples/\(name)")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return try paths.filter { $0.hasSuffix(".csv") }.sorted().map { path in
      SourceFile(path: path, bytes: Array(try Data(contentsOf: folder.appending(path: path))))
    }
  }

  /// Options with a fixed date.
  static func options(_ period: Period = .year) throws -> ReportOptions {
    var options = ReportOptions(date: try #require(Day(year: 2024, month: 1, day: 15)))
    options.period = period
    return options
  }
}
