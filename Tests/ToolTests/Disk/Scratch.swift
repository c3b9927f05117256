// A real folder for a test to work in, and a small manifest of the kind the output folder is checked against.

import Glibc
import SelfEvaluation
import Testing

@testable import jixiao

/// A temporary folder, removed with all it holds when the test lets go of it.
final class Scratch {
  let path: DiskPath

  init() throws {
    var template = Array("/tmp/jixiao-test-XXXXXX".utf8CString)
    #expect(mkdtemp(&template) != nil)
    path = DiskPath(bytes: template.dropLast().map { UInt8(bitPattern: $0) })
  }

  deinit {
    do {
      try FolderTree.remove(.init(folder: AT_FDCWD, name: path.bytes), shown: path)
    } catch {
      Issue.record(error)
    }
  }

  func callAsFunction(_ relative: String) -> DiskPath { path.appending(relative.utf8) }

  func makeFolder(_ relative: String, mode: UInt32 = 0o755) throws {
    try FileSystem.makeFolder(
      .init(folder: AT_FDCWD, name: self(relative).bytes), mode: mode, shown: self(relative))
  }

  func write(_ relative: String, _ text: String) throws { try write(self(relative), Array(text.utf8)) }

  func write(_ path: DiskPath, _ bytes: [UInt8]) throws {
    let file = try Descriptor(
      path.bytes, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o644, .create, shown: path)
    try file.write(bytes)
  }

  func link(_ relative: String, to target: String) throws {
    let result = symlink(target, String(decoding: self(relative).bytes, as: UTF8.self))
    try #require(result == 0)
  }

  /// Everything below a folder with its content: what a person would compare.
  func snapshot(_ relative: String) throws -> [String: String] {
    var snapshot: [String: String] = [:]
    for path in try FolderTree.list(self(relative)) {
      let content = try FileReader.read(self(relative).appending(path), limit: 1 << 24)
      snapshot[TextDecoder.displayName(path)] = String(decoding: content.bytes, as: UTF8.self)
    }
    return snapshot
  }

  /// The names directly in the temporary folder.
  func names() throws -> [String] {
    try Descriptor.folder(path.bytes, shown: path).names().map(TextDecoder.displayName)
  }
}

/// Documents with a manifest of lines `hash path`, which `Manifest.listed` reads.
enum Manifest {
  static func digest(_ bytes: [UInt8]) -> String {
    String(
      bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }, radix: 16)
  }

  static func listed(_ bytes: [UInt8]) -> [(path: String, sha256: String)]? {
    guard let text = String(validating: bytes, as: UTF8.self), text.hasPrefix("manifest\n") else {
      return nil
    }
    return text.split(separator: "\n").dropFirst().map { line in
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      return (path: parts[1], sha256: parts[0])
    }
  }

  static func documents(_ files: [(String, String)]) -> [(name: String, bytes: [UInt8])] {
    let documents = files.map { (name: $0.0, bytes: Array($0.1.utf8)) }
    let lines = documents.map { "\(digest($0.bytes)) \($0.name)\n" }.joined()
    return documents + [(name: "manifest.json", bytes: Array("manifest\n\(lines)".utf8))]
  }
}

extension OutputFolder {
  /// Publishes with the test's manifest.
  @discardableResult
  func publish(
    _ files: [(String, String)], force: Bool = false, durability: Durability = .none
  ) throws -> Publication {
    try publish(
      Manifest.documents(files), force: force, durability: durability,
      inventory: Inventory(listed: Manifest.listed, digest: Manifest.digest, isAltered: { _ in false }))
  }
}
