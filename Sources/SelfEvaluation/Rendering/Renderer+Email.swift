// 邮件: the summary as a page and as a message that carries it and the sheet.

extension Renderer {
  /// 邮件/摘要.html and 邮件/摘要.eml. `sheets` are the finished documents of all sheets; that of the headline goes
  /// with the message.
  static func email(_ facts: NarrativeFacts, _ paths: OutputPaths, sheets: [Document]) -> [Document] {
    let report = facts.report
    let summary = EmailSummary(facts, paths: paths)
    let html = EmailPage(summary: summary).bytes()
    let attached = [DocumentFormat.csv, .html].compactMap { format in
      sheets.first { document in
        report.headline.map { paths.sheet($0.name, format) == document.path } ?? false
      }
    }
    let message = EmailMessage(
      subject: EmailMessage.subject(report), date: report.options.date,
      text: EmailText(summary: summary).bytes(),
      html: html, attachments: attached.map(EmailMessage.Attachment.init))
    return [
      Document(
        role: .email, format: .html, path: OutputPaths.emailPage, bytes: html, project: nil, encoding: .utf8),
      Document(
        role: .email, format: .eml, path: OutputPaths.emailMessage, bytes: message.bytes(), project: nil,
        encoding: .utf8),
    ]
  }
}

extension OutputPaths {
  /// The summary as a page.
  public static let emailPage = "邮件/摘要.html"
  /// The message without addresses, from which `jixiao email` makes the one that is sent.
  public static let emailMessage = "邮件/摘要.eml"
}
