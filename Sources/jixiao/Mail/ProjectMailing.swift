// jixiao email --by-project: one message for each project leader.

import ArgumentParser
import SelfEvaluation

/// Where the mails of the projects come from.
struct ProjectEmailOptions: ParsableArguments {
  @Option(help: ArgumentHelp("填报目录，与 --by-project 一起使用", valueName: "填报目录"))
  var submission: String?

  @Option(help: ArgumentHelp("year 或 half，默认与报告文件夹相同", valueName: "期间"))
  var period: String?

  @Option(help: ArgumentHelp("评分办法，默认与报告文件夹相同", valueName: "名称或文件"))
  var rubric: String?

  @Option(help: ArgumentHelp("填报目录的编码，默认自动判断", valueName: "编码"))
  var encoding: String?

  /// The submission examined as `jixiao check` does; without options of its own, as the finished folder was.
  func examine(like manifest: ManifestFile?) throws -> Pipeline.Outcome {
    guard let submission else { throw UsageFault(message: "--by-project 要用 --submission 指定填报目录") }
    var arguments: [String] = []
    for (name, value) in [
      ("--period", period ?? manifest?.period), ("--rubric", rubric ?? manifest?.rubric),
      ("--encoding", encoding),
    ] {
      if let value { arguments += ["\(name)=\(value)"] }
    }
    return try SubmissionOptions.parse(arguments + ["--", submission]).examine()
  }
}

struct ProjectMailing {
  let command: EmailCommand
  let sender: EmailAddress
  let day: Day
  let route: DeliveryOptions.Route?

  /// One message ready to go.
  private struct Ready {
    let mail: ProjectEmail
    let envelope: EmailEnvelope
    let message: [UInt8]
  }

  func run() throws {
    guard command.to.isEmpty else { throw UsageFault(message: "--by-project 的收件人取自 projects.csv，不用 --to") }
    let finished = try command.folder.map { try FinishedFolder($0) }
    let outcome = try command.source.examine(like: finished?.manifest)
    if let finished, finished.manifest.submission != outcome.submission.digest {
      try StandardError.write("jixiao: 警告：填报目录在生成报告之后有改动，附上的表是改动之前的\n")
    }
    let sheets = try (finished?.manifest.documents ?? []).filter { $0.role == "project-sheet" }.compactMap {
      FinishedSheet($0, bytes: try finished?.document($0.path) ?? [])
    }
    let batch = try ProjectEmail.batch(outcome, on: day, sheets: sheets)
    for name in batch.silent {
      try StandardError.write("jixiao: 警告：项目“\(VisibleText.shown(name))”没有填写邮箱，不发\n")
    }
    guard batch.faults.isEmpty else {
      for fault in batch.faults { try StandardError.write("jixiao: \(VisibleText.shown(fault))\n") }
      throw DataHasErrors()
    }
    guard !batch.mails.isEmpty else {
      throw UsageFault(message: "没有可发的项目：projects.csv 的“邮箱”列都是空的")
    }
    let ready = try batch.mails.map { mail in
      let envelope = try command.envelope(sender, to: mail.to)
      return Ready(
        mail: mail, envelope: envelope,
        message: try mail.draft.addressed(envelope, on: day, subject: command.subject))
    }
    if command.delivery.dryRun {
      for item in ready {
        try StandardOutput.write(
          "【\(VisibleText.shown(item.mail.project))】\n"
            + command.plan(item.message, item.envelope, route))
      }
      return
    }
    if let output = command.output {
      try NewFolder.write(ready.map { ($0.mail.fileName, $0.message) }, to: DiskPath(output))
      try StandardError.write("已写出\(ready.count)封：\(DiskPath(output).display)\n")
    } else if route == nil {
      throw UsageFault(message: "--by-project 要用 -o 指定放邮件的文件夹，或用 --send、--sendmail 发出")
    }
    if let route { try send(ready, by: route) }
  }

  /// A refused recipient does not keep the others from theirs; anything else ends the round.
  private func send(_ ready: [Ready], by route: DeliveryOptions.Route) throws {
    var sent = 0
    var failed: [String] = []
    for item in ready {
      let name = VisibleText.shown(item.mail.project)
      do {
        try route.deliver(item.message, item.envelope)
        sent += 1
        try StandardError.write("已发出：\(name)\n")
      } catch let fault as MailFault {
        failed.append(name)
        try StandardError.write("jixiao: \(name)：\(fault.message)\n")
        if !fault.concernsRecipient { break }
      }
    }
    guard failed.isEmpty else {
      let rest = ready.count - sent - failed.count
      throw MailFault(
        message: "共\(ready.count)封，已发出\(sent)封，没有发出：\(failed.joined(separator: "、"))"
          + (rest > 0 ? "及其后\(rest)封" : ""))
    }
    try StandardError.write("共发出\(sent)封\n")
  }
}
