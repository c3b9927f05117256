// The compiled schemas of all pages; compiled once, shared by all tasks.

internal import Markup

public struct PageSchemas: Sendable {
  private let page: Schema

  /// The schemas of a template library.
  /// - Throws: template faults where a schema is no RELAX NG, and where a changed shell cannot become a valid page.
  public init(_ templates: TemplateLibrary) throws(TemplateFaults) {
    let (name, bytes) = templates.schema(of: .index)
    do throws(MarkupFault) {
      page = try Schema(relaxNG: bytes, name: name)
    } catch {
      throw TemplateFaults(
        faults: [
          TemplateFault(
            file: name, line: max(1, error.line), column: 1, message: "不是可用的RELAX NG结构规则：\(error.message)")
        ])
    }
    guard templates.isChanged else { return }
    let faults = ShellProof(templates: templates, schema: page).faults
    if !faults.isEmpty { throw TemplateFaults(faults: faults) }
  }

  /// The schema of a page by its role; nil for a role that has no page.
  func schema(of role: DocumentRole) -> Schema? {
    switch role {
    case .index, .unitSheet, .projectSheet, .report, .findings: page
    case .email, .indicators, .rollup, .reconciliation: nil
    }
  }
}
