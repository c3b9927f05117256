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
  }

  let kind: Kind
  let name: String
  let line: Int
  let column: Int
}

/// Reads the part of mustache that page shells may use; everything else is a fault.
struct TemplateScanner {
  private let file: String
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var column = 1
  private var tags: [TemplateTag] = []
  private var faults: [TemplateFault] = []

  private init(_ text: String, file: String) { (scalars, self.file) = (Array(text.unicodeScalars), file) }

  /// The tags in order, and what cannot be one.
  static func scan(_ text: String, file: String) -> ([TemplateTag], [TemplateFault]) {
    var scanner = TemplateScanner(text, file: file)
    scanner.run()
    return (scanner.tags, scanner.faults)
  }

  private mutating func run() {
    while position < scalars.count {
      if starts("{{") { tag() } else { advance() }
    }
  }

  private mutating func tag() {
    let start = (line: line, column: column)
    advance(2)
    let sign = position < scalars.count ? scalars[position] : " "
    let isTriple = sign == "{"
    let close = isTriple ? "}}}" : "}}"
    let hasSign = "{#^/>!&<$=%*".unicodeScalars.contains(sign)
    if hasSign { advance() }
    guard let content = content(until: close) else {
      faults.append(fault(start, "标签没有闭合，缺少“\(close)”"))
      return
    }
    guard sign != "!" else { return }
    guard let kind = kind(of: sign) else {
      faults.append(fault(start, refusal(of: sign, content)))
      return
    }
    let name = Folding.trimmed(content)
    guard isName(name, of: kind) else {
      let reason = name.hasBytes("(") ? "不能使用变换" : "不是合法的名称"
      faults.append(fault(start, "“\(name)”\(reason)，只能写已约定的名称"))
      return
    }
    tags.append(TemplateTag(kind: kind, name: name, line: start.line, column: start.column))
  }

  private func kind(of sign: Unicode.Scalar) -> TemplateTag.Kind? {
    switch sign {
    case "{": .markup
    case "#": .section
    case "^": .inverted
    case "/": .close
    case ">": .partial
    default: nil
    }
  }

  private func refusal(of sign: Unicode.Scalar, _ content: String) -> String {
    switch sign {
    case "=": "不能更改分隔符"
    case "%": "不能使用编译指令“%\(Folding.trimmed(content))”"
    case "<", "$": "不能使用模板继承“\(sign)\(Folding.trimmed(content))”"
    case "*": "不能使用动态名称“*\(Folding.trimmed(content))”"
    case "&": "不能使用“&”，请写成“{{{\(Folding.trimmed(content))}}}”"
    default: "取值都是转义好的标记，请用三重花括号写成“{{{\(Folding.trimmed(content))}}}”"
    }
  }

  private func isName(_ name: String, of kind: TemplateTag.Kind) -> Bool {
    let rest = kind == .partial ? name.filter { $0 != "." && $0 != "-" } : name
    return rest.first?.isLetter == true && rest.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  private mutating func content(until close: String) -> String? {
    var content = String.UnicodeScalarView()
    while position < scalars.count {
      if starts(close) {
        advance(close.unicodeScalars.count)
        return String(content)
      }
      content.append(scalars[position])
      advance()
    }
    return nil
  }

  private func starts(_ text: String) -> Bool { scalars[position...].starts(with: text.unicodeScalars) }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < scalars.count {
      if scalars[position] == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
      position += 1
    }
  }

  private func fault(_ place: (line: Int, column: Int), _ message: String) -> TemplateFault {
    TemplateFault(file: file, line: place.line, column: place.column, message: message)
  }
}
