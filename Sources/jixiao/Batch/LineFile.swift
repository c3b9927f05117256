// Where the lines of a batch go: standard output or a pipe as they come, a file only when the run is over.

import Glibc

/// The NDJSON of a run.
protocol LineSink: AnyObject {
  func write(_ line: [UInt8]) throws
  /// Brings what has been written to its place; also where the run ends early.
  func finish() throws
}

enum LineSinks {
  /// The sink of `--ndjson`; `-` is standard output.
  static func open(_ name: String) throws -> any LineSink {
    if name == "-" { return LineStream() }
    let path = DiskPath(name)
    switch try FileStatus.entry(path.bytes, following: true, shown: path)?.kind {
    case .folder: throw DiskFault(path, .write, EISDIR)
    case .file, nil: return try LineFile(path)
    default: return try LineStream(path)
    }
  }
}

/// A stream that takes each line at once.
final class LineStream: LineSink {
  private let file: Descriptor?

  init() { file = nil }
  init(_ path: DiskPath) throws(DiskFault) { file = try Descriptor(path.bytes, O_WRONLY, shown: path) }

  func write(_ line: [UInt8]) throws {
    if file != nil { try file?.write(line) } else { try StandardOutput.write(line) }
  }

  func finish() {}
}

/// A file: its lines are gathered in a hidden sibling that takes its place at the end, so that nobody reads half a run,
/// and a run that is killed leaves the file as it was.
final class LineFile: LineSink {
  private let parent: Descriptor
  private let sibling: Sibling
  private let name: [UInt8]
  private let shown: DiskPath

  init(_ path: DiskPath) throws {
    let target = try FileSystem.resolved(path) ?? path
    guard !target.name.isEmpty, ![".", ".."].contains(String(decoding: target.name, as: UTF8.self)) else {
      throw DiskFault(path, .write, because: "没有文件名")
    }
    (name, shown) = (target.name, path)
    parent = try Descriptor.folder(target.parent.bytes, following: true, shown: target.parent)
    try Sibling.forEachStale(.file, besides: name, in: parent) { _ = $0.remove() }
    sibling = try Sibling.make(.file, besides: name, in: parent)
  }

  func write(_ line: [UInt8]) throws {
    do {
      try sibling.content.write(line)
    } catch {
      throw DiskFault(shown, error.operation, error.code)
    }
  }

  func finish() throws {
    do {
      try sibling.content.sync()
      try FileSystem.rename(
        sibling.entry, to: .init(folder: parent.number, name: name), .replacing, shown: shown)
      try parent.sync()
    } catch {
      _ = sibling.remove()
      throw error
    }
  }
}
