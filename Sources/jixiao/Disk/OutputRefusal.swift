// Places where no output may go, known before anything is computed.

/// The output was named at a place where it cannot be; a mistake in the command line, status 64.
enum OutputRefusal: Error, Hashable {
  /// Both are the same folder.
  case isInput(output: String, input: String, called: String = "填报目录")
  /// The output lies inside a folder that is read.
  case isInsideInput(output: String, input: String, called: String = "填报目录")
  /// A folder that is read lies inside the output.
  case isAroundInput(output: String, input: String, called: String = "填报目录")
  /// `.`, `..`, `/` or nothing: there is no name that could be replaced.
  case isUnnamed(output: String)
  /// The file is one of a finished folder, which would no longer be as it was written.
  case isDocument(output: String, folder: String)

  /// One sentence without a full stop.
  var message: String {
    switch self {
    case .isInput(let output, let input, let name): "输出位置“\(output)”就是\(name)“\(input)”，请另选一个地方"
    case .isInsideInput(let output, let input, let name): "输出位置“\(output)”在\(name)“\(input)”里面，请选在它外面"
    case .isAroundInput(let output, let input, let name): "输出目录“\(output)”包含\(name)“\(input)”，请另选一个目录"
    case .isUnnamed(let output): "输出目录“\(output)”没有名称，请写明一个可以整个替换的目录，如 out"
    case .isDocument(let output, let folder):
      "“\(output)”是已生成的文件夹“\(folder)”里的文件，改写后该文件夹就通不过复核，请写到别处"
    }
  }

  /// Throws where output and input overlap, however they are spelled. Inputs that do not exist overlap nothing.
  static func check(_ output: DiskPath, against input: DiskPath, called name: String = "填报目录") throws {
    guard let inner = try FileSystem.resolved(input), let outer = try FileSystem.resolved(output.parent),
      let source = try FileStatus.entry(inner.bytes, following: true, shown: input)
    else { return }
    if let target = try FileStatus.entry(output.bytes, following: true, shown: output) {
      if target.isSame(as: source) {
        throw isInput(output: output.display, input: input.display, called: name)
      }
      if try contains(target, ancestorsOf: inner.parent) {
        throw isAroundInput(output: output.display, input: input.display, called: name)
      }
    }
    if try contains(source, ancestorsOf: outer) {
      throw isInsideInput(output: output.display, input: input.display, called: name)
    }
  }

  /// Whether `folder` is the absolute `path` or one of the folders above it.
  private static func contains(_ folder: FileStatus, ancestorsOf path: DiskPath) throws(DiskFault) -> Bool {
    var path = path
    while true {
      if let status = try FileStatus.entry(path.bytes, following: true, shown: path),
        status.isSame(as: folder)
      {
        return true
      }
      if path.bytes.count <= 1 { return false }
      path = path.parent
    }
  }
}
