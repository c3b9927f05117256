// The moment at which the new folder takes the old one's place, and the way back.

import Glibc

/// Moves a finished folder from its sibling to the target, in one step where the file system can.
///
/// What the names inside the sibling mean to a later run that finds it after a crash:
/// `draft` is unfinished or done with; `swap` is the new folder or, once exchanged, the old one; `old` is the old
/// one, where it had to be moved aside first.
struct Replacement {
  static let draft = Array("draft".utf8)
  static let swap = Array("swap".utf8)
  static let old = Array("old".utf8)

  /// The place to fill, in an open folder.
  let target: FileSystem.Entry
  /// The sibling, open.
  let sibling: Int32
  /// The target's path for messages.
  let shown: DiskPath
  /// The name under which the old folder stands in the sibling, nil where none has been taken out.
  private(set) var displaced: [UInt8]?
  private var isPlaced = false
  private var backup: [UInt8]?

  init(target: FileSystem.Entry, sibling: Int32, shown: DiskPath) {
    self.target = target
    self.sibling = sibling
    self.shown = shown
  }

  /// Whether the sibling holds the only copy of the old folder and must not be removed.
  var holdsOld: Bool { displaced != nil }

  private func inside(_ name: [UInt8]) -> FileSystem.Entry { .init(folder: sibling, name: name) }

  private func move(
    _ from: FileSystem.Entry, to: FileSystem.Entry, _ renaming: FileSystem.Renaming = .replacing
  ) throws(DiskFault) {
    try FileSystem.rename(from, to: to, renaming, shown: shown)
  }

  /// Moves the draft to where nothing stands; false where something has come to stand there.
  mutating func place() throws(DiskFault) -> Bool {
    do throws(DiskFault) {
      do {
        try move(inside(Replacement.draft), to: target, .onlyIfFree)
      } catch {
        guard FileSystem.lacksRenameFlags(error) else { throw error }
        try move(inside(Replacement.draft), to: target)
      }
    } catch {
      if [EEXIST, ENOTEMPTY, ENOTDIR].contains(error.code) { return false }
      throw error
    }
    isPlaced = true
    return true
  }

  /// Lets draft and old folder change places; false where the old one has vanished.
  mutating func exchange() throws(DiskFault) -> Bool {
    try move(inside(Replacement.draft), to: inside(Replacement.swap))
    do throws(DiskFault) {
      do {
        try move(inside(Replacement.swap), to: target, .exchanging)
        displaced = Replacement.swap
      } catch {
        guard FileSystem.lacksRenameFlags(error) else { throw error }
        try exchangeStepwise()
      }
    } catch {
      if !holdsOld { try move(inside(Replacement.swap), to: inside(Replacement.draft)) }
      if error.isMissing { return false }
      throw error
    }
    isPlaced = true
    return true
  }

  /// The same in two steps, for file systems without an exchange; the old folder comes back where the second fails.
  private mutating func exchangeStepwise() throws(DiskFault) {
    try move(target, to: inside(Replacement.old))
    displaced = Replacement.old
    do {
      try move(inside(Replacement.swap), to: target)
    } catch {
      try move(inside(Replacement.old), to: target)
      displaced = nil
      throw error
    }
  }

  /// Keeps the old folder beside the target as `NAME.bak-N`; returns that name.
  mutating func keepOld() throws(DiskFault) -> [UInt8]? {
    guard let displaced else { return nil }
    let name = try Replacement.keep(inside(displaced), besides: target, shown: shown)
    backup = name
    return name
  }

  /// Renames an entry to the first free `NAME.bak-N` beside the target.
  static func keep(
    _ entry: FileSystem.Entry, besides target: FileSystem.Entry, shown: DiskPath
  ) throws(DiskFault) -> [UInt8] {
    var number = 1
    while true {
      let name = target.name + Array(".bak-\(number)".utf8)
      let free = FileSystem.Entry(folder: target.folder, name: name)
      if try FileStatus.entry(name, in: target.folder, following: false, shown: shown) == nil {
        do {
          try FileSystem.rename(entry, to: free, .onlyIfFree, shown: shown)
          return name
        } catch {
          if FileSystem.lacksRenameFlags(error) {
            try FileSystem.rename(entry, to: free, .replacing, shown: shown)
            return name
          }
          if error.code != EEXIST { throw error }
        }
      }
      number += 1
    }
  }

  /// The old folder is no longer wanted, or has been kept: from now on the sibling may go.
  mutating func commit() throws(DiskFault) {
    if let displaced, backup == nil { try move(inside(displaced), to: inside(Replacement.draft)) }
    displaced = nil
  }

  /// Puts everything back as it was. A fault here leaves the old folder in the sibling or the backup.
  mutating func undo() throws(DiskFault) {
    guard isPlaced else { return }
    if let displaced {
      if let backup {
        try move(.init(folder: target.folder, name: backup), to: inside(displaced))
        self.backup = nil
      }
      if displaced == Replacement.swap {
        try move(inside(displaced), to: target, .exchanging)
      } else {
        try move(target, to: inside(Replacement.swap))
        try move(inside(displaced), to: target)
      }
      self.displaced = nil
    } else {
      try move(target, to: inside(Replacement.draft))
    }
    isPlaced = false
  }
}
