// Copies of a submission in another encoding, or with some columns emptied.

import Foundation
import SelfEvaluation
import Testing

enum Recoded {
  /// Copies the CSV files of a folder, every one in the encoding given; columns may be emptied by heading.
  static func copy(
    _ source: String, to target: URL, as encoding: TextEncoding, emptying headings: Set<String> = []
  ) throws {
    let source = URL(filePath: source)
    for (path, data) in try source.contents() where path.hasSuffix(".csv") {
      let file = target.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      var text = try decoded(data)
      if !headings.isEmpty { text = emptied(text, headings) }
      try encoded(text, encoding).write(to: file)
    }
  }

  private static func decoded(_ data: Data) throws -> String {
    if data.starts(with: [0xFF, 0xFE]) {
      return try #require(String(data: data.dropFirst(2), encoding: .utf16LittleEndian))
    }
    if let text = String(validating: data, as: UTF8.self) { return text.replacing("\u{FEFF}", with: "") }
    return String(decoding: try iconv(data, from: "GB18030", to: "UTF-8"), as: UTF8.self)
  }

  /// The system's own converter, so that the tool's is not its own judge.
  private static func iconv(_ data: Data, from: String, to: String) throws -> Data {
    try TemporaryFolder.with { (folder: URL) throws -> Data in
      let (input, output) = (folder.appending(path: "in"), folder.appending(path: "out"))
      try data.write(to: input)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/iconv")
      process.arguments = ["-f", from, "-t", to, "-o", output.path, input.path]
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
      return try Data(contentsOf: output)
    }
  }

  private static func encoded(_ text: String, _ encoding: TextEncoding) throws -> Data {
    switch encoding {
    case .utf8: Data(text.utf8)
    case .utf8BOM: Data([0xEF, 0xBB, 0xBF] + text.utf8)
    case .gb18030: try iconv(Data(text.utf8), from: "UTF-8", to: "GB18030")
    case .utf16LE: Data([0xFF, 0xFE]) + (try #require(text.data(using: .utf16LittleEndian)))
    default: Data()
    }
  }

  /// Empties columns of simple rows; a row with quotes is taken apart with them in mind.
  private static func emptied(_ text: String, _ headings: Set<String>) -> String {
    let separator: Character = text.prefix { !$0.isNewline }.contains("\t") ? "\t" : ","
    var columns: Set<Int>?
    return text.split(whereSeparator: \.isNewline).map { line -> String in
      var cells: [String] = [""]
      var quoted = false
      for character in line {
        if character == "\"" { quoted.toggle() }
        if character == separator, !quoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      if let columns { for column in columns where column < cells.count { cells[column] = "" } }
      if columns == nil { columns = Set(cells.indices.filter { headings.contains(cells[$0]) }) }
      return cells.joined(separator: String(separator))
    }.joined(separator: "\n") + "\n"
  }
}
