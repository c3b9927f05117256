// The submission folders below a root, in a fixed order.

import Glibc

/// Finds submission folders. Links are not followed, hidden folders are passed over, and nothing is looked for inside
/// a submission folder.
struct SubmissionTree {
  /// Paths relative to the root, one after the other: many thousands take little room.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Folders that could not be listed, by position among the paths, and why not.
  private(set) var faults: [Int: DiskFault] = [:]

  /// Levels below the root: province, city, county, department, unit, and some to spare.
  private static let depthLimit = 8

  /// Looks through `root`; `output` is passed over where it lies inside.
  init(of root: DiskPath, passingOver output: FileStatus?) throws(DiskFault) {
    let folder = try Descriptor.folder(root.bytes, following: true, shown: root)
    try collect(folder, [], output, depth: 0)
  }

  var count: Int { ends.count }

  /// The path at a position, relative to the root; empty for the root itself.
  func path(_ index: Int) -> [UInt8] { Array(bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]) }

  private mutating func append(_ path: [UInt8]) {
    bytes += path
    ends.append(bytes.count)
  }

  private mutating func collect(
    _ folder: borrowing Descriptor, _ path: [UInt8], _ output: FileStatus?, depth: Int
  ) throws(DiskFault) {
    let names = try folder.names()
    guard !names.contains(where: SubmissionTree.tells) else { return append(path) }
    guard depth < SubmissionTree.depthLimit else { return }
    for name in names where name.first != UInt8(ascii: ".") {
      let shown = folder.shown.appending(name)
      let inner = path.isEmpty ? name : path + [UInt8(ascii: "/")] + name
      do throws(DiskFault) {
        guard let status = try FileStatus.entry(name, in: folder.number, following: false, shown: shown),
          status.kind == .folder, output?.isSame(as: status) != true
        else { continue }
        let next = try Descriptor.folder(name, in: folder.number, shown: shown)
        try collect(next, inner, output, depth: depth + 1)
      } catch {
        // What vanishes meanwhile was no submission; what cannot be listed might be one.
        guard !error.isMissing else { continue }
        faults[count] = error
        append(inner)
      }
    }
  }

  /// The submission folder around a place, where there is one at or below `root`: the folders above the place are
  /// looked at, whether or not the place is there yet.
  static func submission(around place: DiskPath, below root: DiskPath) throws(DiskFault) -> DiskPath? {
    guard var path = try FileSystem.resolved(place.parent), let top = try FileSystem.resolved(root) else {
      return nil
    }
    var found: DiskPath?
    while true {
      if isSubmission(path) { found = path }
      if path.bytes == top.bytes { return found }
      if path.bytes.count <= 1 { return nil }
      path = path.parent
    }
  }

  /// Whether a folder holds what makes it a submission; one that cannot be listed is none.
  private static func isSubmission(_ path: DiskPath) -> Bool {
    do {
      return try Descriptor.folder(path.bytes, following: true, shown: path).names().contains(where: tells)
    } catch {
      return false
    }
  }

  /// The files without which a folder is no submission; one of the two, so that a folder that lacks the other is
  /// reported and not passed over.
  private static func tells(_ name: [UInt8]) -> Bool {
    let small = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return small == Array("unit.csv".utf8) || small == Array("targets.csv".utf8)
  }
}
