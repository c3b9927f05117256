// The last member of manifest.json: a hash of all that stands before it, so that the manifest's own facts — score, grade,
// unit, inputs, hashes — cannot be changed unseen.

/// The seal of a manifest. It tells that the manifest was changed; whoever computes it anew is not found out, for
/// nothing in it is secret.
///
/// A sealed manifest ends with the 81 bytes `,` LF `  "seal": "` 64 lower-case hexadecimal digits `"` LF `}` LF. The
/// digits are the SHA-256 of every byte before that comma, that is, of the object without its last member and without
/// the line feed and the brace that close it.
public enum ManifestSeal: Sendable {
  /// The hash at the end is that of what stands before it.
  case intact
  /// There is a member `seal`, but it is not the hash of what stands before it, or not the last one.
  case broken
  /// There is none: an earlier version wrote the manifest, or somebody took the member out.
  case absent

  private static let opening = Array(",\n  \"seal\": \"".utf8)
  private static let closing = Array("\"\n}\n".utf8)
  /// What closes an object.
  private static let end = Array("\n}\n".utf8)
  private static let digits = 64

  /// How the seal of a manifest's bytes stands.
  public init(of manifest: [UInt8]) {
    guard let (content, seal) = ManifestSeal.parts(manifest) else {
      self = ManifestFile(manifest)?.seal == nil ? .absent : .broken
      return
    }
    self = Digest.sha256(Array(content)).utf8.elementsEqual(seal) ? .intact : .broken
  }

  /// A manifest with its seal; `bytes` are those of an object with members, as `JSONWriter` writes it, without a seal.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    let content = Array(bytes.dropLast(end.count))
    return content + opening + Array(Digest.sha256(content).utf8) + closing
  }

  /// The manifest sealed anew after one of its documents was written again. A seal that was broken before stays broken:
  /// nothing that somebody changed is made good by it.
  static func renewed(_ changed: [UInt8], insteadOf manifest: [UInt8]) -> [UInt8] {
    guard case .intact = ManifestSeal(of: manifest), let (content, _) = parts(changed) else { return changed }
    return sealed(Array(content) + end)
  }

  /// What is sealed, and the digits; nil where the bytes do not end as sealed ones do.
  private static func parts(_ manifest: [UInt8]) -> (content: ArraySlice<UInt8>, seal: ArraySlice<UInt8>)? {
    let length = opening.count + digits + closing.count
    guard manifest.count > length, manifest.suffix(closing.count).elementsEqual(closing) else { return nil }
    let content = manifest.dropLast(length)
    let rest = manifest.suffix(length)
    guard rest.prefix(opening.count).elementsEqual(opening) else { return nil }
    return (content, rest.dropFirst(opening.count).prefix(digits))
  }
}
