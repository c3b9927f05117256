// A member that stands twice in an object of JSON: readers take the one or the other, and nobody sees it.

enum RepeatedKeys {
  /// Members of one object; ours have a few dozen, and more would take long to compare.
  private static let limit = 1000

  /// The first key that its object has twice, that is written with escapes, which would hide such a one, or that is
  /// one too many.
  /// - Parameter bytes: one JSON value that another reader has found to be sound.
  /// - Returns: the key, nil for none.
  static func first(in bytes: [UInt8]) -> String? {
    // Hashes of the keys of all open objects; where each begins, nil for an array.
    var keys: [UInt64] = []
    var starts: [Int?] = []
    var isKey = false
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"):
        starts.append(keys.count)
        isKey = true
      case UInt8(ascii: "["):
        starts.append(nil)
        isKey = false
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if let start = starts.popLast() ?? nil { keys.removeSubrange(start...) }
        isKey = false
      case UInt8(ascii: ","):
        isKey = starts.last.map { $0 != nil } ?? false
      case UInt8(ascii: "\""):
        let start = index + 1
        let (end, hash, isEscaped) = text(bytes, from: start)
        if isKey, let open = starts.last ?? nil {
          if isEscaped || keys.count - open >= limit || keys[open...].contains(hash) {
            return String(decoding: bytes[start..<end], as: UTF8.self)
          }
          keys.append(hash)
          isKey = false
        }
        index = end
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Where a text ends, its FNV-1a hash, and whether it has escapes.
  private static func text(_ bytes: [UInt8], from start: Int) -> (end: Int, hash: UInt64, isEscaped: Bool) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isEscaped = false
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "\\") { (isEscaped, index) = (true, index + 1) }
      if index < bytes.count { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
      index += 1
    }
    return (min(index, bytes.count), hash, isEscaped)
  }
}
