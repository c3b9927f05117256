// The page shells, checked as a whole before the first page is rendered.

/// What a page puts behind a name.
enum PageValue: Sendable {
  case markup(MarkupText)
  case list([PageValues])

  /// Text of any origin, escaped.
  static func text(_ text: String) -> PageValue { .markup(MarkupText(text)) }
}

typealias PageValues = [String: PageValue]

/// The templates compiled into the program, some perhaps replaced; every tag of them is known to have a value.
public struct TemplateLibrary: Sendable {
  private let shells: [PageKind: PageShell]
  private let files: [String: [UInt8]]
  /// Whether some file is not the built-in one.
  let isChanged: Bool

  /// Shells, partials and style: what is rendered.
  static let partials = ["head.html", "banner.html", "foot.html", "style.css", "index.js"]
  /// The schema of all pages.
  static let schemaName = "page.rng"
  /// The narrower schema of the mail, whose page is made without a shell: mail programs leave little to choose.
  static let mailSchemaName = "mail.rng"
  /// Every file that may be replaced.
  public static var fileNames: [String] {
    PageKind.allCases.map(\.file) + partials + [schemaName, mailSchemaName]
  }

  /// The embedded templates, with some replaced by name (`--templates`); `README.md` and the folder `rubrics` may
  /// stand beside them.
  /// - Throws: all faults of all templates.
  public init(overrides: [String: [UInt8]] = [:]) throws(TemplateFaults) {
    var files: [String: [UInt8]] = [:]
    for name in TemplateLibrary.fileNames { files[name] = EmbeddedFiles.bytes(named: name) }
    var faults: [TemplateFault] = []
    for (name, bytes) in overrides.sorted(by: { $0.key < $1.key }) {
      if files[name] != nil {
        files[name] = bytes
      } else if name != "README.md", !name.hasPrefix("rubrics/") {
        let advice = Nearest.advice(for: name, among: TemplateLibrary.fileNames, otherwise: "核对文件名")
        faults.append(TemplateFault(file: name, line: 1, column: 1, message: "不是模板文件；\(advice)"))
      }
    }
    self.files = files
    isChanged = !overrides.isEmpty
    shells = try TemplateLibrary.checked(files, faults)
  }

  private static func checked(
    _ files: [String: [UInt8]], _ found: [TemplateFault]
  ) throws(TemplateFaults) -> [PageKind: PageShell] {
    var faults = found
    var tags: [String: [TemplateTag]] = [:]
    for name in PageKind.allCases.map(\.file) + partials {
      let bytes = files[name] ?? []
      guard String(validating: bytes, as: UTF8.self) != nil else {
        faults.append(TemplateFault(file: name, line: 1, column: 1, message: "不是UTF-8编码"))
        continue
      }
      let (found, broken) = TemplateScanner.scan(bytes, file: name)
      tags[name] = found
      faults += broken + styleFaults(bytes, name)
    }
    for page in PageKind.allCases { faults += TemplateCheck.faults(of: page, in: tags) }
    // A partial is checked with every page that includes it.
    var seen: Set<TemplateFault> = []
    faults = faults.filter { seen.insert($0).inserted }
    if !faults.isEmpty { throw TemplateFaults(faults: faults) }
    return Dictionary(
      uniqueKeysWithValues: PageKind.allCases.map { ($0, PageShell($0.file, files: files, tags: tags)) })
  }

  /// In XML a style or script may hold neither `<` nor `&`.
  private static func styleFaults(_ bytes: [UInt8], _ name: String) -> [TemplateFault] {
    guard name.hasSuffix(".css") || name.hasSuffix(".js"),
      bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
    else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
      .compactMap {
        line, content in
        guard let sign = content.firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
        else {
          return nil
        }
        let column = content[..<sign].count { $0 & 0xC0 != 0x80 } + 1
        return TemplateFault(
          file: name, line: line + 1, column: column,
          message: "\(name.hasSuffix(".js") ? "脚本" : "样式")中不能有“\(Unicode.Scalar(content[sign]))”，否则页面不是合格的XML"
        )
      }
  }

  /// The schema of a page: its name and bytes.
  public func schema(of page: PageKind) -> (name: String, bytes: [UInt8]) {
    (TemplateLibrary.schemaName, files[TemplateLibrary.schemaName] ?? [])
  }

  /// SHA-256 of all of them.
  public var digest: String {
    Digest.sha256(of: files.sorted { $0.key < $1.key }.flatMap { [Array($0.key.utf8) + [0], $0.value] })
  }

  /// The text of a template; empty for an unknown name.
  func text(of name: String) -> String { String(decoding: files[name] ?? [], as: UTF8.self) }

  /// The schema of the mail: its name and bytes.
  public var mailSchema: (name: String, bytes: [UInt8]) {
    (TemplateLibrary.mailSchemaName, files[TemplateLibrary.mailSchemaName] ?? [])
  }

  /// A finished page.
  /// - Throws: a fault if a value is missing or has no name: ours, not the template's.
  func render(_ page: PageKind, _ values: PageValues) throws(TemplateFaults) -> [UInt8] {
    var faults: [TemplateFault] = []
    TemplateLibrary.account(values, page.names, page.file, &faults)
    guard faults.isEmpty, let shell = shells[page] else {
      throw TemplateFaults(
        faults: faults + [TemplateFault(file: page.file, line: 1, column: 1, message: "页面无法生成")])
    }
    return shell.filled(with: values)
  }

  /// Each name accounted for: none without a value, no value without a name.
  private static func account(
    _ values: PageValues, _ names: [TemplateName], _ file: String, _ faults: inout [TemplateFault]
  ) {
    var known = 0
    for name in names {
      let value = values[name.name]
      if value != nil { known += 1 }
      switch (name.kind, value) {
      case (.markup, .markup?): break
      case (.list(let names), .list(let items)?): for item in items { account(item, names, file, &faults) }
      case (_, nil) where name.isOptional: break
      default: faults.append(TemplateFault(file: file, line: 1, column: 1, message: "“\(name.name)”没有取值"))
      }
    }
    guard known < values.count else { return }
    for name in values.keys.sorted() where !names.contains(where: { $0.name == name }) {
      faults.append(TemplateFault(file: file, line: 1, column: 1, message: "“\(name)”不在约定之内"))
    }
  }
}
