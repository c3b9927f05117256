// An open file or folder that closes itself.

import Glibc

/// An open descriptor; closed when its owner lets go of it.
struct Descriptor: ~Copyable {
  private(set) var number: Int32
  /// The path for messages.
  let shown: DiskPath

  /// Opens an entry of `folder`; close-on-exec and no controlling terminal always.
  init(
    _ name: [UInt8], in folder: Int32 = AT_FDCWD, _ flags: Int32, mode: UInt32 = 0,
    _ operation: DiskFault.Operation = .open, shown: DiskPath
  ) throws(DiskFault) {
    number = try unsafe systemCall(operation, shown, name: name) {
      unsafe openat(folder, $0, flags | O_CLOEXEC | O_NOCTTY, mode)
    }
    self.shown = shown
  }

  /// Opens a folder for listing, syncing, and as the start of relative paths.
  static func folder(
    _ name: [UInt8], in folder: Int32 = AT_FDCWD, following: Bool = false, shown: DiskPath
  ) throws(DiskFault) -> Descriptor {
    try Descriptor(name, in: folder, O_RDONLY | O_DIRECTORY | (following ? 0 : O_NOFOLLOW), shown: shown)
  }

  deinit { if number >= 0 { _ = Glibc.close(number) } }

  /// Closes and reports what the file system held back until now (a network quota, say). An interrupted close has
  /// closed: it is not repeated.
  consuming func close() throws(DiskFault) {
    let result = Glibc.close(number)
    let code = errno
    number = -1
    if result == -1, code != EINTR { throw DiskFault(shown, .write, code) }
  }

  func status() throws(DiskFault) -> FileStatus { try FileStatus.opened(number, shown: shown) }

  /// Writes all bytes, however many calls it takes.
  func write(_ bytes: [UInt8]) throws(DiskFault) { try Descriptor.write(bytes, to: number, shown: shown) }

  /// Writes all bytes to an open descriptor, waiting where it is set not to block.
  static func write(_ bytes: [UInt8], to number: Int32, shown: DiskPath) throws(DiskFault) {
    var start = 0
    while start < bytes.count {
      do {
        start += try systemCall(.write, shown) {
          unsafe bytes.withUnsafeBytes {
            unsafe Glibc.write(number, $0.baseAddress.map { unsafe $0 + start }, bytes.count - start)
          }
        }
      } catch {
        guard error.code == EAGAIN else { throw error }
        var waiting = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        _ = try systemCall(.write, shown) { unsafe poll(&waiting, 1, -1) }
      }
    }
  }

  /// Reads to the end, at most `limit` + 1 bytes: one too many tells that there is more. `expected` is the size to
  /// make room for.
  static func read(_ number: Int32, limit: Int, expected: Int, shown: DiskPath) throws(DiskFault) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(expected, limit) + 1)
    while bytes.count <= limit {
      let wanted = min(max(expected + 1 - bytes.count, 65536), limit + 1 - bytes.count)
      var fault: DiskFault?
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        do throws(DiskFault) {
          count = try systemCall(.read, shown) { unsafe Glibc.read(number, buffer.baseAddress, wanted) }
        } catch { fault = error }
      }
      if let fault { throw fault }
      if chunk.isEmpty { break }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    }
    return bytes
  }

  /// Brings the content to the disk. File systems that cannot sync a folder (EINVAL) have nothing to bring.
  func sync() throws(DiskFault) {
    do {
      _ = try systemCall(.sync, shown) { fsync(number) }
    } catch {
      if error.code != EINVAL { throw error }
    }
  }

  func setMode(_ mode: UInt32) throws(DiskFault) {
    _ = try systemCall(.create, shown) { fchmod(number, mode) }
  }

  /// Takes the exclusive lock without waiting: false where another holds it, nil where the file system has none.
  func lock() -> Bool? {
    do {
      _ = try systemCall(.open, shown) { flock(number, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      return error.code == EWOULDBLOCK ? false : nil
    }
  }

  /// The names in this folder but `.` and `..`, sorted by bytes.
  func names() throws(DiskFault) -> [[UInt8]] {
    let copy = try systemCall(.list, shown) { unsafe openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    var opened: OpaquePointer?
    do {
      _ = try systemCall(.list, shown) {
        unsafe opened = unsafe fdopendir(copy)
        return unsafe opened == nil ? -1 : 0
      }
    } catch {
      _ = Glibc.close(copy)
      throw error
    }
    guard let stream = unsafe opened else { return [] }
    defer { _ = unsafe closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno == EINTR { continue }
        break
      }
      let name = unsafe Descriptor.name(of: entry)
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    if errno != 0 { throw DiskFault(shown, .list, errno) }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The bytes of an entry's name. Not by way of `d_name` as a value: the declared 256 bytes would be copied, and behind
  /// the last entry of a buffer there is no such memory.
  private static func name(of entry: UnsafePointer<dirent>) -> [UInt8] {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    let start = unsafe UnsafeRawPointer(entry).advanced(by: offset)
    let length = unsafe strlen(start.assumingMemoryBound(to: CChar.self))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: length))
  }
}
