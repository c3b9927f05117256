// JSON for the manifest: few kinds of value, members in the order given, the same bytes each time.

/// A JSON value.
enum JSONValue: Sendable {
  case text(String)
  case number(Int)
  case bool(Bool)
  case null
  case array([JSONValue])
  case object([(String, JSONValue)])

  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
}

/// Writes RFC 8259 JSON, indented by two spaces, with a line feed at the end.
enum JSONWriter {
  static func write(_ value: JSONValue) -> [UInt8] {
    var buffer = ByteBuffer()
    append(value, depth: 0, to: &buffer)
    buffer.append(0x0A)
    return buffer.bytes
  }

  /// The same on one line without blanks, with a line feed at the end: one line of NDJSON.
  static func line(_ value: JSONValue) -> [UInt8] {
    var buffer = ByteBuffer()
    appendCompactly(value, to: &buffer)
    buffer.append(0x0A)
    return buffer.bytes
  }

  private static func appendCompactly(_ value: JSONValue, to buffer: inout ByteBuffer) {
    switch value {
    case .array(let items):
      buffer.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: ",")) }
        appendCompactly(item, to: &buffer)
      }
      buffer.append(UInt8(ascii: "]"))
    case .object(let members):
      buffer.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: ",")) }
        append(member.0, to: &buffer)
        buffer.append(UInt8(ascii: ":"))
        appendCompactly(member.1, to: &buffer)
      }
      buffer.append(UInt8(ascii: "}"))
    case .text, .number, .bool, .null: append(value, depth: 0, to: &buffer)
    }
  }

  private static func append(_ value: JSONValue, depth: Int, to buffer: inout ByteBuffer) {
    switch value {
    case .text(let string): append(string, to: &buffer)
    case .number(let number): buffer.append(decimal: number)
    case .bool(let value): buffer.append(literal: value ? "true" : "false")
    case .null: buffer.append(literal: "null")
    case .array(let items):
      buffer.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        startLine(index, depth + 1, &buffer)
        append(item, depth: depth + 1, to: &buffer)
      }
      if !items.isEmpty { indent(depth, &buffer) }
      buffer.append(UInt8(ascii: "]"))
    case .object(let members):
      buffer.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        startLine(index, depth + 1, &buffer)
        append(member.0, to: &buffer)
        buffer.append(literal: ": ")
        append(member.1, depth: depth + 1, to: &buffer)
      }
      if !members.isEmpty { indent(depth, &buffer) }
      buffer.append(UInt8(ascii: "}"))
    }
  }

  private static func startLine(_ index: Int, _ depth: Int, _ buffer: inout ByteBuffer) {
    if index > 0 { buffer.append(UInt8(ascii: ",")) }
    indent(depth, &buffer)
  }

  private static func indent(_ depth: Int, _ buffer: inout ByteBuffer) {
    buffer.append(0x0A)
    for _ in 0..<depth { buffer.append(literal: "  ") }
  }

  private static func append(_ string: String, to buffer: inout ByteBuffer) {
    buffer.append(UInt8(ascii: "\""))
    if isPlain(string) {
      buffer.append(string)
    } else {
      for scalar in string.unicodeScalars { buffer.append(escaped(scalar)) }
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// Whether nothing of a text has to be escaped.
  private static func isPlain(_ string: String) -> Bool {
    let bytes = string.utf8.span
    for index in bytes.indices {
      switch bytes[index] {
      case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: return false
      default: continue
      }
    }
    return !PageText.traits(of: string).contains(.hidden)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: return isHidden(scalar) ? String(scalar).utf16.map(unit).joined() : String(scalar)
    }
  }

  /// What nobody sees on a screen: written out, a name in the manifest cannot pass for another.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    VisibleText.isControl(scalar) || VisibleText.isInvisible(scalar)
  }

  private static func unit(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
