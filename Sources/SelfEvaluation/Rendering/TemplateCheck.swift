// The static check of page shells: rendering a checked shell cannot meet an unknown name, which would
// be left blank.

struct TemplateCheck {
  private let page: PageKind
  private let files: [String: [TemplateTag]]
  private var faults: [TemplateFault] = []
  /// Names met, with the lists around them: `sections.body`.
  private var used: Set<String> = []

  private struct Scope {
    let path: String
    let names: [TemplateName]
  }

  /// What is wrong with a page and the partials it includes, with the names of that page.
  static func faults(of page: PageKind, in files: [String: [TemplateTag]]) -> [TemplateFault] {
    var check = TemplateCheck(page: page, files: files)
    check.walk(page.file, [Scope(path: "", names: page.names)], within: [])
    check.checkRequired(page.names, path: "")
    return check.faults
  }

  private init(page: PageKind, files: [String: [TemplateTag]]) { (self.page, self.files) = (page, files) }

  private mutating func walk(_ file: String, _ outer: [Scope], within: [String]) {
    var scopes = outer
    var open: [(tag: TemplateTag, depth: Int)] = []
    for tag in files[file] ?? [] {
      switch tag.kind {
      case .markup:
        if let (found, _) = resolve(tag, scopes, file), case .list = found.kind {
          report(tag, file, "“\(tag.name)”是列表，要写成“{{#\(tag.name)}}…{{/\(tag.name)}}”")
        }
      case .section, .inverted:
        open.append((tag, scopes.count))
        guard let (found, path) = resolve(tag, scopes, file) else { continue }
        if tag.kind == .section, case .list(let names) = found.kind {
          scopes.append(Scope(path: path + ".", names: names))
        }
      case .close:
        guard let last = open.popLast() else {
          report(tag, file, "“{{/\(tag.name)}}”没有对应的开始标签")
          continue
        }
        scopes.removeLast(scopes.count - last.depth)
        if last.tag.name != tag.name {
          report(tag, file, "“{{/\(tag.name)}}”与第\(last.tag.line)行的“\(last.tag.name)”交叉")
        }
      case .partial: include(tag, file, scopes, within + [file])
      case .comment: break
      }
    }
    for (tag, _) in open { report(tag, file, "“\(tag.name)”没有结束标签“{{/\(tag.name)}}”") }
  }

  private mutating func include(_ tag: TemplateTag, _ file: String, _ scopes: [Scope], _ within: [String]) {
    if within.contains(tag.name) {
      report(tag, file, "局部模板“\(tag.name)”引用了自己")
    } else if files[tag.name] == nil {
      let advice = Nearest.advice(for: tag.name, among: files.keys.sorted(), otherwise: "核对文件名")
      report(tag, file, "没有名为“\(tag.name)”的局部模板；\(advice)")
    } else {
      walk(tag.name, scopes, within: within)
    }
  }

  private mutating func resolve(_ tag: TemplateTag, _ scopes: [Scope], _ file: String) -> (
    TemplateName, String
  )? {
    for scope in scopes.reversed() {
      if let found = scope.names.first(where: { $0.name == tag.name }) {
        let path = scope.path + tag.name
        used.insert(path)
        return (found, path)
      }
    }
    let known = scopes.flatMap { $0.names.map(\.name) }
    let advice = Nearest.advice(for: tag.name, among: known, otherwise: "可用的名称见 Templates/README.md")
    report(tag, file, "这一页没有“\(tag.name)”这个名称；\(advice)")
    return nil
  }

  private mutating func checkRequired(_ names: [TemplateName], path: String) {
    for name in names {
      let full = path + name.name
      if name.isRequired, !used.contains(full) {
        faults.append(
          TemplateFault(
            file: page.file, line: 1, column: 1, message: "缺少必须出现的“\(name.name)”（\(name.meaning)）"))
      }
      if case .list(let items) = name.kind, used.contains(full) { checkRequired(items, path: full + ".") }
    }
  }

  private mutating func report(_ tag: TemplateTag, _ file: String, _ message: String) {
    faults.append(TemplateFault(file: file, line: tag.line, column: tag.column, message: message))
  }
}
