// Changed templates are proven before anything is read or rendered: each shell, filled with specimens, must be
// well-formed and valid, and a fault is told with its place in the template.

internal import Markup

/// The proof of all shells of a library under one schema.
struct ShellProof {
  let templates: TemplateLibrary
  let schema: Schema

  /// What is wrong, each fault once.
  var faults: [TemplateFault] {
    var seen: Set<TemplateFault> = []
    var faults: [TemplateFault] = []
    for page in PageKind.allCases {
      for isFull in [true, false] {
        let specimen = ShellSpecimen(of: page, in: templates, isFull: isFull)
        faults += self.faults(of: specimen, page).filter { seen.insert($0).inserted }
      }
    }
    return faults
  }

  private func faults(of specimen: ShellSpecimen, _ page: PageKind) -> [TemplateFault] {
    do throws(MarkupFault) {
      let document = try Markup.Document(parsing: Array(specimen.text.utf8), name: page.file)
      let invalid = document.validate(against: schema)
      _ = try document.ids()
      // The first is the innermost; the others say that what holds it is not valid either.
      if let first = invalid.first {
        let rule = "由此生成的页面不符合 \(TemplateLibrary.schemaName)：\(first.message)"
        return [fault(specimen, first, rule)]
      }
      return document.references().lazy.compactMap { reference in
        guard let message = ShellProof.rule(brokenBy: reference) else { return nil }
        let line = reference.attribute == "style" ? reference.line + 1 : reference.line
        let place = specimen.place(ofLine: line)
        return TemplateFault(file: place.file, line: place.line, column: place.column, message: message)
      }.prefix(1).map { $0 }
    } catch {
      return [fault(specimen, error, "由此生成的页面不是合格的XHTML：\(error.message)")]
    }
  }

  /// What a reference breaks whatever the report: a style has nothing but the places of its own page to name, and a link
  /// stays within the folder. What a link inside leads to is seen in the finished report.
  private static func rule(brokenBy reference: MarkedReference) -> String? {
    if reference.href.hasPrefix("#") { return nil }
    if reference.attribute == "style" {
      return "样式表不能引用别的文件（url()、@import），也不能有反斜杠转义：页面不引用外部内容，转义无法逐一核对；字符请直接写出"
    }
    guard RelativePath.resolve(reference.href, from: PageKind.index.file) == nil else { return nil }
    return
      "链接“\(VisibleText.shown(String(reference.href.prefix(80))))”指向报告文件夹以外：报告要能离线查看、整体归档，只能链接其中的文件和页内的位置；外部地址请写成文字"
  }

  private func fault(_ specimen: ShellSpecimen, _ fault: MarkupFault, _ message: String) -> TemplateFault {
    let place = specimen.place(ofLine: fault.line)
    return TemplateFault(file: place.file, line: place.line, column: place.column, message: message)
  }
}
