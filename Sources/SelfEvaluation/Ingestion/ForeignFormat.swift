// Files that are no CSV at all, most often a workbook with its ending changed.

/// A kind of file that is sometimes sent with the ending `.csv`; the raw value is its name in a message.
enum ForeignFormat: String, Sendable {
  case xlsx = "Excel 工作簿（xlsx）"
  case xls = "旧版 Excel 或 WPS 工作簿（xls、et）"
  case ods = "OpenDocument 表格（ods）"
  case docx = "Word 文档（docx）"
  case zip = "压缩文件（zip）"
  case pdf = "PDF 文档"
  case webPage = "网页格式的表格（HTML 或 XML）"

  /// What the first bytes of a file show it to be; nil for text.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      let head = Self.head(bytes)
      self = Self.contents.first { head.contains($0.mark) }?.format ?? .zip
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .xls
    } else if bytes.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if Self.mayBeWebPage(bytes), Self.isWebPage(Self.head(bytes)) {
      self = .webPage
    } else {
      return nil
    }
  }

  private static func head(_ bytes: [UInt8]) -> String { String(decoding: bytes.prefix(4096), as: UTF8.self) }

  /// Whether the first byte, after a byte-order mark, is no other text than that of a web page.
  private static func mayBeWebPage(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard start < bytes.count else { return false }
    return bytes[start] == UInt8(ascii: "<") || !Folding.isStableLead(bytes[start])
  }

  /// E103 for a file of this format.
  func finding(path: String) -> Finding {
    Finding(
      .spreadsheetFile, at: .file(path), "\(path) 其实是\(rawValue)，只是改了扩展名；这里只读 CSV 文本",
      remedy: "用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”后重新提交")
  }

  /// Names near the start of a zip file that tell what is packed in it.
  private static let contents: [(mark: String, format: ForeignFormat)] = [
    ("opendocument.spreadsheet", .ods), ("word/", .docx), ("xl/", .xlsx), ("[Content_Types].xml", .xlsx),
  ]

  private static func isWebPage(_ head: String) -> Bool {
    let start = String(Folding.trimmed(head).prefix(20)).lowercased()
    return ["<html", "<!doctype", "<table", "<?xml"].contains { start.hasPrefix($0) }
  }
}
