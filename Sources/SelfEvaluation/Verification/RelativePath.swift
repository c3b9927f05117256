// Where a link or a table of a page leads, inside the output folder.

/// Paths inside the output folder.
enum RelativePath {
  /// A relative path, not percent-encoded, seen from a file: `../数据/指标明细.csv` from `项目/01.html`.
  static func join(_ path: String, from file: String) -> String {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// A percent-encoded link seen from a file; nil where it has a scheme, is absolute or cannot be decoded. A
  /// fragment after the path is left out.
  static func resolve(_ href: String, from file: String) -> String? {
    let path = String(decoding: href.utf8.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
    guard !path.isEmpty, path.utf8.first != UInt8(ascii: "/"), !path.hasBytes(":"),
      let decoded = percentDecoded(path)
    else {
      return nil
    }
    return join(decoded, from: file)
  }

  private static func percentDecoded(_ text: String) -> String? {
    var bytes: [UInt8] = []
    let text = Array(text.utf8)
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "%") else {
        bytes.append(text[index])
        index += 1
        continue
      }
      guard index + 2 < text.count, let high = digit(text[index + 1]), let low = digit(text[index + 2]) else {
        return nil
      }
      bytes.append(high << 4 | low)
      index += 3
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The value of a hexadecimal digit.
  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
