// SHA-256, for the manifest and for telling one submission from another.

internal import CNettle

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
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
