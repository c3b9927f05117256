// Where the flow begins: the CSV files of a submission folder, as bytes.

import Glibc
import SelfEvaluation

/// One file of a submission as it stands on disk.
struct RawFile: Hashable {
  /// Path relative to the folder, as bytes: `actuals/科研.csv`, in whatever encoding the name has.
  let name: [UInt8]
  /// The content; one byte more than the limit where there is too much.
  let bytes: [UInt8]
  /// Whether the file exceeds the limit of one file, or with the files before it the limit of all.
  let exceedsLimit: Bool

  /// The name for messages.
  var displayName: String { TextDecoder.displayName(name) }
}

/// A folder in which a unit hands in its figures (填报目录).
enum SubmissionFolder {
  /// The most that is read of one file: 16 MiB.
  static let fileLimit = 16 << 20
  /// The most that is read of all files together: 64 MiB.
  static let totalLimit = 64 << 20

  /// What a folder holds.
  struct Content: Hashable {
    /// The CSV files, sorted by the bytes of their names.
    let files: [RawFile]
    /// Relative paths of what is there and is not read: other files, and folders with `/` at the end. Hidden
    /// files and the lock files of office programs are left out.
    let ignored: [[UInt8]]
  }

  /// Reads `*.csv`, in any case, of the folder and of its `actuals/`. A `.csv` that is no regular file is a fault.
  static func read(
    _ path: DiskPath, fileLimit: Int = fileLimit, totalLimit: Int = totalLimit
  ) throws(DiskFault) -> Content {
    let folder = try Descriptor.folder(path.bytes, following: true, shown: path)
    var names: [[UInt8]] = []
    var ignored: [[UInt8]] = []
    for name in try folder.names() where !isHidden(name) {
      let shown = path.appending(name)
      if isCSV(name) {
        names.append(name)
        continue
      }
      let kind = try FileStatus.entry(name, in: folder.number, following: true, shown: shown)?.kind
      if kind == .folder, name == Array("actuals".utf8) {
        let inner = try Descriptor.folder(name, in: folder.number, following: true, shown: shown)
        for innerName in try inner.names() where !isHidden(innerName) {
          let relative = name + [UInt8(ascii: "/")] + innerName
          if isCSV(innerName) { names.append(relative) } else { ignored.append(relative) }
        }
      } else {
        ignored.append(kind == .folder ? name + [UInt8(ascii: "/")] : name)
      }
    }
    var files: [RawFile] = []
    var left = totalLimit
    for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let content = try FileReader.read(
        name, in: folder.number, following: true, limit: min(fileLimit, left), shown: path.appending(name))
      left = max(0, left - content.bytes.count)
      files.append(RawFile(name: name, bytes: content.bytes, exceedsLimit: content.exceedsLimit))
    }
    return Content(files: files, ignored: ignored.sorted { $0.lexicographicallyPrecedes($1) })
  }

  /// Hidden files, among them WPS's `.~name` and LibreOffice's `.~lock.name#`, and Excel's `~$name`.
  private static func isHidden(_ name: [UInt8]) -> Bool {
    name.starts(with: ".".utf8) || name.starts(with: "~$".utf8)
  }

  private static func isCSV(_ name: [UInt8]) -> Bool {
    // 0x20 makes ASCII letters small; a GBK trail byte is never a point.
    name.suffix(4).map { $0 == UInt8(ascii: ".") ? $0 : $0 | 0x20 } == Array(".csv".utf8)
  }
}
