// manifest.json read back, by jixiao verify and before an older report is replaced.

internal import Foundation

/// The parts of a manifest that can be checked again.
public struct ManifestFile: Decodable, Sendable {
  public struct Entry: Decodable, Sendable {
    public let role: String
    public let format: String
    public let path: String
    public let sha256: String
    /// 项目名称, for a project's documents.
    public let project: String?
    public let encoding: String?
    let seals: [String: Seal]?

    struct Seal: Decodable, Sendable {
      let rows: String
      let columns: String
    }
  }

  public let tool: String
  /// `year` or `half`.
  public let period: String?
  public let rubric: String?
  let year: Int?
  /// SHA-256 of the submission it was made from.
  public let submission: String?
  public let documents: [Entry]

  /// Nil for bytes that are no manifest of this tool.
  public init?(_ bytes: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(ManifestFile.self, from: Data(bytes)),
      manifest.tool == "jixiao"
    else { return nil }
    self = manifest
  }

  /// A document by its path.
  public func entry(at path: String) -> Entry? { documents.first { $0.path == path } }

  /// The manifest's bytes after one document has changed.
  public static func bytes(_ manifest: [UInt8], replacing old: String, with new: String) -> [UInt8] {
    Array(String(decoding: manifest, as: UTF8.self).replacing("\"\(old)\"", with: "\"\(new)\"").utf8)
  }
}
