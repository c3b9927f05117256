// A finished output folder, read for mailing: nothing of it goes out that is not as it was written.

import SelfEvaluation

struct FinishedFolder {
  let path: DiskPath
  let manifestBytes: [UInt8]
  let manifest: ManifestFile

  /// A fault where the folder has no manifest of ours.
  init(_ folder: String) throws {
    path = try FolderTree.named(folder)
    let place = path.appending(Manifest.path.utf8)
    manifestBytes = try FileReader.wholeDocument(place)
    guard let manifest = ManifestFile(manifestBytes) else {
      throw DiskFault(place, .read, because: "不是本工具写的清单，先用 jixiao report 生成")
    }
    if ManifestSeal(of: manifestBytes) == .broken {
      throw DiskFault(place, .read, because: "生成之后被改动过，不能发出；先重新生成报告")
    }
    self.manifest = manifest
  }

  /// The bytes of a document, as the manifest has them.
  func document(_ name: String) throws -> [UInt8] {
    let place = path.appending(name.utf8)
    guard let entry = manifest.entry(at: name) else {
      throw DiskFault(place, .read, because: "不在清单里，用这一版的 jixiao report 重新生成")
    }
    // A link that somebody laid here would have the message written, later, to where it leads.
    if let found = try FileSystem.resolved(place),
      try found != FileSystem.resolved(path)?.appending(name.utf8)
    {
      throw DiskFault(place, .read, because: "经由符号链接通到别处，不是本工具写的；先重新生成报告")
    }
    let bytes = try FileReader.wholeDocument(place)
    guard Digest.sha256(bytes) == entry.sha256 else {
      throw DiskFault(place, .read, because: "生成之后被改动过，不能发出；先重新生成报告")
    }
    return bytes
  }

  /// Puts another content in the place of a document, and its digest into the manifest.
  func replace(_ name: String, with bytes: [UInt8]) throws {
    guard let old = manifest.entry(at: name)?.sha256 else { return }
    let changed = ManifestFile.bytes(manifestBytes, replacing: old, with: Digest.sha256(bytes))
    try Interruption.deferring {
      try FileWriter.replace(path.appending(name.utf8), bytes)
      try FileWriter.replace(path.appending(Manifest.path.utf8), changed)
    }
  }
}
