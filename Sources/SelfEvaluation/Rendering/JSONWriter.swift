// JSON for the manifest: few kinds of value, members in the order given, the same bytes each time.

/// A JSON value.
enum JSONValue {
  case text(String)
  case number(Int)
  case null
  case array([JSONValue])
  case object([(String, JSONValue)])

  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
}

/// Writes RFC 8259 JSON, indented by two spaces, with a line feed at the end.
enum JSONWriter {
  static func write(_ value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, depth: 0, to: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  private static func append(_ value: JSONValue, depth: Int, to bytes: inout [UInt8]) {
    switch value {
    case .text(let string): append(string, to: &bytes)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        startLine(index, depth + 1, &bytes)
        append(item, depth: depth + 1, to: &bytes)
      }
      if !items.isEmpty { indent(depth, &bytes) }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        startLine(index, depth + 1, &bytes)
        append(member.0, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        append(member.1, depth: depth + 1, to: &bytes)
      }
      if !members.isEmpty { indent(depth, &bytes) }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func startLine(_ index: Int, _ depth: Int, _ bytes: inout [UInt8]) {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    indent(depth, &bytes)
  }

  private static func indent(_ depth: Int, _ bytes: inout [UInt8]) {
    bytes.append(0x0A)
    for _ in 0..<depth { bytes.append(contentsOf: "  ".utf8) }
  }

  private static func append(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if isPlain(string) {
      bytes.append(contentsOf: string.utf8)
    } else {
      for scalar in string.unicodeScalars { bytes.append(contentsOf: escaped(scalar).utf8) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether nothing of a text has to be escaped.
  private static func isPlain(_ string: String) -> Bool {
    let bytes = string.utf8.span
    for index in bytes.indices {
      switch bytes[index] {
      case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: return false
      // The separators U+2028 and U+2029.
      case 0xE2 where bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]): return false
      default: continue
      }
    }
    return true
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\0"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: return String(scalar)
    }
  }
}
