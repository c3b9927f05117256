// Addresses from one file of the output folder to another.

enum Href {
  /// The address of `target` as seen from the page `page`, both paths inside the output folder; percent-encoded.
  static func relative(from page: String, to target: String, id: String? = nil) -> String {
    encoded(path(from: page, to: target)) + (id.map { "#" + $0 } ?? "")
  }

  /// The same as a plain path, for `data-csv`.
  static func path(from page: String, to target: String) -> String {
    let from = page.split(separator: "/").dropLast()
    let to = target.split(separator: "/")
    var shared = 0
    while shared < from.count, shared < to.count - 1, from[shared] == to[shared] { shared += 1 }
    return String(repeating: "../", count: from.count - shared) + to.dropFirst(shared).joined(separator: "/")
  }

  /// A path with everything but letters, digits, `-._~` and `/` percent-encoded (RFC 3986).
  static func encoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
