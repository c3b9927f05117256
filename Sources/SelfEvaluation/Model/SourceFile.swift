// Where the flow begins: the files of a submission as values. The core never opens one itself.

/// One file of a submission folder, as handed over by the caller.
public struct SourceFile: Sendable {
  /// Path relative to the submission folder, decoded for display, with `/` between parts: `actuals/科研项目经费.csv`.
  public let path: String
  /// The bytes exactly as they stand on disk.
  public let bytes: [UInt8]

  /// A file with its display path and its bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// How the bytes of a file were read.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// Without a byte order mark.
  case utf8 = "UTF-8"
  /// With one: what Excel saves as “CSV UTF-8”, and what this tool writes.
  case utf8BOM = "UTF-8-BOM"
  /// Excel's “Unicode 文本”.
  case utf16LE = "UTF-16LE"
  /// The same from big-endian machines.
  case utf16BE = "UTF-16BE"
  /// The mandatory Chinese encoding, GBK within it.
  case gb18030 = "GB18030"
  /// GBK as Windows writes it, with 0x80 for €.
  case cp936 = "CP936"
}

/// A cell's place in a decoded file: enough to find line, column and the whole line again, and small enough to
/// travel with every value.
public struct Origin: Hashable, Sendable {
  /// Index of the file among the decoded files of the submission.
  public let file: Int32
  /// Physical line, counted from 1; line breaks inside quotes count.
  public let line: Int32
  /// Offset of the cell's first byte (its opening quote, if it has one) in the decoded UTF-8 text.
  public let offset: Int32
  /// Number of bytes of the cell as it stands in the decoded text, quotes included.
  public let length: Int32
}
