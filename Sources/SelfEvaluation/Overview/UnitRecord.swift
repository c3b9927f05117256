// What batch keeps in a unit's folder, so that a resumed run can leave it alone and still tell the same line.

internal import Foundation

/// The line of a unit together with what it was made from.
public struct UnitRecord: Decodable, Sendable {
  /// Its path in the unit's folder.
  public static let path = "数据/批量记录.json"

  /// What the report was made from, hashed: see `key`.
  public let key: String
  private let line: String

  /// The unit's line with its line feed.
  public var bytes: [UInt8] { Array(line.utf8) + [UInt8(ascii: "\n")] }

  /// Nil for bytes that are no record.
  public init?(_ bytes: [UInt8]) {
    guard let record = try? JSONDecoder().decode(UnitRecord.self, from: Data(bytes)) else { return nil }
    self = record
  }

  /// The record as a document of the unit's folder.
  public static func document(_ line: UnitLine, key: String) -> Document {
    let text = String(decoding: line.bytes.dropLast(), as: UTF8.self)
    return Document(
      role: .record, format: .json, path: path,
      bytes: JSONWriter.write(.object([("key", .text(key)), ("line", .text(text))])), project: nil,
      encoding: .utf8)
  }

  /// The hash of all a unit's report depends on: version, options, templates, and the folder's path, its files and
  /// the names of what else lies in it.
  public static func key(
    folder: String, files: [SourceFile], others: [String], options: ReportOptions,
    roles: Set<DocumentRole>, templates: String
  ) -> String {
    let settings: [String] = [
      ToolVersion.current, options.period.rawValue, options.date.text, options.rubricName,
      options.rubricFile.map { "\($0.path) \(Digest.sha256($0.bytes))" } ?? "",
      options.encoding?.rawValue ?? "", options.csvEncoding.rawValue, String(options.failOnWarning),
      DocumentRole.ofReport.filter(roles.contains).map(\.rawValue).joined(separator: ","), templates, folder,
    ]
    let content = files.map { "\($0.path) \(Digest.sha256($0.bytes))" }
    // No text can hold a NUL that would pass for the next one's beginning.
    let parts = (settings + content + ["/"] + others).map { $0.replacing("\0", with: "\u{FFFD}") }
    return Digest.sha256(Array(parts.joined(separator: "\0").utf8))
  }

  /// Whether a unit's folder stands as its manifest says, and the manifest as its seal does; `read` gives the bytes of a
  /// path in it, nil where there are none.
  public static func stands(_ manifest: [UInt8], read: (String) -> [UInt8]?) -> Bool {
    guard case .intact = ManifestSeal(of: manifest), let listed = ManifestFile(manifest),
      listed.entry(at: path) != nil
    else { return false }
    return listed.documents.allSatisfy { entry in read(entry.path).map(Digest.sha256) == entry.sha256 }
  }
}
