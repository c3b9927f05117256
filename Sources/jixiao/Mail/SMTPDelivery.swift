// Handing a message to an SMTP server; the one file that sees libcurl (package trait SMTP).

#if SMTP
  import CCurl
  import Glibc
#endif

/// A server with everything it has to be told.
struct SMTPDelivery {
  let server: MailServer
  let user: String?
  let password: String?
  /// PEM file of certificates to trust instead of the system's.
  let authorities: String?
  /// Neither encryption nor a proven certificate is demanded.
  let isInsecure: Bool
  /// For the whole conversation.
  let seconds: Int

  /// Whether STARTTLS is demanded: everywhere but on this machine.
  var requiresEncryption: Bool { !isInsecure && !server.isLoopback }

  #if SMTP
    /// Whether this build can send.
    static let isAvailable = true

    /// Hands the message over.
    /// - Throws: `MailFault` unless the server took it for every recipient.
    func deliver(_ message: [UInt8], from sender: String, to recipients: [String]) throws(MailFault) {
      var result = jixiao_mail_result()
      let isTaken = unsafe withTexts(recipients) { list in
        unsafe withText(server.url) { url in
          unsafe withText(sender) { sender in
            unsafe withText(user) { user in
              unsafe withText(password ?? "") { password in
                unsafe withText(authorities) { authorities in
                  unsafe message.withUnsafeBufferPointer { bytes in
                    var mail = unsafe jixiao_mail(
                      url: url, sender: sender, recipients: list, recipient_count: recipients.count,
                      message: bytes.baseAddress, message_size: bytes.count, user: user, password: password,
                      authorities: authorities, requires_encryption: requiresEncryption ? 1 : 0,
                      proves_certificate: isInsecure ? 0 : 1, connect_seconds: min(seconds, 30),
                      total_seconds: seconds)
                    return unsafe jixiao_send_mail(&mail, &result)
                  }
                }
              }
            }
          }
        }
      }
      if isTaken == 1 { return }
      throw fault(result)
    }

    private func fault(_ result: jixiao_mail_result) -> MailFault {
      let command = SMTPDelivery.text(result.command)
      let words = SMTPDelivery.text(result.words)
      let recipient = SMTPDelivery.text(result.recipient)
      let detail = SMTPDelivery.text(result.detail)
      let isRefused = words.first == "4" || words.first == "5"
      let said = isRefused ? "服务器说：\(words)" : detail
      let place = server.shown
      var message: String
      var concernsRecipient = false
      switch Int(result.code) {
      case -1: message = "没有找到libcurl（libcurl.so.4），安装 libcurl4，或改用 --sendmail"
      case 6: message = "找不到邮件服务器“\(server.host)”（\(detail)），核对 --smtp"
      case 7: message = "连不上邮件服务器 \(place)（\(detail)），核对主机名、端口和网络"
      case 28: message = "邮件服务器 \(place) 在\(seconds)秒内没有\(command.isEmpty ? "答话" : "答复\(command)")"
      case 64:
        message = "邮件服务器 \(place) 没有提供加密（STARTTLS），不在明文连接上发送（\(said)）；确属可信的内网可加 --insecure"
      case 60: message = "邮件服务器 \(place) 的证书没有通过核验（\(detail)）；自签证书用 --authorities 指定"
      case 35, 51, 53, 54, 58, 59, 66, 77, 80, 83, 90, 91:
        message = "与邮件服务器 \(place) 建立加密连接失败（\(said)）"
      case 67: message = "邮件服务器 \(place) 不接受用户名或密码，\(said)"
      default:
        switch command {
        case "RCPT" where isRefused:
          concernsRecipient = true
          message = "收件人“\(recipient)”被邮件服务器 \(place) 拒收，\(said)"
        case "MAIL" where isRefused: message = "发件人被邮件服务器 \(place) 拒绝，\(said)"
        case "DATA" where isRefused: message = "邮件被服务器 \(place) 拒收，\(said)"
        case "AUTH" where isRefused: message = "邮件服务器 \(place) 不接受用户名或密码，\(said)"
        case "": message = "与邮件服务器 \(place) 的连接中断（\(detail)）"
        default: message = "与邮件服务器 \(place) 的会话在\(command)时中断（\(said)）"
        }
      }
      let unsure = result.is_uploaded != 0 && !isRefused && command == "DATA"
      message += unsure ? "；正文已传完而服务器没有确认收下，不算发出，重发前先核实" : "；没有发出"
      return MailFault(message: message, concernsRecipient: concernsRecipient)
    }

    /// The text of a fixed array of characters, without what a terminal would act on.
    private static func text<Characters>(_ characters: Characters) -> String {
      let bytes = unsafe withUnsafeBytes(of: characters) { unsafe Array($0.prefix { $0 != 0 }) }
      return DiskPath(bytes: bytes).display
    }

    private func withText<Value>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Value) -> Value {
      guard let text else { return body(nil) }
      return unsafe text.withCString { unsafe body($0) }
    }

    private func withTexts<Value>(
      _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
    ) -> Value {
      let copies = unsafe texts.map { unsafe strdup($0) }
      defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
      let pointers = unsafe copies.map { unsafe UnsafePointer<CChar>($0) }
      return unsafe pointers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
    }
  #else
    static let isAvailable = false

    /// This build cannot.
    func deliver(_ message: [UInt8], from sender: String, to recipients: [String]) throws(MailFault) {
      throw MailFault(message: "这个程序编译时没有带SMTP，改用 --sendmail，或用邮件软件打开写出的 .eml 发送")
    }
  #endif
}
