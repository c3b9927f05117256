// manifest.json read back, by jixiao verify and before an older report is replaced.

internal import Foundation

/// The parts of a manifest that can be checked again.
public struct ManifestFile: Decodable, Sendable {
  /// One document of the report, as FORMATS §3 lists them.
  public struct Entry: Decodable, Sendable {
    /// `index`, `unit-sheet`, `project-sheet` and so on (FORMATS §3).
    public let role: String
    /// `html`, `csv` or `eml`.
    public let format: String
    /// Relative to the report's folder, with `/` between parts.
    public let path: String
    /// 64 lower-case hexadecimal digits over the document's bytes.
    public let sha256: String
    /// 项目名称, for a project's documents.
    public let project: String?
    /// How a CSV document is written; nil for the others.
    public let encoding: String?
    let seals: [String: Seal]?

    struct Seal: Decodable, Sendable {
      let rows: String
      let columns: String
    }
  }

  /// Always `jixiao`: anything else is no manifest of ours.
  public let tool: String
  /// `year` or `half`.
  public let period: String?
  /// The name of the rubric in force, or the path of its file.
  public let rubric: String?
  /// 单位名称; nil for an overview of many.
  let unit: String?
  let year: Int?
  /// SHA-256 of the submission it was made from.
  public let submission: String?
  /// In the manifest's order.
  public let documents: [Entry]
  /// `ManifestSeal` says what it is; nil where an earlier version wrote the manifest.
  let seal: String?

  /// Nil for bytes that are no manifest of this tool.
  public init?(_ bytes: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(ManifestFile.self, from: Data(bytes)),
      manifest.tool == "jixiao"
    else { return nil }
    self = manifest
  }

  /// A document by its path.
  public func entry(at path: String) -> Entry? { documents.first { $0.path == path } }

  /// The manifest's bytes after one document has changed, sealed anew where the seal was intact.
  public static func bytes(_ manifest: [UInt8], replacing old: String, with new: String) -> [UInt8] {
    let changed = String(decoding: manifest, as: UTF8.self).replacing("\"\(old)\"", with: "\"\(new)\"")
    return ManifestSeal.renewed(Array(changed.utf8), insteadOf: manifest)
  }
}
