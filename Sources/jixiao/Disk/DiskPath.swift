// Paths as the kernel keeps them, bytes, and the one place that makes them readable.

import SelfEvaluation

/// A path as bytes: a name from a Windows zip in GBK is not UTF-8 and must still open.
struct DiskPath: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The path of something below this folder.
  func appending(_ part: some Sequence<UInt8>) -> DiskPath {
    if self == DiskPath(".") { return DiskPath(bytes: part) }
    let slash = bytes.isEmpty || bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
    return DiskPath(bytes: bytes + slash + part)
  }

  /// The path without slashes at its end; `/` stays.
  var withoutTrailingSlashes: DiskPath {
    let end = bytes.lastIndex { $0 != UInt8(ascii: "/") }
    return DiskPath(bytes: end.map { bytes[...$0] } ?? bytes.prefix(1))
  }

  /// The part after the last slash.
  var name: [UInt8] {
    Array(bytes[(bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...])
  }

  /// The folder that holds the last part: `.` for a bare name.
  var parent: DiskPath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return DiskPath(".") }
    return slash == 0 ? DiskPath("/") : DiskPath(bytes: bytes[..<slash]).withoutTrailingSlashes
  }

  /// For messages: UTF-8, else GB18030, with marks for what nobody sees or could move a terminal's cursor.
  var display: String { TextDecoder.displayName(bytes) }
}
