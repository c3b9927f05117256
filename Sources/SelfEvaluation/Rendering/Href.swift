// Addresses from one file of the output folder to another.

enum Href {
  /// The address of `target` as seen from the page `page`, both paths inside the output folder; percent-encoded.
  static func relative(from page: String, to target: String, id: String? = nil) -> String {
    encoded(path(from: page, to: target)) + (id.map { "#" + $0 } ?? "")
  }

  /// The same as a plain path, for `data-csv`.
  static func path(from page: String, to target: String) -> String {
    let (from, to) = (page.utf8, target.utf8)
    // As far as both go the same way, folder by folder.
    var shared = (from: from.startIndex, to: to.startIndex)
    var (left, right) = (shared.from, shared.to)
    while left < from.endIndex, right < to.endIndex, from[left] == to[right] {
      let isFolder = from[left] == UInt8(ascii: "/")
      from.formIndex(after: &left)
      to.formIndex(after: &right)
      if isFolder { shared = (left, right) }
    }
    let ups = from[shared.from...].count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: ups) + target[shared.to...]
  }

  /// A path with everything but letters, digits, `-._~` and `/` percent-encoded (RFC 3986).
  static func encoded(_ path: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * path.utf8.count)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digit(byte >> 4))
        bytes.append(digit(byte & 15))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
