// First step of reading: the bytes of a file become text, whatever Excel or WPS saved them as.

/// Finds out how a file is encoded and decodes it.
///
/// The order: workbooks are turned away; then a forced encoding; a byte-order mark; UTF-16 by its NULs; strict
/// UTF-8; strict GB18030; CP936. UTF-8 comes before GB18030 because no heading these files must have (项, 项目名称,
/// 单位指标, 编码 …) is legal UTF-8 when written in GB18030, so that the order is safe for small files too.
public enum TextDecoder {
  /// Size above which a file is not read, in bytes.
  static let maximumSize = 16 << 20

  /// The decoded file, with what was wrong with it. No text: E101, E103, E107 or E109; with text, there can be
  /// E102 and W115 for characters nobody can see.
  /// - Parameters:
  ///   - file: the file as it stands on disk.
  ///   - index: its place among the decoded files, for the origins of its cells.
  ///   - forced: the encoding named by `--encoding`, if there is one.
  ///   - limit: bytes above which it is not read; our own documents may be larger than what is handed in.
  /// - Returns: the text without byte-order mark, and the findings.
  static func decode(
    _ file: SourceFile, index: Int32, forced: TextEncoding? = nil, limit: Int = maximumSize
  ) -> (text: SourceText?, findings: [Finding]) {
    if file.bytes.count > limit { return (nil, [tooLarge(file)]) }
    if let format = ForeignFormat(file.bytes) { return (nil, [format.finding(path: file.path)]) }
    if file.bytes.isEmpty { return (nil, [empty(file)]) }
    switch decoded(file, forced) {
    case .failure(let fault):
      return (nil, [fault.finding(file)])
    case .success(let text):
      if isBlank(text.text[..<min(text.text.count, 1 << 16)]), isBlank(text.text[...]) {
        return (nil, [empty(file)])
      }
      return (text, HiddenCharacters.findings(in: text, index: index))
    }
  }

  private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
    if let first = text.first, Folding.isStableLead(first) { return false }
    return Folding.isBlank(String(decoding: text, as: UTF8.self))
  }

  /// A file name or other short text made of unknown bytes, for display: each part between `/` as UTF-8, else as
  /// GB18030, else its odd bytes as `\xNN`. Characters that would upset a terminal are made visible.
  public static func displayName(_ bytes: [UInt8]) -> String {
    bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { VisibleText.shown(name($0)) }.joined(separator: "/")
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    if case .success = UTF8Text.validate(bytes) { return String(decoding: bytes, as: UTF8.self) }
    if case .success(let utf8) = GB18030.decode(bytes) { return String(decoding: utf8, as: UTF8.self) }
    return bytes.map { (0x20...0x7E).contains($0) ? String(Unicode.Scalar($0)) : "\\x" + hex($0) }.joined()
  }

  /// Two upper-case hexadecimal digits.
  static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private static func empty(_ file: SourceFile) -> Finding {
    Finding(
      .emptyFile, at: .file(file.path), "\(file.path) 是空文件（\(file.bytes.count) 字节），至少应有标题行",
      remedy: "补上标题行和数据，或删去这个文件")
  }

  private static func tooLarge(_ file: SourceFile) -> Finding {
    Finding(
      .limitExceeded, at: .file(file.path),
      "\(file.path) 有 \(file.bytes.count) 字节，单个文件不得超过 \(maximumSize >> 20) MiB",
      remedy: "核对是否放错了文件，或把数据拆分到多个文件")
  }
}
