// How mail leaves: by SMTP, by sendmail, or not at all.

import ArgumentParser
import SelfEvaluation

struct DeliveryOptions: ParsableArguments {
  @Flag(help: "经SMTP服务器发出（要有 --smtp）")
  var send = false

  @Option(
    help: ArgumentHelp(
      "邮件服务器，如 smtp://mail.example.cn:587（STARTTLS）或 smtps://mail.example.cn；默认取环境变量 JIXIAO_SMTP",
      valueName: "地址"))
  var smtp: String?

  @Option(help: ArgumentHelp("SMTP用户名；密码取自环境变量 JIXIAO_SMTP_PASSWORD 或 --password-file", valueName: "用户名"))
  var user: String?

  @Option(help: ArgumentHelp("放密码的文件，权限须为600", valueName: "文件"))
  var passwordFile: String?

  @Option(help: ArgumentHelp("信任此文件中的证书（PEM），代替系统的", valueName: "文件"))
  var authorities: String?

  @Flag(help: "允许不加密、不核验证书；只用于可信的内网")
  var insecure = false

  @Flag(help: "交给本机的sendmail发出（sendmail -t -i）")
  var sendmail = false

  @Option(help: ArgumentHelp("sendmail程序的路径", valueName: "程序"))
  var sendmailCommand: String?

  // Unconditional: a negative number, too, is the value and not an option.
  @Option(parsing: .unconditional, help: ArgumentHelp("每封邮件最多等多少秒（默认 60）", valueName: "秒"))
  var timeout = 60

  @Flag(help: "只说将发给谁、多大，不发也不写")
  var dryRun = false

  /// How to hand over.
  enum Route {
    case smtp(SMTPDelivery)
    case sendmail(SendmailDelivery)

    /// For a dry run.
    var text: String {
      switch self {
      case .smtp(let delivery):
        let protection =
          delivery.server.isEncryptedFromTheStart
          ? "TLS" : delivery.requiresEncryption ? "STARTTLS" : "不要求加密"
        return "\(delivery.server.url)（\(protection)\(delivery.user.map { "，用户 \($0)" } ?? "")）"
      case .sendmail(let delivery): return delivery.program ?? "sendmail"
      }
    }

    /// - Throws: `MailFault` unless the message was taken for every recipient.
    func deliver(_ message: [UInt8], _ envelope: EmailEnvelope) throws {
      switch self {
      case .smtp(let delivery):
        try delivery.deliver(message, from: envelope.from.address, to: envelope.recipients)
      case .sendmail(let delivery):
        try delivery.deliver(message, to: envelope.recipients, hasBlindCopies: !envelope.bcc.isEmpty)
      }
    }
  }

  /// The way chosen; nil where the message is only written.
  func route() throws -> Route? {
    guard (1...3600).contains(timeout) else { throw UsageFault(message: "--timeout 须在1到3600秒之间") }
    guard !(send && sendmail) else { throw UsageFault(message: "--send 和 --sendmail 只能用一个") }
    if sendmail { return .sendmail(SendmailDelivery(program: sendmailCommand, seconds: timeout)) }
    guard send else { return nil }
    guard let address = smtp ?? MailSecret.environment("JIXIAO_SMTP") else {
      throw UsageFault(message: "--send 要用 --smtp 说明邮件服务器，如 --smtp smtp://mail.example.cn:587")
    }
    let server = try MailServer(address)
    let password = try MailSecret.read(file: passwordFile)
    if user != nil, password == nil {
      throw UsageFault(message: "有用户名而没有密码：设环境变量 \(MailSecret.variable)，或用 --password-file 指定权限为600的文件")
    }
    if let user, user.isEmpty || user.utf8.contains(where: { $0 < 0x20 }) {
      throw UsageFault(message: "用户名是空的或含有控制字符")
    }
    if let authorities { _ = try FileReader.read(DiskPath(authorities), limit: 4 << 20) }
    return .smtp(
      SMTPDelivery(
        server: server, user: user, password: password, authorities: authorities, isInsecure: insecure,
        seconds: timeout))
  }
}
