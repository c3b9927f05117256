// Before an old report goes: is everything in it ours, as we wrote it?

import Glibc
import SelfEvaluation

/// The old output folder holds what people put there or changed; it is not replaced without `--force`.
struct ForeignFiles: Error, Hashable {
  /// How a file differs from what the manifest says.
  enum Change: String {
    /// Not in the manifest.
    case added = "不是本工具生成的"
    /// In the manifest with another hash.
    case edited = "生成后改过"
    /// There is no manifest, or none that can be read: the whole folder is not known to be ours.
    case unknown = "没有可读的清单 manifest.json"
  }

  struct File: Hashable {
    /// Relative to the folder, for display.
    let path: String
    let change: Change
  }

  /// The output folder for display.
  let folder: String
  let files: [File]

  /// One sentence without a full stop: the first ten files and what to do.
  var message: String {
    let list = files.prefix(10).map { "\($0.path)（\($0.change.rawValue)）" }.joined(separator: "、")
    let rest = files.count > 10 ? " 等 \(files.count) 个文件" : ""
    return "输出目录“\(folder)”里有别人的文件：\(list)\(rest)；请先移走，或加 --force（旧目录改名保留为 .bak-N）"
  }
}

/// Tells our files from people's by the manifest of the old report.
struct Inventory {
  /// The documents that a manifest lists, nil where its bytes are no manifest.
  let listed: ([UInt8]) -> [(path: String, sha256: String)]?
  /// The hash of a document, spelled as in the manifest.
  let digest: ([UInt8]) -> String
  /// Whether a manifest shows that it was changed itself: then its hashes prove nothing.
  let isAltered: ([UInt8]) -> Bool

  /// What an inspection saw: compared later, it tells whether anybody was there in between.
  struct Inspection {
    let entries: [FolderTree.Entry]
    /// Nil where everything is ours.
    let foreign: ForeignFiles?
  }

  private static let manifest = Array("manifest.json".utf8)

  /// Compares every file below the folder with its manifest. Listed files that are gone do not matter.
  func inspect(_ folder: borrowing Descriptor) throws(DiskFault) -> Inspection {
    let entries = try FolderTree.entries(of: folder)
    guard !entries.isEmpty else { return Inspection(entries: [], foreign: nil) }
    var files: [ForeignFiles.File] = []
    if let (manifest, hashes) = try manifest(of: folder, entries) {
      for entry in entries {
        let change: ForeignFiles.Change?
        if entry.path == Inventory.manifest {
          change = isAltered(manifest) ? .edited : nil
        } else if entry.status.kind == .file, let hash = hashes[entry.path] {
          change = try content(of: entry.path, in: folder).map(digest) == hash ? nil : .edited
        } else {
          change = .added
        }
        if let change { files.append(.init(path: TextDecoder.displayName(entry.path), change: change)) }
      }
    } else {
      files = entries.map { .init(path: TextDecoder.displayName($0.path), change: .unknown) }
    }
    let foreign = files.isEmpty ? nil : ForeignFiles(folder: folder.shown.display, files: files)
    return Inspection(entries: entries, foreign: foreign)
  }

  /// The manifest and the hash of each path it lists, nil where there is none to be read.
  private func manifest(
    of folder: borrowing Descriptor, _ entries: [FolderTree.Entry]
  ) throws(DiskFault) -> (bytes: [UInt8], hashes: [[UInt8]: String])? {
    guard entries.contains(where: { $0.path == Inventory.manifest && $0.status.kind == .file }),
      let bytes = try content(of: Inventory.manifest, in: folder), let listed = listed(bytes)
    else { return nil }
    return (bytes, Dictionary(listed.map { (Array($0.path.utf8), $0.sha256) }) { first, _ in first })
  }

  /// The bytes of a file, nil where it is too large to be ours or being written to.
  private func content(of path: [UInt8], in folder: borrowing Descriptor) throws(DiskFault) -> [UInt8]? {
    do {
      let content = try FileReader.read(
        path, in: folder.number, following: false, limit: OutputFolder.documentLimit,
        shown: folder.shown.appending(path)
      )
      return content.exceedsLimit ? nil : content.bytes
    } catch {
      if error.isMissing || error.code == 0 { return nil }
      throw error
    }
  }
}
