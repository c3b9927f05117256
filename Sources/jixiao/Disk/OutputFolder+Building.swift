// Writing the documents into the sibling, before anything of the old folder is touched.

import Glibc
import SelfEvaluation

extension OutputFolder {
  /// Makes the draft folder in the sibling, with the umask's mode, and writes every document into it.
  func build(
    _ documents: [(name: String, bytes: [UInt8])], in sibling: borrowing Sibling, _ durability: Durability
  ) throws {
    let container = sibling.content.number
    try FileSystem.makeFolder(
      .init(folder: container, name: Replacement.draft), mode: 0o777, shown: path)
    let draft = try Descriptor.folder(Replacement.draft, in: container, shown: path)
    var folders: Set<[UInt8]> = []
    for document in documents {
      try Interruption.check()
      let name = try checked(document.name)
      for (index, byte) in name.enumerated() where byte == UInt8(ascii: "/") {
        let folder = Array(name[..<index])
        guard folders.insert(folder).inserted else { continue }
        try FileSystem.makeFolder(
          .init(folder: draft.number, name: folder), mode: 0o777, shown: path.appending(folder))
      }
      let file = try Descriptor(
        name, in: draft.number, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o666, .create,
        shown: path.appending(name))
      try file.write(document.bytes)
      if durability == .eachFile { try file.sync() }
      try file.close()
    }
    try Interruption.check()
    switch durability {
    case .none: break
    case .wholeFileSystem: try FileSystem.syncWhole(draft.number, shown: path)
    case .eachFile:
      for folder in folders {
        try Descriptor.folder(folder, in: draft.number, shown: path.appending(folder)).sync()
      }
      try draft.sync()
      try sibling.content.sync()
    }
  }

  /// The bytes of a document's name, which must stay inside the folder: anything else is our own mistake.
  private func checked(_ name: String) throws(DiskFault) -> [UInt8] {
    let bytes = Array(name.utf8)
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
    let isSafe = parts.allSatisfy { part in
      !part.isEmpty && !part.contains(0) && part != Array(".".utf8) && part != Array("..".utf8)
    }
    guard isSafe else {
      throw DiskFault(path, .create, because: "文件名“\(TextDecoder.displayName(bytes))”会落在目录之外，这是程序自身的错误")
    }
    return bytes
  }
}
