// E101 in words.

/// Why a file could not be decoded.
enum EncodingFault: Error, Equatable {
  /// What made us try an encoding.
  enum Basis {
    /// `--encoding` names it.
    case forced
    /// The file begins with its byte-order mark.
    case mark
    /// The bytes look like it.
    case detected
  }

  /// The bytes are not what this encoding allows, or there is no table to tell.
  case undecodable(Undecodable, as: TextEncoding, basis: Basis)
  /// The byte-order mark is that of another encoding than the one named by `--encoding`.
  case contradiction(mark: TextEncoding, forced: TextEncoding)

  /// E101 for the file.
  func finding(_ file: SourceFile) -> Finding {
    let (message, remedy) = wording(file)
    return Finding(.undeterminableEncoding, at: .file(file.path), message, remedy: remedy)
  }

  private func wording(_ file: SourceFile) -> (String, String) {
    let saveAgain = "在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”后重新提交"
    switch self {
    case .contradiction(let mark, let forced):
      return (
        "--encoding 指定了 \(forced.rawValue)，而 \(file.path) 开头的字节序标记是 \(mark.rawValue) 的",
        "去掉 --encoding，编码会自动识别"
      )
    case .undecodable(let place, _, _) where place.isTableMissing:
      return (
        "\(file.path) 不是 UTF-8，而本机没有 GB18030 的转换表（glibc 的 gconv 模块），无法读取",
        "安装 gconv 模块，或把文件另存为 UTF-8"
      )
    case .undecodable(let place, let encoding, let basis):
      let what = Self.describe(place, encoding, file)
      switch basis {
      case .forced: return ("按 --encoding 指定的 \(encoding.rawValue) 读不通：\(what)", "去掉 --encoding 或改为实际的编码")
      case .mark: return ("字节序标记说明文件是 \(encoding.rawValue)，但\(what)", saveAgain)
      case .detected where encoding == .gb18030:
        return ("编码无法判定，既不是 UTF-8，也不是 GB18030：\(what)", "用 --encoding 指明编码，或\(saveAgain)")
      case .detected: return ("文件应为 \(encoding.rawValue)，但\(what)", saveAgain)
      }
    }
  }

  /// `第 3 行（偏移 128）的字节 0x81 0x20 不合 UTF-8`, or what is the matter with the UTF-16.
  private static func describe(_ place: Undecodable, _ encoding: TextEncoding, _ file: SourceFile) -> String {
    let isUTF16 = encoding == .utf16LE || encoding == .utf16BE
    if isUTF16, place.offset == file.bytes.count - 1 {
      return "UTF-16 的字节数应为偶数，实为 \(file.bytes.count)，文件末尾可能被截断"
    }
    let bytes = file.bytes[place.offset...].prefix(2)
    let shown = bytes.map { "0x" + TextDecoder.hex($0) }.joined(separator: " ")
    let fault = isUTF16 ? "是不成对的代理项" : "不合 \(encoding.rawValue)"
    let line = line(of: place.offset, isUTF16 ? 2 : 1, file.bytes)
    return "第 \(line) 行（偏移 \(place.offset)）的字节 \(shown) \(fault)"
  }

  /// The line on which a byte stands, counted before decoding; in UTF-16 a line feed is a unit of its own.
  private static func line(of offset: Int, _ width: Int, _ bytes: [UInt8]) -> Int {
    var line = 1
    var previous: UInt8 = 0
    // Of a UTF-16 unit the byte beside the NUL counts; a unit without one cannot end a line.
    for index in stride(from: 0, to: offset, by: width) {
      let other = width == 2 ? bytes[index + 1] : 0
      let byte = bytes[index] == 0 ? other : (other == 0 ? bytes[index] : 0xFF)
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { line += 1 }
      previous = byte
    }
    return line
  }
}
