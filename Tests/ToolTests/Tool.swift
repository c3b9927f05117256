// Runs the built tool as a user would, and finds the repository's samples.

import Foundation
import Testing

struct Tool {
  /// What a run left behind.
  struct Run {
    let status: Int32
    let output: String
    let messages: String
    let outputBytes: Data
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func sample(_ name: String) -> String { root.appending(path: "Samples/\(name)").path }

  /// The tool stands beside the test bundle.
  static let executable: URL = {
    let bundle = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = bundle.deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.isExecutableFile(atPath: folder.appending(path: "jixiao").path)
    {
      folder = folder.deletingLastPathComponent()
    }
    return folder.appending(path: "jixiao")
  }()

  /// Runs the tool with arguments and waits for it.
  static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try run(arguments, environment: environment)
  }

  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files instead of pipes: nothing can fill up and block.
    return try TemporaryFolder.with { (folder: URL) throws in
      let files = ["out", "err"].map { folder.appending(path: $0) }
      for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
      process.standardOutput = try FileHandle(forWritingTo: files[0])
      process.standardError = try FileHandle(forWritingTo: files[1])
      process.standardInput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      let output = try files[0].bytes()
      return Run(
        status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
        messages: String(decoding: try files[1].bytes(), as: UTF8.self), outputBytes: output)
    }
  }
}

enum TemporaryFolder {
  /// A folder that is gone afterwards.
  static func with<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "jixiao-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}

extension URL {
  /// The bytes of a file that may be empty: `Data(contentsOf:)` loses the buffer of one, which the leak checker reports.
  func bytes() throws -> Data {
    let file = try FileHandle(forReadingFrom: self)
    defer { try? file.close() }
    return try file.readToEnd() ?? Data()
  }

  /// All regular files below this folder with their bytes, by relative path.
  func contents() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? [] {
      let file = appending(path: path)
      if (try file.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true {
        files[path] = try file.bytes()
      }
    }
    return files
  }
}
