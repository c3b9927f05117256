// Writing one file whole or not at all.

import Glibc

/// Replaces single files, as named with `-o`.
enum FileWriter {
  /// Puts `bytes` in place of the file, by way of a hidden sibling: on a fault the old content stays. A link is
  /// followed; a device or pipe is written to as it is; `-` is standard output.
  static func replace(_ path: DiskPath, _ bytes: [UInt8]) throws {
    if path.bytes == [UInt8(ascii: "-")] { return try StandardOutput.write(bytes) }
    let old = try FileStatus.entry(path.bytes, following: true, shown: path)
    switch old?.kind {
    case .folder: throw DiskFault(path, .write, EISDIR)
    case nil, .file: break
    default:
      let stream = try Descriptor(path.bytes, O_WRONLY, shown: path)
      try stream.write(bytes)
      return try stream.close()
    }
    let link = try FileStatus.entry(path.bytes, following: false, shown: path)
    if old == nil, link != nil { throw DiskFault(path, .write, because: "是断开的符号链接") }
    let target = link?.kind == .link ? try FileSystem.resolved(path) ?? path : path
    guard !target.name.isEmpty, ![".", ".."].contains(String(decoding: target.name, as: UTF8.self)) else {
      throw DiskFault(path, .write, because: "没有文件名")
    }
    try Interruption.deferring {
      let parent = try Descriptor.folder(target.parent.bytes, following: true, shown: target.parent)
      try Sibling.forEachStale(.file, besides: target.name, in: parent) { _ = $0.remove() }
      let sibling = try Sibling.make(.file, besides: target.name, in: parent)
      do {
        try write(bytes, in: sibling, mode: old?.mode, shown: path)
        try Interruption.check()
        try FileSystem.rename(
          sibling.entry, to: .init(folder: parent.number, name: target.name), .replacing, shown: path)
      } catch {
        _ = sibling.remove()
        throw error
      }
      try parent.sync()
    }
  }

  private static func write(
    _ bytes: [UInt8], in sibling: borrowing Sibling, mode: UInt32?, shown: DiskPath
  ) throws(DiskFault) {
    do {
      if let mode { try sibling.content.setMode(mode) }
      try sibling.content.write(bytes)
      try sibling.content.sync()
    } catch {
      throw DiskFault(shown, error.operation, error.code)
    }
  }
}
