// The five largest shortfalls: where points were lost, or what shows red, and why.

struct EmailShortfalls {
  let facts: NarrativeFacts
  static let limit = 5

  init(_ facts: NarrativeFacts) { self.facts = facts }

  var section: EmailSummary.Section {
    let places = facts.isHalf ? alarming : losing
    let heading = facts.isHalf ? "亮红灯、黄灯的指标" : "失分最多的指标"
    guard !places.isEmpty else {
      let text = facts.isHalf ? "没有亮红灯或黄灯的指标。" : "没有失分的指标。"
      return EmailSummary.Section(heading: heading, blocks: [.paragraph(text)])
    }
    let shown = places.prefix(EmailShortfalls.limit)
    var blocks: [EmailSummary.Block] = [.items(shown.map(item))]
    if places.count > shown.count { blocks.append(.paragraph("各表合计\(places.count)个指标，其余见报告。")) }
    return EmailSummary.Section(heading: heading, blocks: blocks)
  }

  /// Of the sheet the headline is taken from, then of the projects, each from the largest loss. What a unit figure
  /// was rolled up from is not told again.
  private var losing: [PlacedIndicator] {
    let all = facts.all.filter { loss($0) > .zero }
    func sorted(_ places: [PlacedIndicator]) -> [PlacedIndicator] {
      places.enumerated().sorted { (loss($1.element), $0.offset) < (loss($0.element), $1.offset) }
        .map(\.element)
    }
    guard let headline = facts.report.headline else { return sorted(all) }
    let own = sorted(all.filter { $0.card.name == headline.name })
    let told = Set(
      own.prefix(EmailShortfalls.limit).flatMap { facts.rolled($0.row)?.contributions ?? [] }
        .map { "\($0.project)\u{1F}\($0.indicator.ordinal)" })
    let others = all.filter {
      $0.card.name != headline.name && !told.contains("\($0.card.name)\u{1F}\($0.row.indicator.ordinal)")
    }
    return own + sorted(others)
  }

  /// Red before yellow, in sheet order.
  private var alarming: [PlacedIndicator] {
    [Light.red, .yellow].flatMap { light in facts.all.filter { $0.row.signal?.light == light } }
  }

  private func loss(_ place: PlacedIndicator) -> Points {
    guard let weight = place.row.weight, let score = place.row.score else { return .zero }
    return weight - score
  }

  private func item(_ place: PlacedIndicator) -> EmailSummary.Item {
    let row = place.row
    let result =
      facts.isHalf
      ? row.signal?.word ?? ""
      : "失\(loss(place).text)分（分值\(row.weight?.text ?? "")）"
    let sheet = EmailSummary.capped(facts.name(place.card), 60)
    let actual = EmailSummary.capped(row.achievement?.text ?? "—", 60)
    let target = EmailSummary.capped(row.target?.text ?? "—", 60)
    return EmailSummary.Item(
      lead: "\(EmailSummary.capped(row.indicator.name, 60))：\(result)",
      lines: ["\(sheet)，指标值\(target)，完成值\(actual)"] + causes(place))
  }

  /// Reason and measure as filed; of a rolled-up figure, those of the projects it comes from.
  private func causes(_ place: PlacedIndicator) -> [String] {
    var rows = [(name: "", row: place.row)]
    if place.row.reason.isEmpty, place.row.measure.isEmpty, let figure = facts.rolled(place.row) {
      rows = figure.contributions.compactMap { part in
        guard let card = facts.projects.first(where: { $0.name == part.project }) else { return nil }
        return (EmailSummary.capped(part.project, 40) + "：", card.row(part.indicator.ordinal))
      }.filter { $0.row.isMet == false }
    }
    let lines = rows.prefix(2).flatMap { name, row -> [String] in
      let (reason, measure) = (Prose.reason(row.reason), Prose.clause(row.measure))
      return [
        reason.isEmpty ? "" : "原因：\(name)\(EmailSummary.capped(reason, 160))",
        measure.isEmpty ? "" : "措施：\(name)\(EmailSummary.capped(measure, 160))",
      ].filter { !$0.isEmpty }
    }
    return lines.isEmpty ? ["原因：\(computed(place) ?? "填报时未说明")"] : lines
  }

  /// The execution rate speaks for itself: what is left, and where most of it lies.
  private func computed(_ place: PlacedIndicator) -> String? {
    guard place.row.achievement?.source == .computed, let spent = place.card.execution.spent,
      let left = place.card.execution.budget.minus(spent)
    else { return nil }
    let rest = facts.projects.compactMap { card -> (name: String, left: Quantity)? in
      guard let spent = card.execution.spent else { return nil }
      return card.execution.budget.minus(spent).map { (card.name, $0) }
    }.max { $0.left < $1.left }
    let most =
      place.card.sheet.isUnit
      ? rest.map { "，其中\(EmailSummary.capped($0.name, 40))\($0.left.money)万元" } ?? "" : ""
    return "尚有\(left.money)万元未执行\(most)"
  }
}
