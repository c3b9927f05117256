// The compiled schemas of all pages; compiled once, shared by all tasks.

internal import Markup

/// What a page must look like to be one of ours: RELAX NG for pages, and for mail.
public struct PageSchemas: Sendable {
  private let page: Schema
  private let mail: Schema

  /// The schemas of a template library.
  /// - Throws: template faults where a schema is no RELAX NG, and where a changed shell cannot become a valid page.
  public init(_ templates: TemplateLibrary) throws(TemplateFaults) {
    page = try PageSchemas.compiled(templates.schema(of: .index))
    mail = try PageSchemas.compiled(templates.mailSchema)
    guard templates.isChanged else { return }
    let faults = ShellProof(templates: templates, schema: page).faults
    if !faults.isEmpty { throw TemplateFaults(faults: faults) }
  }

  private static func compiled(
    _ schema: (name: String, bytes: [UInt8])
  ) throws(TemplateFaults) -> Schema {
    do throws(MarkupFault) {
      return try Schema(relaxNG: schema.bytes, name: schema.name)
    } catch {
      throw TemplateFaults(
        faults: [
          TemplateFault(
            file: schema.name, line: max(1, error.line), column: 1,
            message: "不是可用的RELAX NG结构规则：\(error.message)")
        ])
    }
  }

  /// The schema of a page by its role; nil for a role that has no page.
  func schema(of role: DocumentRole) -> Schema? {
    switch role {
    case .index, .unitSheet, .projectSheet, .report, .findings, .overview: page
    case .email: mail
    case .indicators, .rollup, .reconciliation, .record, .lineage: nil
    }
  }
}
