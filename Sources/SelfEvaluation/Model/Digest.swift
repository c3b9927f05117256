// SHA-256, for the manifest and for telling one submission from another.

internal import CNettle

/// Digests as the manifest writes them, by Nettle.
public enum Digest {
  /// The SHA-256 of some bytes as 64 lower-case hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String { sha256(of: [bytes]) }

  /// The SHA-256 of several byte strings one after the other.
  static func sha256(of parts: [[UInt8]]) -> String {
    var context = sha256_ctx()
    unsafe nettle_sha256_init(&context)
    for part in parts {
      unsafe part.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        unsafe nettle_sha256_update(&context, buffer.count, start)
      }
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    let size = digest.count
    unsafe digest.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe nettle_sha256_digest(&context, size, start)
    }
    var text: [UInt8] = []
    text.reserveCapacity(2 * size)
    for byte in digest {
      text.append(digit(byte >> 4))
      text.append(digit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
