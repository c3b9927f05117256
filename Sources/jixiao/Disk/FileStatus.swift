// What the kernel says about an entry: its kind, and enough to tell whether it is still the same.

import Glibc

/// The status of a file, folder or anything else.
struct FileStatus: Hashable, Sendable {
  /// What an entry is; the raw value completes “是…”.
  enum Kind: String {
    case file = "普通文件"
    case folder = "目录"
    case link = "符号链接"
    case pipe = "管道"
    case socket = "套接字"
    case device = "设备"
  }

  let kind: Kind
  let size: Int64
  let device: UInt64
  let inode: UInt64
  let owner: UInt32
  /// Permission bits, with set-group-id and sticky.
  let mode: UInt32
  /// Seconds and nanoseconds of the last change of the content.
  let modified: [Int]

  /// Whether both are the same entry of the same file system.
  func isSame(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    size = Int64(status.st_size)
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    owner = status.st_uid
    mode = status.st_mode & 0o7777
    modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
  }

  /// The status of an entry, nil where there is none.
  static func entry(
    _ name: [UInt8], in folder: Int32 = AT_FDCWD, following: Bool, shown: DiskPath
  ) throws(DiskFault) -> FileStatus? {
    var status = stat()
    do {
      _ = try unsafe systemCall(.inspect, shown, name: name) { name in
        unsafe fstatat(folder, name, &status, following ? 0 : AT_SYMLINK_NOFOLLOW)
      }
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
    return FileStatus(status)
  }

  /// The status of something open.
  static func opened(_ descriptor: Int32, shown: DiskPath) throws(DiskFault) -> FileStatus {
    var status = stat()
    _ = try systemCall(.inspect, shown) { unsafe fstat(descriptor, &status) }
    return FileStatus(status)
  }
}
