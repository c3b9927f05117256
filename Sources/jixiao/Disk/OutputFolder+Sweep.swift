// What a killed run left behind is cleared away, but never a person's files.

extension OutputFolder {
  /// Removes the siblings of dead runs. An old folder that a run had taken out and could not bring back or remove is
  /// put back where OUT is missing, and kept as `NAME.bak-N` where it holds people's files. Returns what could not
  /// be cleared away: no reason to stop.
  func sweep(_ parent: borrowing Descriptor, _ inventory: Inventory) -> [DiskFault] {
    var leftovers: [DiskFault] = []
    let target = FileSystem.Entry(folder: parent.number, name: name)
    do throws(DiskFault) {
      try Sibling.forEachStale(.folder, besides: name, in: parent) { sibling throws(DiskFault) in
        do throws(DiskFault) {
          try rescue(from: sibling, target, inventory)
          if let fault = sibling.remove() { leftovers.append(fault) }
        } catch {
          leftovers.append(error)
        }
      }
    } catch {
      leftovers.append(error)
    }
    return leftovers
  }

  private func rescue(
    from sibling: borrowing Sibling, _ target: FileSystem.Entry, _ inventory: Inventory
  ) throws(DiskFault) {
    for name in [Replacement.old, Replacement.swap] {
      let entry = FileSystem.Entry(folder: sibling.content.number, name: name)
      // A run takes out folders only: anything else was laid there, and goes with the sibling.
      guard
        try FileStatus.entry(name, in: entry.folder, following: false, shown: sibling.shown)?.kind == .folder
      else { continue }
      let isGone = try FileStatus.entry(target.name, in: target.folder, following: false, shown: path) == nil
      if name == Replacement.old, isGone {
        try FileSystem.rename(entry, to: target, .replacing, shown: path)
        continue
      }
      let folder = try Descriptor.folder(name, in: entry.folder, shown: sibling.shown)
      if try inventory.inspect(folder).foreign != nil {
        _ = try Replacement.keep(entry, besides: target, shown: path)
      }
    }
  }
}
