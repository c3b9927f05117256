// A single file must not take the place of one that a finished folder's manifest vouches for.

import SelfEvaluation

extension OutputRefusal {
  /// Throws where a file to be written, also by way of links, is a document of a finished folder or its manifest.
  static func checkDocuments(_ output: DiskPath) throws {
    let there = try FileSystem.resolved(output)
    guard let target = try there ?? FileSystem.resolved(output.parent)?.appending(output.name) else { return }
    var folder = target.parent
    while true {
      let depth = folder.bytes.count <= 1 ? 1 : folder.bytes.count + 1
      if documents(of: folder).contains(Array(target.bytes.dropFirst(depth))) {
        throw isDocument(output: output.display, folder: folder.display)
      }
      if folder.bytes.count <= 1 { return }
      folder = folder.parent
    }
  }

  /// What a folder's manifest lists, and itself; nothing where none of ours can be read there: such a folder is no
  /// report that this user could have made.
  private static func documents(of folder: DiskPath) -> [[UInt8]] {
    let place = folder.appending(Manifest.path.utf8)
    guard let status = try? FileStatus.entry(place.bytes, following: true, shown: place),
      status.kind == .file, let bytes = try? FileReader.document(place), let manifest = ManifestFile(bytes)
    else { return [] }
    return [Array(Manifest.path.utf8)] + manifest.documents.map { Array($0.path.utf8) }
  }
}
