// System calls with interruption retried and failure thrown; the one file that sees the C target.

import CFileSystem
import Glibc

/// Runs a call that returns -1 with errno on failure, again while a signal interrupts it.
func systemCall<Value: SignedInteger>(
  _ operation: DiskFault.Operation, _ shown: DiskPath, _ call: () -> Value
) throws(DiskFault) -> Value {
  // Bounded: a call that is always interrupted is a fault, not a reason to hang.
  for _ in 0..<1000 {
    let value = call()
    if value != -1 { return value }
    let code = errno
    if code != EINTR { throw DiskFault(shown, operation, code) }
  }
  throw DiskFault(shown, operation, EINTR)
}

/// The same for a call that takes a name; a name with a NUL inside would be cut short and is refused.
func systemCall<Value: SignedInteger>(
  _ operation: DiskFault.Operation, _ shown: DiskPath, name: [UInt8], _ call: (UnsafePointer<CChar>) -> Value
) throws(DiskFault) -> Value {
  guard !name.contains(0) else { throw DiskFault(shown, operation, EINVAL) }
  let terminated = name.map { CChar(bitPattern: $0) } + [0]
  return try systemCall(operation, shown) {
    unsafe terminated.withUnsafeBufferPointer { buffer -> Value in
      guard let start = buffer.baseAddress else { return -1 }
      return unsafe call(start)
    }
  }
}

/// Operations on entries of open folders.
enum FileSystem {
  /// How a rename treats what already bears the new name.
  enum Renaming {
    /// Replaces it, as rename(2) does.
    case replacing
    /// Fails with EEXIST.
    case onlyIfFree
    /// Both change places in one step.
    case exchanging
  }

  /// An entry of an open folder.
  struct Entry {
    let folder: Int32
    let name: [UInt8]
  }

  /// Renames an entry; `shown` is the path to name where it fails.
  static func rename(
    _ from: Entry, to: Entry, _ renaming: Renaming, shown: DiskPath
  ) throws(DiskFault) {
    guard !to.name.contains(0) else { throw DiskFault(shown, .rename, EINVAL) }
    let target = to.name.map { CChar(bitPattern: $0) } + [0]
    _ = try unsafe systemCall(.rename, shown, name: from.name) { source in
      switch renaming {
      case .replacing: unsafe renameat(from.folder, source, to.folder, target)
      case .onlyIfFree: unsafe jixiao_rename_noreplace(from.folder, source, to.folder, target)
      case .exchanging: unsafe jixiao_rename_exchange(from.folder, source, to.folder, target)
      }
    }
  }

  /// Whether a failed rename means that the file system has none of renameat2's flags.
  static func lacksRenameFlags(_ fault: DiskFault) -> Bool {
    [EINVAL, ENOSYS, EOPNOTSUPP].contains(fault.code)
  }

  /// Makes a folder, subject to the umask.
  static func makeFolder(_ entry: Entry, mode: UInt32, shown: DiskPath) throws(DiskFault) {
    _ = try unsafe systemCall(.create, shown, name: entry.name) { unsafe mkdirat(entry.folder, $0, mode) }
  }

  /// Removes a file, or an empty folder.
  static func remove(_ entry: Entry, isFolder: Bool, shown: DiskPath) throws(DiskFault) {
    _ = try unsafe systemCall(.remove, shown, name: entry.name) {
      unsafe unlinkat(entry.folder, $0, isFolder ? AT_REMOVEDIR : 0)
    }
  }

  /// Whether the entry is the root of a mount, bind mounts included where the kernel tells.
  static func isMountPoint(_ entry: Entry, shown: DiskPath) throws(DiskFault) -> Bool {
    try unsafe systemCall(.inspect, shown, name: entry.name) {
      unsafe jixiao_is_mount_point(entry.folder, $0)
    } == 1
  }

  /// Brings everything of the file system that holds the descriptor to the disk.
  static func syncWhole(_ descriptor: Int32, shown: DiskPath) throws(DiskFault) {
    _ = try systemCall(.sync, shown) { jixiao_sync_file_system(descriptor) }
  }

  /// The absolute path without links; nil where nothing is there.
  static func resolved(_ path: DiskPath) throws(DiskFault) -> DiskPath? {
    guard !path.bytes.contains(0) else { return nil }
    let name = path.bytes.map { CChar(bitPattern: $0) } + [0]
    for _ in 0..<1000 {
      if let resolved = unsafe realpath(name, nil) { return unsafe taken(resolved) }
      switch errno {
      case EINTR: continue
      case ENOENT, ENOTDIR, ENAMETOOLONG: return nil
      case let code: throw DiskFault(path, .inspect, code)
      }
    }
    throw DiskFault(path, .inspect, EINTR)
  }

  /// A path of libc's, which is freed.
  private static func taken(_ resolved: UnsafeMutablePointer<CChar>) -> DiskPath {
    defer { unsafe free(resolved) }
    return unsafe DiskPath(
      bytes: UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map(UInt8.init(bitPattern:)))
  }
}

extension Interruption {
  /// Installs the handlers; once, at the start of the program.
  static func install() { jixiao_catch_signals() }

  /// The signal that waits for an answer, nil for none.
  static var pending: Int32? {
    let number = jixiao_caught_signal()
    return number == 0 ? nil : number
  }

  static func deferSignals(_ change: Int32) { jixiao_defer_signals(change) }
}
