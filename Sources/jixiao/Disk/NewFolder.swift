// Files for people to fill in: written only where nothing of the name is there yet.

import Glibc

enum NewFolder {
  /// Creates the folder if need be and writes files into it. Nothing is overwritten: where one of them exists already,
  /// none is written and the fault names it.
  static func write(
    _ files: [(name: String, bytes: [UInt8])], to folder: DiskPath, subfolders: [String] = []
  ) throws {
    for file in files {
      let path = folder.appending(file.name.utf8)
      if try FileSystem.resolved(path) != nil { throw DiskFault(path, .write, because: "同名文件已存在，不覆盖") }
    }
    let nested = Set(files.compactMap { $0.name.split(separator: "/").dropLast().first.map(String.init) })
    try make(folder)
    for name in subfolders + nested.sorted() {
      let path = folder.appending(name.utf8)
      try make(path)
      // A link that somebody laid there would lead the files out of the folder.
      guard try FileStatus.entry(path.bytes, following: false, shown: path)?.kind == .folder else {
        throw DiskFault(path, .write, because: "已经存在，而不是目录")
      }
    }
    for file in files { try FileWriter.replace(folder.appending(file.name.utf8), file.bytes) }
  }

  /// Makes a folder where there is none yet; its parent must be there.
  static func make(_ folder: DiskPath) throws(DiskFault) {
    let path = folder.withoutTrailingSlashes
    do throws(DiskFault) {
      try FileSystem.makeFolder(
        FileSystem.Entry(folder: AT_FDCWD, name: path.bytes), mode: 0o777, shown: path)
    } catch {
      if error.isMissing, try FileStatus.entry(path.parent.bytes, following: true, shown: path) == nil {
        throw DiskFault(withoutParent: path)
      }
      guard error.code == EEXIST else { throw error }
    }
  }
}
