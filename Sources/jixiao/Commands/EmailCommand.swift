// jixiao email: the summary of a finished folder as a message, written or sent.

import ArgumentParser
import SelfEvaluation

struct EmailCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "email", abstract: "把已生成的摘要做成邮件：写成 .eml 文件，或直接发出；--by-project 则逐个项目催办。",
    discussion: """
      不加 --send 或 --sendmail 时只写文件：默认写进报告文件夹的 邮件/摘要.eml，可用邮件软件打开后发送。
      附件和正文取自报告文件夹，生成后改动过的不发。
      """)

  @Argument(help: ArgumentHelp("report 生成的文件夹", valueName: "文件夹"))
  var folder: String?

  @Option(help: ArgumentHelp("收件人：地址，或 姓名 <地址>；多人重复写", valueName: "地址"))
  var to: [String] = []

  @Option(help: ArgumentHelp("发件人", valueName: "地址"))
  var from: String

  @Option(help: ArgumentHelp("抄送；多人重复写", valueName: "地址"))
  var cc: [String] = []

  @Option(help: ArgumentHelp("密送，不写进邮件；多人重复写", valueName: "地址"))
  var bcc: [String] = []

  @Option(help: ArgumentHelp("回复到", valueName: "地址"))
  var replyTo: String?

  @Option(help: ArgumentHelp("主题，代替默认的", valueName: "文字"))
  var subject: String?

  @Option(help: ArgumentHelp("邮件日期，如 2024-01-15（默认取 SOURCE_DATE_EPOCH，否则今天）", valueName: "日期"))
  var date: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("写到这个文件，- 为标准输出；--by-project 时是新文件夹", valueName: "文件"))
  var output: String?

  @Flag(help: "按 projects.csv 的邮箱给每个项目负责人各写一封，附该项目的表和问题（要有 --submission）")
  var byProject = false

  @OptionGroup var source: ProjectEmailOptions
  @OptionGroup var delivery: DeliveryOptions

  /// Above this some mail programs cut the page off.
  private static let advisable = 100_000

  func run() throws {
    let route = try delivery.route()
    let day = try ReportDate.day(from: date)
    let sender = try EmailAddress(from)
    if byProject { return try ProjectMailing(command: self, sender: sender, day: day, route: route).run() }
    if let output, output != "-" { try refuse(DiskPath(output)) }
    guard let folder else { throw UsageFault(message: "缺少参数：report 生成的文件夹") }
    guard source.submission == nil else { throw UsageFault(message: "--submission 与 --by-project 一起使用") }
    guard !to.isEmpty || !bcc.isEmpty else { throw UsageFault(message: "没有收件人，用 --to 指定") }
    let finished = try FinishedFolder(folder)
    let page = try finished.document(OutputPaths.emailPage)
    if page.count > EmailCommand.advisable {
      try StandardError.write("jixiao: 警告：摘要有\(page.count / 1000) KB，超过100 KB的邮件在部分邮箱中会被截断\n")
    }
    guard let draft = EmailDraft(try finished.document(OutputPaths.emailMessage)) else {
      throw DiskFault(
        finished.path.appending(OutputPaths.emailMessage.utf8), .read, because: "不是本工具写的邮件，先重新生成报告")
    }
    let envelope = try envelope(sender, to: try to.map { try EmailAddress($0) })
    let message = try draft.addressed(envelope, on: day, subject: subject)
    if delivery.dryRun { return try StandardOutput.write(plan(message, envelope, route)) }
    if let route {
      if let output { try FileWriter.replace(DiskPath(output), message) }
      try route.deliver(message, envelope)
      return try StandardError.write("已发出：\(envelope.recipients.count)个收件人，\(message.count)字节\n")
    }
    if let output {
      try FileWriter.replace(DiskPath(output), message)
    } else {
      try finished.replace(OutputPaths.emailMessage, with: message)
    }
    if output != "-" {
      let place = output.map { DiskPath($0) } ?? finished.path.appending(OutputPaths.emailMessage.utf8)
      try StandardError.write("已写出（没有发送）：\(place.display)\n")
    }
  }

  /// The message may take the place of nothing that is read for it, and of nothing in a finished folder.
  private func refuse(_ output: DiskPath) throws {
    for (path, name) in [(delivery.passwordFile, "密码文件"), (delivery.authorities, "证书文件")] {
      guard let path, path != "-" else { continue }
      try OutputRefusal.check(output, against: DiskPath(path), called: name)
    }
    try OutputRefusal.checkDocuments(output)
  }

  /// With the copies of the command line.
  func envelope(_ sender: EmailAddress, to: [EmailAddress]) throws -> EmailEnvelope {
    EmailEnvelope(
      from: sender, to: to, cc: try cc.map { try EmailAddress($0) },
      bcc: try bcc.map { try EmailAddress($0) },
      replyTo: try replyTo.map { try EmailAddress($0) })
  }

  /// What a dry run says.
  func plan(_ message: [UInt8], _ envelope: EmailEnvelope, _ route: DeliveryOptions.Route?) -> String {
    func line(_ name: String, _ addresses: [EmailAddress]) -> String {
      addresses.isEmpty ? "" : "\(name)：\(addresses.map(\.text).joined(separator: "，"))\n"
    }
    return "试运行，没有发送也没有写文件\n" + line("发件人", [envelope.from]) + line("收件人", envelope.to)
      + line("抄送", envelope.cc) + line("密送", envelope.bcc) + line("回复到", envelope.replyTo.map { [$0] } ?? [])
      + "信封：\(envelope.from.address) → \(envelope.recipients.joined(separator: " "))\n"
      + "大小：\(message.count) 字节\n方式：\(route?.text ?? "只写文件")\n"
  }
}
