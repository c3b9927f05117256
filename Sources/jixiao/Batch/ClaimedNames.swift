// Which unit of a run has which name: no two may write to one folder.

import SelfEvaluation

/// The names given out so far, each with the folder that got it; some tens of bytes a unit.
struct ClaimedNames {
  private var starts: [UInt64: Int] = [:]
  private var folders: [UInt8] = []

  /// Gives a name to a folder; the folder that has it already, nil where it was free. Names that differ only in the
  /// case of letters are one: many file systems cannot hold both.
  mutating func claim(_ name: [UInt8], for folder: String) -> String? {
    // Sixty bits of a hash: among a million names two meet by chance once in two million runs, and then one unit is
    // refused aloud.
    let folded = UnitIdentity.key(of: String(decoding: name, as: UTF8.self))
    let key = UInt64(Digest.sha256(Array(folded.utf8)).prefix(15), radix: 16) ?? 0
    if let start = starts[key] {
      return String(decoding: folders[start...].prefix { $0 != 0 }, as: UTF8.self)
    }
    starts[key] = folders.count
    folders += Array(folder.utf8) + [0]
    return nil
  }
}
