// Where the folders of a batch come from: a tree on disk, or one path a line on standard input.

import Glibc
import SelfEvaluation

/// The folders of a run, one after the other.
struct FolderSource {
  enum Step {
    case folder(DiskPath)
    /// A folder that cannot be one, for display, and why.
    case fault(String, String)
    /// Nothing has come in yet.
    case waiting
    case end
  }

  private enum Origin {
    case tree(SubmissionTree, DiskPath, next: Int)
    case lines(LineReader)
  }

  /// The longest path of the kernel.
  private static let pathLimit = 4096

  private var origin: Origin
  private let shard: Shard?

  /// Submission folders below a root.
  init(_ tree: SubmissionTree, below root: DiskPath, shard: Shard?) {
    origin = .tree(tree, root, next: 0)
    self.shard = shard
  }

  /// Paths on standard input.
  init(standardInputFor shard: Shard?) {
    origin = .lines(LineReader(STDIN_FILENO, limit: FolderSource.pathLimit, shown: DiskPath("标准输入")))
    self.shard = shard
  }

  /// The number of folders, nil where it is not known.
  func count() -> Int? {
    guard case .tree(let tree, _, _) = origin else { return nil }
    guard let shard else { return tree.count }
    return (0..<tree.count).count { shard.holds(tree.path($0)) }
  }

  mutating func next() throws(DiskFault) -> Step {
    switch origin {
    case .tree(let tree, let root, var next):
      while next < tree.count, let shard, !shard.holds(tree.path(next)) { next += 1 }
      guard next < tree.count else { return .end }
      let relative = tree.path(next)
      origin = .tree(tree, root, next: next + 1)
      let path = relative.isEmpty ? root : root.withoutTrailingSlashes.appending(relative)
      if let fault = tree.faults[next] { return .fault(path.display, fault.message) }
      return .folder(path)
    case .lines(var reader):
      defer { origin = .lines(reader) }
      while true {
        switch try reader.next() {
        case .line(let line):
          let path = DiskPath(bytes: line)
          guard !Folding.isBlank(path.display), shard?.holds(line) != false else { continue }
          return line.contains(0) ? .fault(path.display, "路径中有NUL字符") : .folder(path)
        case .tooLong(let start):
          return .fault(TextDecoder.displayName(start) + "…", "这一行超过\(FolderSource.pathLimit)字节，不是路径")
        case .waiting: return .waiting
        case .end: return .end
        }
      }
    }
  }
}
