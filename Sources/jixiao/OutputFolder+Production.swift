// Where what the core has produced meets the disk, for every command alike.

import SelfEvaluation

extension OutputFolder {
  /// Moves in what was produced and proven.
  func publish(
    _ production: Pipeline.Production, force: Bool, durability: Durability = .wholeFileSystem
  ) throws -> Publication {
    try publish(
      production.documents.map { ($0.path, $0.bytes) } + [(Manifest.path, production.manifest)],
      force: force, durability: durability,
      inventory: Inventory(
        listed: { ManifestFile($0)?.documents.map { ($0.path, $0.sha256) } }, digest: Digest.sha256,
        isAltered: { ManifestSeal(of: $0) == .broken }))
  }
}

extension OutputFolder.Publication {
  /// What is to be said beside the result, a line each.
  var remarks: String {
    (backup.map { "旧文件夹保留为：\($0.display)\n" } ?? "") + leftovers.map { "jixiao: \($0.message)\n" }.joined()
  }
}
