// A whole message (RFC 5322, MIME): mixed → alternative (text, HTML), then the attachments. Same input, same bytes.

/// A message before anybody's address is on it: what `邮件/摘要.eml` holds.
struct EmailMessage {
  /// A file that goes with it.
  struct Attachment {
    /// The name its reader sees.
    let name: String
    /// `text/csv`, `text/html`.
    let type: String
    let charset: String
    let bytes: [UInt8]

    /// A document of the output folder under its own name.
    init(_ document: Document) {
      self.init(
        path: document.path, format: document.format, encoding: document.encoding, bytes: document.bytes)
    }

    init(path: String, format: DocumentFormat, encoding: TextEncoding, bytes: [UInt8]) {
      name = path.split(separator: "/").last.map(String.init) ?? path
      type = format == .csv ? "text/csv" : "text/html"
      charset = encoding == .gb18030 ? "GB18030" : "UTF-8"
      self.bytes = bytes
    }
  }

  let subject: String
  let date: Day
  let text: [UInt8]
  let html: [UInt8]
  let attachments: [Attachment]

  /// The message without From and To.
  func bytes() -> [UInt8] {
    let digest = Digest.sha256(of: [Array(subject.utf8), text, html] + attachments.map(\.bytes))
    let (outer, inner) = ("jixiao-mixed-\(digest.prefix(24))", "jixiao-alternative-\(digest.suffix(24))")
    var body: [UInt8] = []
    body.reserveCapacity(
      4096 + (text.count + html.count + attachments.reduce(0) { $0 + $1.bytes.count }) * 7 / 5)
    func line(_ text: String) {
      body.append(contentsOf: text.utf8)
      body.append(contentsOf: "\r\n".utf8)
    }
    func part(_ type: String, _ charset: String, _ bytes: [UInt8], name: String? = nil) {
      body.append(contentsOf: EmailHeader.parameters("Content-Type", type, [("charset", charset)]).utf8)
      line("Content-Transfer-Encoding: base64")
      if let name {
        let field = EmailHeader.parameters("Content-Disposition", "attachment", [("filename", name)])
        body.append(contentsOf: field.utf8)
      }
      line("")
      Base64.appendLines(bytes, to: &body)
    }
    line("--\(outer)")
    body.append(
      contentsOf: EmailHeader.parameters("Content-Type", "multipart/alternative", [("boundary", inner)]).utf8)
    line("")
    line("--\(inner)")
    part("text/plain", "UTF-8", text)
    line("--\(inner)")
    part("text/html", "UTF-8", html)
    line("--\(inner)--")
    for attachment in attachments {
      line("--\(outer)")
      part(attachment.type, attachment.charset, attachment.bytes, name: attachment.name)
    }
    line("--\(outer)--")
    return EmailDraft(
      fields: [
        EmailHeader.text("Subject", subject), "MIME-Version: 1.0\r\n",
        EmailHeader.parameters("Content-Type", "multipart/mixed", [("boundary", outer)]),
      ], body: body
    ).dated(date)
  }

  /// `2023年度预算绩效自评价摘要（94.80分，优）－单位`; what kind of data it is stands in front.
  static func subject(_ report: CheckedReport) -> String {
    let unit = report.submission.unit
    let half = report.period == .half
    let title = report.period.span(of: unit.year) + (half ? "绩效运行监控摘要" : "预算绩效自评价摘要")
    var result = ""
    if half {
      result = report.headline?.signal.map { "（总体\($0.word)）" } ?? ""
    } else if let total = report.headline?.total, let grade = report.headline?.grade {
      result = "（\(total.text)分，\(grade.rawValue)）"
    }
    return EmailMessage.prefix(unit) + title + result + "－" + EmailSummary.capped(unit.name, 60)
  }

  /// `【示例数据】` before the subject where the data are of a special nature.
  static func prefix(_ unit: BudgetUnit) -> String {
    let nature = EmailSummary.capped(unit.dataNature, 200).split { "：:，,。；; ".contains($0) }.first ?? ""
    return nature.isEmpty ? "" : "【\(EmailSummary.capped(String(nature), 12))】"
  }
}

/// A message of ours read back from its bytes, so that addresses can be put on it.
public struct EmailDraft: Sendable {
  /// Unfolded nowhere: each field as it stands, with its continuation lines and the CRLF.
  private let fields: [String]
  private let body: [UInt8]

  init(fields: [String], body: [UInt8]) { (self.fields, self.body) = (fields, body) }

  /// Nil for bytes that are no message this tool wrote.
  public init?(_ bytes: [UInt8]) {
    var fields: [String] = []
    var start = 0
    while let end = EmailDraft.endOfLine(bytes, from: start) {
      let line = bytes[start..<end]
      start = end
      if line.count == 2 {
        guard fields.contains(where: { $0.hasPrefix("Content-Type: multipart/mixed;") }) else { return nil }
        (self.fields, body) = (fields, Array(bytes[end...]))
        return
      }
      guard line.allSatisfy({ $0 < 0x7F }), let text = String(validating: line, as: UTF8.self) else {
        return nil
      }
      if text.first == " " {
        guard !fields.isEmpty else { return nil }
        fields[fields.count - 1] += text
      } else {
        fields.append(text)
      }
    }
    return nil
  }

  /// After the CRLF of the line that starts here; nil where there is none.
  private static func endOfLine(_ bytes: [UInt8], from start: Int) -> Int? {
    guard let feed = bytes[start...].firstIndex(of: 0x0A), feed > start, bytes[feed - 1] == 0x0D else {
      return nil
    }
    return feed + 1
  }

  private func without(_ names: [String]) -> [String] {
    fields.filter { field in !names.contains { field.hasPrefix("\($0):") } }
  }

  /// The message with a date and an identifier, and no addresses.
  func dated(_ day: Day) -> [UInt8] {
    let rest = without(["From", "To", "Cc", "Reply-To", "Date", "Message-ID"])
    return EmailDraft.bytes([], day, rest, body, domain: "jixiao.invalid")
  }

  /// The message as it is sent: addresses, the day (00:00 +0800), and an identifier made from all of it.
  /// - Parameters:
  ///   - envelope: whom it is from and to; Bcc stays out of the message.
  ///   - day: for the Date field.
  ///   - subject: instead of the one it has.
  /// - Returns: the message's bytes.
  /// - Throws: `EmailFault` for a subject with line breaks or invisible characters.
  public func addressed(
    _ envelope: EmailEnvelope, on day: Day, subject: String? = nil
  ) throws(EmailFault) -> [UInt8] {
    var rest = without(["From", "To", "Cc", "Reply-To", "Date", "Message-ID"])
    if let subject {
      if let scalar = subject.unicodeScalars.first(where: EmailAddress.isHidden) {
        throw EmailFault(description: "主题里有不可用的字符 \(VisibleText.name(of: scalar))，不允许换行和看不见的字符")
      }
      guard !Folding.isBlank(subject), subject.count <= 200 else {
        throw EmailFault(description: "主题须有内容，至多200个字")
      }
      rest = [EmailHeader.text("Subject", subject)] + rest.filter { !$0.hasPrefix("Subject:") }
    }
    var addresses = [EmailHeader.addresses("From", [envelope.from])]
    addresses.append(
      envelope.to.isEmpty ? "To: undisclosed-recipients:;\r\n" : EmailHeader.addresses("To", envelope.to))
    if !envelope.cc.isEmpty { addresses.append(EmailHeader.addresses("Cc", envelope.cc)) }
    if let replyTo = envelope.replyTo { addresses.append(EmailHeader.addresses("Reply-To", [replyTo])) }
    return EmailDraft.bytes(addresses, day, rest, body, domain: envelope.from.domain)
  }

  private static func bytes(
    _ addresses: [String], _ day: Day, _ rest: [String], _ body: [UInt8], domain: String
  ) -> [UInt8] {
    let head = (addresses + ["Date: \(EmailHeader.date(day))\r\n"] + rest).joined()
    let digest = Digest.sha256(of: [Array(head.utf8), body])
    let full = "\(head)Message-ID: <\(digest.prefix(32))@\(domain)>\r\n\r\n"
    var bytes: [UInt8] = []
    bytes.reserveCapacity(full.utf8.count + body.count)
    bytes.append(contentsOf: full.utf8)
    bytes.append(contentsOf: body)
    return bytes
  }
}
