// Where the flow ends: the finished documents take the place of the old output folder, all at once or not at all.

import Glibc

/// An output folder (OUT) that is replaced as a whole.
///
/// Runs at the same time on one OUT do not wait for each other: each builds a sibling of its own, the last to move
/// in wins, and what it takes out is looked at before it is removed. Nobody ever sees a mixture.
struct OutputFolder: Hashable {
  /// How surely the new folder is on the disk before it takes the old one's place.
  enum Durability {
    /// Left to the kernel: for many folders at once that can be made again.
    case none
    /// One syncfs before the move, one fsync of the parent after it.
    case wholeFileSystem
    /// An fsync of each file and folder instead of the syncfs.
    case eachFile
  }

  /// What a publication leaves to report.
  struct Publication: Hashable {
    /// Where the old folder was kept under `--force`.
    let backup: DiskPath?
    /// What could not be cleared away; the new folder stands nevertheless, and the next run tries again.
    let leftovers: [DiskFault]
  }

  /// The most that is read of a finished document, 256 MiB: none of ours comes near.
  static let documentLimit = 256 << 20

  /// As named by the user, without slashes at the end.
  let path: DiskPath
  var parent: DiskPath { path.parent }
  var name: [UInt8] { path.name }

  /// Looks at the place before anything is computed. `OutputRefusal` where it overlaps what is read, `DiskFault`
  /// where it is a link, a mount point, not a folder, or in a folder that does not exist.
  init(at path: DiskPath, apartFrom inputs: [DiskPath]) throws {
    self.path = path.withoutTrailingSlashes
    guard !name.isEmpty, ![Array(".".utf8), Array("..".utf8)].contains(name) else {
      throw OutputRefusal.isUnnamed(output: path.display)
    }
    for input in inputs { try OutputRefusal.check(self.path, against: input) }
    switch try FileStatus.entry(parent.bytes, following: true, shown: parent)?.kind {
    case .folder: break
    case nil: throw DiskFault(withoutParent: self.path)
    default: throw DiskFault(self.path, .create, because: "“\(parent.display)”不是目录")
    }
    _ = try current(in: AT_FDCWD, as: self.path.bytes)
  }

  /// The status of the folder that stands there, nil for none; a fault where it cannot be replaced.
  private func current(in folder: Int32, as name: [UInt8]) throws(DiskFault) -> FileStatus? {
    guard let status = try FileStatus.entry(name, in: folder, following: false, shown: path) else {
      return nil
    }
    switch status.kind {
    case .folder: break
    case .link: throw DiskFault(path, .replace, because: "是符号链接，请写它所指的目录")
    default: throw DiskFault(path, .replace, because: "是\(status.kind.rawValue)，不是目录")
    }
    guard try !FileSystem.isMountPoint(.init(folder: folder, name: name), shown: path) else {
      throw DiskFault(path, .replace, because: "是挂载点，请写它里面的一个目录")
    }
    return status
  }

  /// Builds a folder of the documents beside OUT and moves it in. On any error, and on a signal, OUT is as before and
  /// nothing is left beside it. An empty OUT is replaced; one with people's files only under `force`, which keeps
  /// the old folder as `NAME.bak-N`.
  ///
  /// `inventory` tells our files from people's. Throws `DiskFault`, `ForeignFiles`, `Interrupted`.
  func publish(
    _ documents: [(name: String, bytes: [UInt8])], force: Bool = false,
    durability: Durability = .wholeFileSystem, inventory: Inventory
  ) throws -> Publication {
    try Interruption.deferring {
      try Interruption.check()
      let folder = try Descriptor.folder(parent.bytes, following: true, shown: parent)
      var leftovers = sweep(folder, inventory)
      let sibling = try Sibling.make(.folder, besides: name, in: folder)
      var replacement = Replacement(
        target: .init(folder: folder.number, name: name), sibling: sibling.content.number, shown: path)
      let backup: DiskPath?
      do {
        try build(documents, in: sibling, durability)
        backup = try moveIn(&replacement, force: force, inventory, folder, durability)
      } catch {
        // Where even undoing failed, the sibling holds the old folder: the next run looks after it.
        if !replacement.holdsOld { _ = sibling.remove() }
        throw error
      }
      if let leftover = sibling.remove() { leftovers.append(leftover) }
      return Publication(backup: backup, leftovers: leftovers)
    }
  }

  /// Takes the place, checks what came out of it, and goes back where that is not what it should be.
  private func moveIn(
    _ replacement: inout Replacement, force: Bool, _ inventory: Inventory, _ parent: borrowing Descriptor,
    _ durability: Durability
  ) throws -> DiskPath? {
    // Others may exchange the folder between our looking and our moving: then look again.
    for _ in 0..<64 {
      try Interruption.check()
      guard let status = try current(in: parent.number, as: name) else {
        guard try replacement.place() else { continue }
        try finish(&replacement, parent, durability)
        return nil
      }
      let seen: Inventory.Inspection
      do {
        let old = try Descriptor.folder(name, in: parent.number, shown: path)
        seen = try inventory.inspect(old)
      } catch {
        if error.isMissing { continue }
        throw error
      }
      if let foreign = seen.foreign, !force {
        guard try current(in: parent.number, as: name)?.isSame(as: status) == true else { continue }
        throw foreign
      }
      let draft = try Descriptor.folder(Replacement.draft, in: replacement.sibling, shown: path)
      try draft.setMode(status.mode | 0o700)
      try Interruption.check()
      guard try replacement.exchange() else { continue }
      return try settle(&replacement, seen, force: force, inventory, parent, durability)
    }
    throw DiskFault(path, .replace, because: "别的程序在不断替换它")
  }

  /// After the exchange: whatever was added since the inspection stops the run too.
  private func settle(
    _ replacement: inout Replacement, _ seen: Inventory.Inspection, force: Bool, _ inventory: Inventory,
    _ parent: borrowing Descriptor, _ durability: Durability
  ) throws -> DiskPath? {
    var backup: [UInt8]?
    do {
      if let displaced = replacement.displaced, !force {
        let old = try Descriptor.folder(displaced, in: replacement.sibling, shown: path)
        if try FolderTree.entries(of: old) != seen.entries, let foreign = try inventory.inspect(old).foreign {
          throw foreign
        }
      }
      if force, !seen.entries.isEmpty { backup = try replacement.keepOld() }
    } catch {
      try undo(&replacement)
      throw error
    }
    try finish(&replacement, parent, durability)
    return backup.map { self.parent.appending($0) }
  }

  /// Brings the move to the disk; goes back where that fails.
  private func finish(
    _ replacement: inout Replacement, _ parent: borrowing Descriptor, _ durability: Durability
  ) throws(DiskFault) {
    do {
      if durability != .none { try parent.sync() }
      try replacement.commit()
    } catch {
      try undo(&replacement)
      throw error
    }
  }

  private func undo(_ replacement: inout Replacement) throws(DiskFault) {
    do {
      try replacement.undo()
    } catch {
      throw DiskFault(path, .restore, because: "\(error.reason)；旧目录在旁边的隐藏目录里，下次运行时放回或另存")
    }
  }
}
