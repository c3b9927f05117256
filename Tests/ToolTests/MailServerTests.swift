// Which servers are taken, and for which encryption is demanded.

import Testing

@testable import jixiao

struct MailServerTests {
  @Test(arguments: [
    ("smtp://mail.example.cn", "smtp://mail.example.cn:587", false),
    ("SMTPS://mail.example.cn/", "smtps://mail.example.cn:465", false),
    ("smtp://127.0.0.1:2525", "smtp://127.0.0.1:2525", true),
    ("smtp://localhost:25", "smtp://localhost:25", true),
    ("smtp://[::1]:25", "smtp://[::1]:25", true),
    ("smtp://127.0.0.1.example.cn", "smtp://127.0.0.1.example.cn:587", false),
    ("smtp://127.example.cn:25", "smtp://127.example.cn:25", false),
    ("smtp://localhost.example.cn", "smtp://localhost.example.cn:587", false),
  ]) func `servers`(text: String, url: String, isLoopback: Bool) throws {
    let server = try MailServer(text)
    #expect(server.url == url && server.isLoopback == isLoopback)
  }

  @Test(arguments: [
    "", "mail.example.cn", "http://mail.example.cn", "smtp://", "smtp://:25", "smtp://a:0", "smtp://a:65536",
    "smtp://a:x",
    "smtp://a:+25", "smtp://a/b", "smtp://a?b", "smtp://a#b", "smtp://u:p@a", "smtp://a b", "smtp://a\r\nb",
    "smtp://[::1", "smtp://例子",
  ]) func `other addresses are refused`(text: String) {
    #expect(throws: UsageFault.self) { try MailServer(text) }
  }

  @Test func `blind copies never depend on the header`() {
    #expect(SendmailDelivery.arguments(["a@b"], hasBlindCopies: false) == ["-t", "-i"])
    #expect(SendmailDelivery.arguments(["a@b", "c@d"], hasBlindCopies: true) == ["-i", "--", "a@b", "c@d"])
  }
}
