// One mail per project leader: what is still to be put right in the project's sheet, and the sheet (催报).

/// A finished sheet of the output folder, to go with a project's mail.
public struct FinishedSheet: Sendable {
  let project: String
  let attachment: EmailMessage.Attachment

  /// Nil for an entry that is no sheet of a project.
  public init?(_ entry: ManifestFile.Entry, bytes: [UInt8]) {
    guard entry.role == DocumentRole.projectSheet.rawValue, let project = entry.project,
      let format = DocumentFormat(rawValue: entry.format)
    else { return nil }
    self.project = project
    attachment = EmailMessage.Attachment(
      path: entry.path, format: format, encoding: entry.encoding.flatMap(TextEncoding.init) ?? .utf8BOM,
      bytes: bytes)
  }
}

/// A project's mail before its sender is on it.
public struct ProjectEmail: Sendable {
  /// 项目名称.
  public let project: String
  /// From 邮箱 of `projects.csv`, with 项目负责人 as the name where that can be written.
  public let to: [EmailAddress]
  /// Subject, text and page, not yet addressed.
  public let draft: EmailDraft
  /// A safe name for the message as a file.
  public let fileName: String

  /// What making them yields.
  public struct Batch: Sendable {
    /// One for each project that can be written to.
    public let mails: [ProjectEmail]
    /// Projects without 邮箱.
    public let silent: [String]
    /// 邮箱 that are no addresses, each with its project.
    public let faults: [String]
  }

  /// The mails of all projects, in the order of the submission.
  public static func batch(
    _ outcome: Pipeline.Outcome, on date: Day, sheets: [FinishedSheet]
  ) throws(EmailFault) -> Batch {
    var (mails, silent, faults): ([ProjectEmail], [String], [String]) = ([], [], [])
    for (index, sheet) in outcome.submission.projectSheets.enumerated() {
      let facts = outcome.submission.projects.first { $0.name == sheet.name }
      let addresses = (facts?.fact("邮箱") ?? "").split { ";；,，、 \n\t".contains($0) }
      guard !addresses.isEmpty else {
        silent.append(sheet.name)
        continue
      }
      do throws(EmailFault) {
        let to = try addresses.map { (text) throws(EmailFault) in
          try address(String(text), leader: addresses.count == 1 ? facts?.fact("项目负责人") ?? "" : "")
        }
        let page = ProjectEmailPage(outcome: outcome, project: sheet.name, date: date)
        let own = sheets.filter { $0.project == sheet.name }.map(\.attachment)
        guard let draft = EmailDraft(page.message(attachments: own)) else { continue }
        let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
        mails.append(
          ProjectEmail(
            project: sheet.name, to: to, draft: draft,
            fileName: "\(number)-\(FileName.safe(sheet.name, limit: 70)).eml"))
      } catch {
        faults.append("\(sheet.name)：\(error.description)")
      }
    }
    return Batch(mails: mails, silent: silent, faults: faults)
  }

  /// The leader's name is left out where it cannot stand in a header.
  private static func address(_ text: String, leader: String) throws(EmailFault) -> EmailAddress {
    let plain = try EmailAddress(text)
    guard !leader.isEmpty, plain.name.isEmpty else { return plain }
    do throws(EmailFault) { return try EmailAddress("\(leader) <\(plain.address)>") } catch { return plain }
  }
}

/// The content of one project's mail.
struct ProjectEmailPage {
  let outcome: Pipeline.Outcome
  let project: String
  let date: Day

  /// No more findings than this stand in the text; all are in the attached list.
  static let limit = 30

  private var findings: [Finding] {
    outcome.findings.filter { $0.sheet == project && $0.acknowledgement == nil }
  }

  /// The finished message without addresses.
  func message(attachments: [EmailMessage.Attachment]) -> [UInt8] {
    let unit = outcome.submission.unit
    let list = FindingsLayout(findings: findings, texts: outcome.submission.texts, csv: nil).table().csvBytes
    let attached =
      findings.isEmpty
      ? []
      : [EmailMessage.Attachment(path: "本项目问题清单.csv", format: .csv, encoding: .utf8BOM, bytes: list)]
    let summary = self.summary
    return EmailMessage(
      subject: EmailMessage.prefix(unit)
        + "\(span)\(half ? "绩效运行监控" : "绩效自评")：\(EmailSummary.capped(project, 60))（\(state)）",
      date: date, text: EmailText(summary: summary).bytes(), html: EmailPage(summary: summary).bytes(),
      attachments: attachments + attached
    ).bytes()
  }

  private var half: Bool { outcome.projects.first?.period == .half }
  private var span: String {
    (half ? Period.half : .year).span(of: outcome.submission.unit.year)
  }

  private func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

  private var state: String {
    let (errors, warnings) = (count(.error), count(.warning))
    if errors > 0 { return "\(errors)处须改正" }
    return warnings > 0 ? "\(warnings)处须核对" : "请核对"
  }

  private var summary: EmailSummary {
    let unit = outcome.submission.unit
    return EmailSummary(
      title: half ? "项目绩效运行监控填报核对" : "项目绩效自评填报核对",
      subtitle: "\(EmailSummary.capped(project, 100))　\(EmailSummary.subtitle(unit, span))",
      nature: EmailSummary.capped(unit.dataNature, 200), figures: figures, sections: [list, next],
      footer: EmailSummary.footer(outcome.rubric, date))
  }

  private var figures: [EmailSummary.Figure] {
    var figures = [
      EmailSummary.Figure(label: "须改正", value: String(count(.error)), remark: "错误"),
      EmailSummary.Figure(label: "须核对", value: String(count(.warning)), remark: "警告"),
    ]
    // A result that rests on errors is none.
    guard outcome.report != nil, let card = outcome.projects.first(where: { $0.name == project }) else {
      return figures
    }
    if half {
      figures.append(EmailSummary.Figure(label: "总体亮灯", value: card.signal?.word ?? "—"))
    } else {
      figures.append(
        EmailSummary.Figure(label: "得分", value: card.total?.text ?? "—", remark: card.grade?.rawValue ?? ""))
    }
    figures.append(
      EmailSummary.Figure(
        label: half ? "半年执行率" : "预算执行率", value: card.execution.rate.map { $0.rounded(to: 2) + "%" } ?? "—"))
    return figures
  }

  private var list: EmailSummary.Section {
    let heading = "本项目的问题"
    guard !findings.isEmpty else {
      return EmailSummary.Section(heading: heading, blocks: [.paragraph("没有发现问题。")])
    }
    let sorted = Severity.allCases.sorted().flatMap { level in findings.filter { $0.severity == level } }
    let items = sorted.prefix(ProjectEmailPage.limit).map { finding in
      EmailSummary.Item(
        lead: "\(finding.severity.rawValue) \(finding.code.rawValue)"
          + (finding.indicator.map { "　\(EmailSummary.capped($0, 60))" } ?? ""),
        lines: [
          EmailSummary.capped(finding.message, 240), "改法：\(EmailSummary.capped(finding.remedy, 160))",
          "位置：\(EmailSummary.capped(FindingText.position(finding.place, outcome.submission.texts), 120))",
        ])
    }
    let more =
      sorted.count > items.count ? [EmailSummary.Block.paragraph("共\(sorted.count)条，全部见附件。")] : []
    return EmailSummary.Section(heading: heading, blocks: [.items(items)] + more)
  }

  private var next: EmailSummary.Section {
    var steps: [String] = []
    if count(.error) > 0 { steps.append("改正\(count(.error))处错误，改好的填报表发回财务（绩效）部门") }
    if count(.warning) > 0 { steps.append("核对\(count(.warning))处警告：确有其事的写明原因，填错的改正") }
    steps.append("核对本项目的表和数，有出入的回复本邮件")
    return EmailSummary.Section(
      heading: "需要您做的", blocks: [.items(steps.map { EmailSummary.Item(lead: $0) })])
  }
}
