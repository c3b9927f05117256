// The submission folders below a root, in a fixed order.

import Glibc
import SelfEvaluation

/// Finds submission folders. Links are not followed, hidden folders are passed over — aloud where they are submissions —
/// and nothing is looked for inside a submission folder.
struct SubmissionTree {
  /// Paths relative to the root, one after the other: many thousands take little room.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Folders that could not be listed, or lie too deep, by position among the paths, and why not.
  private(set) var faults: [Int: DiskFault] = [:]
  /// Submission folders passed over because they are hidden: how many, and the first.
  private(set) var hidden: (count: Int, first: DiskPath)?
  /// Whether `output` lies inside.
  private(set) var holdsOutput = false
  private let passesReports: Bool

  /// Levels below the root: province, city, county, department, unit, and plenty to spare. What lies deeper might be
  /// submissions, and is a fault.
  static let depthLimit = 32

  /// Looks through `root`; `output` is passed over where it lies inside, and so are reports if `passesReports`.
  init(
    of root: DiskPath, passingOver output: FileStatus?, passesReports: Bool = false
  ) throws(DiskFault) {
    self.passesReports = passesReports
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
    if passesReports, names.contains(Array(Manifest.path.utf8)) { return }
    guard !names.contains(where: SubmissionTree.tells) else { return append(path) }
    for name in names {
      let shown = folder.shown.appending(name)
      let inner = path.isEmpty ? name : path + [UInt8(ascii: "/")] + name
      do throws(DiskFault) {
        guard let status = try FileStatus.entry(name, in: folder.number, following: false, shown: shown),
          status.kind == .folder
        else { continue }
        guard output?.isSame(as: status) != true else {
          holdsOutput = true
          continue
        }
        guard name.first != UInt8(ascii: ".") else {
          if SubmissionTree.isSubmission(shown) {
            hidden = ((hidden?.count ?? 0) + 1, hidden?.first ?? shown)
          }
          continue
        }
        guard depth < SubmissionTree.depthLimit else {
          throw DiskFault(
            shown, .list, because: "在第\(SubmissionTree.depthLimit)层文件夹以下，没有再往下找；其中有填报目录的，另用 batch 做这个文件夹")
        }
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

  /// The submission folder that a place is or lies in, where there is one at or below `root`: the place and the folders
  /// above it are looked at, whether or not the place is there yet.
  static func submission(around place: DiskPath, below root: DiskPath) throws(DiskFault) -> DiskPath? {
    var start = try FileSystem.resolved(place)
    if start == nil { start = try FileSystem.resolved(place.parent) }
    guard var path = start, let top = try FileSystem.resolved(root) else { return nil }
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
