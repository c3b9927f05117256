// Stage 6: a checked report becomes documents.

internal import Synchronization

/// The system cannot write CSV in the encoding asked for.
public struct RenderingFault: Error, Sendable, CustomStringConvertible {
  /// What failed; Chinese, without a full stop.
  public let description: String
}

/// The stage between a checked report and its documents.
public enum Renderer {
  /// Every document of the output folder but the manifest, in the order of FORMATS §3; of some roles only where `roles`
  /// says so: what is not asked for is not rendered, and no page links to it.
  /// - Throws: `TemplateFaults`, or a `RenderingFault` where the system has no table for GB18030.
  public static func render(
    _ report: CheckedReport, templates: TemplateLibrary,
    roles: Set<DocumentRole> = Set(DocumentRole.ofReport),
    spread: Spread = oneAfterAnother
  ) throws -> [Document] {
    let rendering = Rendering(report, templates, roles)
    let parts = rendering.parts
    let results = Mutex<[Int: Result<[Document], any Error>]>([:])
    spread(parts.count) { index in
      let result = Result { try rendering.documents(of: parts[index]) }
      results.withLock { $0[index] = result }
    }
    let documents = try results.withLock { results in
      try parts.indices.flatMap { try results[$0]?.get() ?? [] }
    }
    // The mail was made with the sheet it carries; it stands behind the report.
    let mail = documents.filter { $0.role == .email }
    let place = documents.firstIndex { DocumentRole.data.contains($0.role) } ?? documents.endIndex
    return documents[..<place].filter { $0.role != .email } + mail + documents[place...]
  }

  static func html(
    _ role: DocumentRole, _ path: String, _ bytes: [UInt8], project: String? = nil
  ) -> Document {
    Document(role: role, format: .html, path: path, bytes: bytes, project: project, encoding: .utf8)
  }

  static func csv(
    _ role: DocumentRole, _ path: String, _ table: Table, _ encoding: TextEncoding, project: String? = nil
  ) throws -> Document {
    try csv(role, path, table.csvBytes, encoding, project: project)
  }

  /// Finished CSV of UTF-8 with byte-order mark, brought into its encoding.
  static func csv(
    _ role: DocumentRole, _ path: String, _ finished: [UInt8], _ encoding: TextEncoding,
    project: String? = nil
  ) throws -> Document {
    var bytes = finished
    if encoding == .gb18030 {
      guard let encoded = GB18030.encode(Array(bytes.dropFirst(3))) else {
        throw RenderingFault(description: "系统没有GB18030编码表，无法写出 \(path)")
      }
      bytes = encoded
    }
    return Document(role: role, format: .csv, path: path, bytes: bytes, project: project, encoding: encoding)
  }
}
