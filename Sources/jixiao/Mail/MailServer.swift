// The server a message is handed to, as named with --smtp.

/// An SMTP server: `smtp://host[:port]` or `smtps://host[:port]`.
struct MailServer: Hashable {
  let isEncryptedFromTheStart: Bool
  /// A host name or IPv4 address, or an IPv6 address in brackets.
  let host: String
  let port: Int

  /// The address without anything but scheme, host and port.
  var url: String { "\(isEncryptedFromTheStart ? "smtps" : "smtp")://\(host):\(port)" }
  /// For messages: `mail.example.cn:587`.
  var shown: String { "\(host):\(port)" }

  /// The machine itself: nothing travels, so nothing must be encrypted.
  var isLoopback: Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    let isIPv4 = parts.count == 4 && parts.allSatisfy { $0.map((0...255).contains) ?? false }
    return host.lowercased() == "localhost" || host == "[::1]" || isIPv4 && parts[0] == 127
  }

  /// A usage fault for anything else: user names and passwords in the address, paths, other schemes.
  init(_ text: String) throws {
    let lowered = text.lowercased()
    let scheme = ["smtps://", "smtp://"].first { lowered.hasPrefix($0) }
    guard let scheme else {
      throw UsageFault(
        message: "邮件服务器“\(MailServer.shown(text))”应形如 smtp://mail.example.cn:587 或 smtps://mail.example.cn")
    }
    var rest = text.dropFirst(scheme.count)
    if rest.last == "/" { rest = rest.dropLast() }
    guard !rest.contains("@") else {
      throw UsageFault(
        message: "邮件服务器地址里不写用户名和密码；用户名用 --user，密码用环境变量 JIXIAO_SMTP_PASSWORD 或 --password-file")
    }
    isEncryptedFromTheStart = scheme == "smtps://"
    var port = Substring(isEncryptedFromTheStart ? "465" : "587")
    if rest.first == "[", let close = rest.firstIndex(of: "]") {
      host = String(rest[...close])
      let after = rest[rest.index(after: close)...]
      if !after.isEmpty { port = after.first == ":" ? after.dropFirst() : "" }
    } else {
      let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      host = String(parts[0])
      if parts.count == 2 { port = parts[1] }
    }
    let isNamed = !host.isEmpty && host.utf8.count <= 255 && host.utf8.allSatisfy(MailServer.mayStand)
    guard isNamed, let number = Int(port), (1...65535).contains(number), port.allSatisfy(\.isNumber) else {
      throw UsageFault(message: "邮件服务器“\(MailServer.shown(text))”的主机名或端口不对，应形如 smtp://mail.example.cn:587")
    }
    self.port = number
  }

  private static func mayStand(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"),
      UInt8(ascii: "["), UInt8(ascii: "]"):
      true
    default: false
    }
  }

  /// A password typed into the address is not repeated.
  private static func shown(_ text: String) -> String {
    DiskPath(text.split(separator: "@").last.map(String.init) ?? "").display
  }
}
