// Paths as the kernel keeps them, bytes, and the one place that makes them readable.

import Glibc

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

  /// For messages: UTF-8 as it is, else decoded as GB18030, else with replacement characters. Controls, which
  /// could move a terminal's cursor, become `�`.
  var display: String { DiskPath.display(bytes) }

  /// A name or relative path for messages; see the property of this name.
  static func display(_ bytes: [UInt8]) -> String {
    let text =
      String(validating: bytes, as: UTF8.self) ?? decodedGB18030(bytes)
      ?? String(decoding: bytes, as: UTF8.self)
    let isControl = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .control }
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
  }

  /// The text of GB18030 bytes, nil where they are none.
  private static func decodedGB18030(_ bytes: [UInt8]) -> String? {
    guard let converter = unsafe iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1
    else { return nil }
    defer { _ = unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var inputLeft = input.count
    let capacity = bytes.count * 3
    var converted = -1
    let output = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      var outputLeft = capacity
      unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe buffer.withMemoryRebound(to: CChar.self) { target in
          var from = source.baseAddress
          var to = target.baseAddress
          converted = unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
        }
      }
      count = capacity - outputLeft
    }
    return converted == -1 ? nil : String(validating: output, as: UTF8.self)
  }
}
