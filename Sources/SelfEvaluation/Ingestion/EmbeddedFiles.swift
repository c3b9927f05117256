// The files of Templates/ inside the binary: page shells, schemas and rubrics.

internal import Templates

enum EmbeddedFiles {
  /// All names, in the order of `Templates.c`.
  static var names: [String] {
    (0..<jixiao_template_count).map { index in
      unsafe String(cString: jixiao_template_at(index).pointee.name)
    }
  }

  /// The bytes of a file by its name inside `Templates/`; nil for an unknown name.
  static func bytes(named name: String) -> [UInt8]? {
    for index in 0..<jixiao_template_count {
      let entry = unsafe jixiao_template_at(index).pointee
      if unsafe String(cString: entry.name) == name {
        return unsafe Array(UnsafeBufferPointer(start: entry.bytes, count: entry.count))
      }
    }
    return nil
  }
}
