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
    var text = ""
    append(value, indent: "", to: &text)
    text += "\n"
    return Array(text.utf8)
  }

  /// The same on one line without blanks, with a line feed at the end: one line of NDJSON.
  static func line(_ value: JSONValue) -> [UInt8] {
    var text = ""
    appendCompactly(value, to: &text)
    text += "\n"
    return Array(text.utf8)
  }

  private static func appendCompactly(_ value: JSONValue, to text: inout String) {
    switch value {
    case .array(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += "," }
        appendCompactly(item, to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        append(member.0, to: &text)
        text += ":"
        appendCompactly(member.1, to: &text)
      }
      text += "}"
    case .text, .number, .bool, .null: append(value, indent: "", to: &text)
    }
  }

  private static func append(_ value: JSONValue, indent: String, to text: inout String) {
    switch value {
    case .text(let string): append(string, to: &text)
    case .number(let number): text += String(number)
    case .bool(let value): text += value ? "true" : "false"
    case .null: text += "null"
    case .array(let items):
      append(items, "[", "]", indent, to: &text) { item, inner, text in append(item, indent: inner, to: &text)
      }
    case .object(let members):
      append(members, "{", "}", indent, to: &text) { member, inner, text in
        append(member.0, to: &text)
        text += ": "
        append(member.1, indent: inner, to: &text)
      }
    }
  }

  private static func append<Item>(
    _ items: [Item], _ open: String, _ close: String, _ indent: String, to text: inout String,
    each write: (Item, String, inout String) -> Void
  ) {
    text += open
    let inner = indent + "  "
    for (index, item) in items.enumerated() {
      text += index == 0 ? "\n\(inner)" : ",\n\(inner)"
      write(item, inner, &text)
    }
    text += items.isEmpty ? close : "\n\(indent)\(close)"
  }

  private static func append(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
