// The hidden place beside the target in which new content is made before it moves in.

import Glibc

/// A hidden entry `.NAME.jixiao-<pid>-<random>` in the target's folder, locked as long as its process works on it.
///
/// Two runs at once have two siblings. A sibling whose lock can be taken belongs to a process that died; where the
/// file system has no locks, the process number decides.
struct Sibling: ~Copyable {
  let entry: FileSystem.Entry
  let shown: DiskPath
  /// Open and locked; for a file, what is written to.
  let content: Descriptor

  /// Makes and locks a folder (mode 0700) or an empty file beside `name`.
  static func make(
    _ kind: FileStatus.Kind, besides name: [UInt8], in parent: borrowing Descriptor
  ) throws(DiskFault) -> Sibling {
    for _ in 0..<16 {
      let entry = FileSystem.Entry(folder: parent.number, name: Pattern(name).fresh())
      let shown = parent.shown.appending(name)
      let content: Descriptor
      if kind == .folder {
        try FileSystem.makeFolder(entry, mode: 0o700, shown: shown)
        do {
          content = try Descriptor.folder(entry.name, in: entry.folder, shown: shown)
        } catch {
          // Another run's sweep may have been faster than the lock; else nothing is in it yet.
          if error.isMissing { continue }
          try FileSystem.remove(entry, isFolder: true, shown: shown)
          throw error
        }
      } else {
        content = try Descriptor(
          entry.name, in: entry.folder, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o666, .create,
          shown: shown)
      }
      // Between making and locking, a sweep may have taken it for stale: then begin again.
      do {
        guard content.lock() != false, try isStillThere(entry, content) else { continue }
      } catch {
        try FolderTree.remove(entry, shown: shown)
        throw error
      }
      return Sibling(entry: entry, shown: parent.shown.appending(entry.name), content: content)
    }
    throw DiskFault(parent.shown.appending(name), .create, EBUSY)
  }

  /// Removes the sibling with all it holds, where need be at the second try; returns what went wrong, for the next
  /// run will try again.
  func remove() -> DiskFault? {
    var fault: DiskFault?
    for _ in 0..<2 {
      do {
        try FolderTree.remove(entry, shown: shown)
        return nil
      } catch {
        fault = error
      }
    }
    return fault
  }

  /// Opens and locks every sibling of `name` that a dead process of this user left behind, and hands it over.
  static func forEachStale(
    _ kind: FileStatus.Kind, besides name: [UInt8], in parent: borrowing Descriptor,
    _ body: (borrowing Sibling) throws(DiskFault) -> Void
  ) throws(DiskFault) {
    let pattern = Pattern(name)
    for found in try parent.names() {
      guard let process = pattern.process(of: found) else { continue }
      let shown = parent.shown.appending(found)
      let entry = FileSystem.Entry(folder: parent.number, name: found)
      guard let status = try FileStatus.entry(found, in: parent.number, following: false, shown: shown),
        status.kind == kind, status.owner == geteuid()
      else { continue }
      do {
        let content = try Descriptor(
          found, in: parent.number, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, shown: shown)
        guard try content.status().isSame(as: status) else { continue }
        guard content.lock() ?? !isAlive(process) else { continue }
        try body(Sibling(entry: entry, shown: shown, content: content))
      } catch {
        if !error.isMissing { throw error }
      }
    }
  }

  private static func isStillThere(
    _ entry: FileSystem.Entry, _ content: borrowing Descriptor
  ) throws(DiskFault) -> Bool {
    let shown = content.shown
    guard let now = try FileStatus.entry(entry.name, in: entry.folder, following: false, shown: shown)
    else { return false }
    return try content.status().isSame(as: now)
  }

  private static func isAlive(_ process: pid_t) -> Bool { kill(process, 0) == 0 || errno == EPERM }

  /// The names of siblings.
  struct Pattern {
    private let prefix: [UInt8]

    /// The names beside `name`.
    init(_ name: [UInt8]) { prefix = Array(".".utf8) + name + Array(".jixiao-".utf8) }

    /// A new name of this process.
    func fresh() -> [UInt8] {
      let random = String(UInt64.random(in: .min ... .max), radix: 16)
      let padded = String(repeating: "0", count: 16 - random.count) + random
      return prefix + Array("\(getpid())-\(padded)".utf8)
    }

    /// The process that made a sibling, nil where the name is not exactly a sibling's.
    func process(of name: [UInt8]) -> pid_t? {
      guard name.starts(with: prefix) else { return nil }
      let parts = name.dropFirst(prefix.count).split(
        separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      guard parts.count == 2, parts[1].count == 16,
        parts[1].allSatisfy(Array("0123456789abcdef".utf8).contains),
        parts[0].allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
      else { return nil }
      return pid_t(String(decoding: parts[0], as: UTF8.self))
    }
  }
}
