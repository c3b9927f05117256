// Everything below a folder, without following links or crossing into other file systems.

/// The entries below a folder.
enum FolderTree {
  /// Something below a folder that is not itself a folder of the same file system.
  struct Entry: Hashable {
    /// Path relative to the folder, as bytes.
    let path: [UInt8]
    /// `kind` is `.folder` where another file system is mounted there.
    let status: FileStatus
  }

  /// Deeper nesting is refused; a report has two levels.
  private static let depthLimit = 64

  /// The path of a folder that must be there. Below an empty path everything would be the current folder's.
  static func named(_ text: String) throws(DiskFault) -> DiskPath {
    let path = DiskPath(text)
    _ = try Descriptor.folder(path.bytes, following: true, shown: path)
    return path
  }

  /// Relative paths of all regular files below a folder, sorted.
  static func list(_ path: DiskPath) throws(DiskFault) -> [[UInt8]] {
    let folder = try Descriptor.folder(path.bytes, following: true, shown: path)
    return try entries(of: folder).filter { $0.status.kind == .file }.map(\.path)
  }

  /// All entries below an open folder, sorted by their paths. What vanishes meanwhile is left out.
  static func entries(of folder: borrowing Descriptor) throws(DiskFault) -> [Entry] {
    var entries: [Entry] = []
    try collect(&entries, folder, prefix: [], device: try folder.status().device, depth: 0)
    return entries.sorted { $0.path.lexicographicallyPrecedes($1.path) }
  }

  private static func collect(
    _ entries: inout [Entry], _ folder: borrowing Descriptor, prefix: [UInt8], device: UInt64, depth: Int
  ) throws(DiskFault) {
    guard depth < depthLimit else { throw DiskFault(folder.shown, .list, because: "目录嵌套太深") }
    for name in try folder.names() {
      let shown = folder.shown.appending(name)
      guard let status = try FileStatus.entry(name, in: folder.number, following: false, shown: shown)
      else { continue }
      let path = prefix + name
      if status.kind == .folder, status.device == device,
        try !FileSystem.isMountPoint(.init(folder: folder.number, name: name), shown: shown)
      {
        let inner = try Descriptor.folder(name, in: folder.number, shown: shown)
        try collect(&entries, inner, prefix: path + [UInt8(ascii: "/")], device: device, depth: depth + 1)
      } else {
        entries.append(Entry(path: path, status: status))
      }
    }
  }

  /// Removes an entry of a folder and everything below it. Stops at another file system; follows no link.
  static func remove(_ entry: FileSystem.Entry, shown: DiskPath) throws(DiskFault) {
    guard let status = try FileStatus.entry(entry.name, in: entry.folder, following: false, shown: shown)
    else { return }
    if status.kind == .folder {
      guard try !FileSystem.isMountPoint(entry, shown: shown) else {
        throw DiskFault(shown, .remove, because: "是挂载点")
      }
      let folder = try Descriptor.folder(entry.name, in: entry.folder, shown: shown)
      for name in try folder.names() {
        try remove(.init(folder: folder.number, name: name), shown: shown.appending(name))
      }
    }
    do {
      try FileSystem.remove(entry, isFolder: status.kind == .folder, shown: shown)
    } catch {
      // Somebody else was faster; it is gone all the same.
      if !error.isMissing { throw error }
    }
  }
}
