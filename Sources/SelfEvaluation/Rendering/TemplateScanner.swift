// The tags of a mustache template with their places, read without running it.

/// One tag.
struct TemplateTag: Hashable {
  enum Kind: Hashable {
    /// `{{{name}}}`
    case markup
    /// `{{#name}}`
    case section
    /// `{{^name}}`
    case inverted
    /// `{{/name}}`
    case close
    /// `{{> name}}`
    case partial
    /// `{{! words }}`
    case comment
  }

  let kind: Kind
  let name: String
  /// From 1.
  let line: Int
  /// From 1, in Unicode scalars.
  let column: Int
  /// The bytes of the tag, braces included.
  let range: Range<Int>
}

/// Reads the part of mustache that page shells may use; everything else is a fault.
struct TemplateScanner {
  private let file: String
  private let bytes: [UInt8]
  private var position = 0
  /// The line of `position`, and where it begins.
  private var line = 1
  private var lineStart = 0
  private var tags: [TemplateTag] = []
  private var faults: [TemplateFault] = []

  private init(_ bytes: [UInt8], file: String) { (self.bytes, self.file) = (bytes, file) }

  /// The tags in order, and what cannot be one. `bytes` are UTF-8.
  static func scan(_ bytes: [UInt8], file: String) -> ([TemplateTag], [TemplateFault]) {
    var scanner = TemplateScanner(bytes, file: file)
    scanner.run()
    return (scanner.tags, scanner.faults)
  }

  private mutating func run() {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "{"), starts("{{") { tag() } else { advance() }
    }
  }

  private mutating func tag() {
    let start = (position: position, line: line, column: column)
    advance(2)
    let sign = position < bytes.count ? bytes[position] : UInt8(ascii: " ")
    let isTriple = sign == UInt8(ascii: "{")
    if StaticString("{#^/>!&<$=%*").holds(sign) { advance() }
    guard let content = content(until: isTriple ? "}}}" : "}}") else {
      faults.append(fault(start, "标签没有闭合，缺少“\(isTriple ? "}}}" : "}}")”"))
      return
    }
    let name = Folding.trimmed(content)
    guard let kind = kind(of: sign) else {
      faults.append(fault(start, refusal(of: sign, name)))
      return
    }
    guard kind == .comment || isName(name, of: kind) else {
      let reason = name.hasBytes("(") ? "不能使用变换" : "不是合法的名称"
      faults.append(fault(start, "“\(name)”\(reason)，只能写已约定的名称"))
      return
    }
    tags.append(
      TemplateTag(
        kind: kind, name: name, line: start.line, column: start.column, range: start.position..<position))
  }

  private func kind(of sign: UInt8) -> TemplateTag.Kind? {
    switch sign {
    case UInt8(ascii: "{"): .markup
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "!"): .comment
    default: nil
    }
  }

  private func refusal(of sign: UInt8, _ name: String) -> String {
    switch sign {
    case UInt8(ascii: "="): "不能更改分隔符"
    case UInt8(ascii: "%"): "不能使用编译指令“%\(name)”"
    case UInt8(ascii: "<"), UInt8(ascii: "$"):
      "不能使用模板继承“\(Unicode.Scalar(sign))\(name)”"
    case UInt8(ascii: "*"): "不能使用动态名称“*\(name)”"
    case UInt8(ascii: "&"): "不能使用“&”，请写成“{{{\(name)}}}”"
    default: "取值都是转义好的标记，请用三重花括号写成“{{{\(name)}}}”"
    }
  }

  private func isName(_ name: String, of kind: TemplateTag.Kind) -> Bool {
    let rest = kind == .partial ? name.filter { $0 != "." && $0 != "-" } : name
    return rest.first?.isLetter == true && rest.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  private mutating func content(until close: StaticString) -> String? {
    let start = position
    while position < bytes.count {
      if starts(close) {
        let content = String(decoding: bytes[start..<position], as: UTF8.self)
        advance(close.utf8CodeUnitCount)
        return content
      }
      advance()
    }
    return nil
  }

  private func starts(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { unsafe bytes[position + $0] == text.utf8Start[$0] }
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < bytes.count {
      position += 1
      if bytes[position - 1] == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, position) }
    }
  }

  /// Counted when asked for: only tags and faults have one.
  private var column: Int { bytes[lineStart..<position].count { $0 & 0xC0 != 0x80 } + 1 }

  private func fault(_ place: (position: Int, line: Int, column: Int), _ message: String) -> TemplateFault {
    TemplateFault(file: file, line: place.line, column: place.column, message: message)
  }
}

extension StaticString {
  fileprivate func holds(_ byte: UInt8) -> Bool {
    (0..<utf8CodeUnitCount).contains { unsafe utf8Start[$0] == byte }
  }
}
