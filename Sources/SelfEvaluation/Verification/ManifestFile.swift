// manifest.json read back, by jixiao verify and before an older report is replaced.

internal import Foundation

/// The parts of a manifest that can be checked again.
public struct ManifestFile: Decodable, Sendable {
  public struct Entry: Decodable, Sendable {
    public let role: String
    public let format: String
    public let path: String
    public let sha256: String
    let seals: [String: Seal]?

    struct Seal: Decodable, Sendable {
      let rows: String
      let columns: String
    }
  }

  public let tool: String
  /// `year` or `half`.
  let period: String?
  let year: Int?
  public let documents: [Entry]

  /// Nil for bytes that are no manifest of this tool.
  public init?(_ bytes: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(ManifestFile.self, from: Data(bytes)),
      manifest.tool == "jixiao"
    else { return nil }
    self = manifest
  }
}
