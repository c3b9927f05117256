// Reading one file whole: only a regular one, never endlessly, and not while somebody writes it.

import Glibc

/// Reads files and standard input.
enum FileReader {
  /// What was read.
  struct Content: Hashable {
    /// At most one byte more than the limit.
    let bytes: [UInt8]
    /// Whether there is more than the limit allows.
    let exceedsLimit: Bool
  }

  /// The content of a regular file, or of standard input where the path is `-`. Links are followed; directories,
  /// pipes and devices are refused without being read.
  static func read(_ path: DiskPath, limit: Int) throws(DiskFault) -> Content {
    if path.bytes == [UInt8(ascii: "-")] {
      let input = DiskPath("标准输入")
      let bytes = try Descriptor.read(STDIN_FILENO, limit: limit, expected: 0, shown: input)
      return Content(bytes: bytes, exceedsLimit: bytes.count > limit)
    }
    return try read(path.bytes, in: AT_FDCWD, following: true, limit: limit, shown: path)
  }

  /// A finished document of ours; nil where the file is larger than any of them, and then nothing of it is read.
  static func document(_ path: DiskPath) throws(DiskFault) -> [UInt8]? {
    let limit = OutputFolder.documentLimit
    if let status = try FileStatus.entry(path.bytes, following: true, shown: path), status.kind == .file,
      status.size > limit
    {
      return nil
    }
    let content = try read(path, limit: limit)
    return content.exceedsLimit ? nil : content.bytes
  }

  /// The same where there is nothing to be done with a larger one.
  static func wholeDocument(_ path: DiskPath) throws(DiskFault) -> [UInt8] {
    if let bytes = try document(path) { return bytes }
    throw DiskFault(path, .read, because: "超过 \(OutputFolder.documentLimit >> 20) MiB，不是本工具写的文件")
  }

  /// The content of a regular file below an open folder.
  static func read(
    _ name: [UInt8], in folder: Int32, following: Bool, limit: Int, shown: DiskPath
  ) throws(DiskFault) -> Content {
    // Looked at before it is opened, because opening alone can set a device going; and again once open.
    guard let found = try FileStatus.entry(name, in: folder, following: following, shown: shown) else {
      let link = try FileStatus.entry(name, in: folder, following: false, shown: shown)
      guard link != nil else { throw DiskFault(shown, .open, ENOENT) }
      throw DiskFault(shown, .open, because: "是断开的符号链接，它指向的文件不存在")
    }
    try refuseUnlessRegular(found, shown: shown)
    let file = try Descriptor(
      name, in: folder, O_RDONLY | O_NONBLOCK | (following ? 0 : O_NOFOLLOW), shown: shown)
    let before = try file.status()
    try refuseUnlessRegular(before, shown: shown)
    let expected = Int(clamping: before.size)
    let bytes = try Descriptor.read(file.number, limit: limit, expected: expected, shown: shown)
    let after = try file.status()
    let isWhole = bytes.count > limit || bytes.count == expected || expected == 0
    guard isWhole, before.size == after.size, before.modified == after.modified else {
      throw DiskFault(shown, .read, because: "读取时它正被改动，请保存并关闭后再试")
    }
    return Content(bytes: bytes, exceedsLimit: bytes.count > limit)
  }

  private static func refuseUnlessRegular(_ status: FileStatus, shown: DiskPath) throws(DiskFault) {
    guard status.kind == .file else {
      throw DiskFault(shown, .read, because: "是\(status.kind.rawValue)，不是普通文件")
    }
  }
}
