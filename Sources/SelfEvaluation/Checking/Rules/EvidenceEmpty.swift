// N327: full points without anything to show for them.

extension Rule {
  static let evidenceEmpty = Rule(
    .evidenceEmpty,
    title: "满分而没有佐证材料",
    why: "复核时没有佐证的完成值按未完成处理；文件中有的指标写了佐证材料、有的没写时，逐个提示写满分而没有的",
    remedy: "填写佐证材料的名称，如台账、验收单、调查报告",
    firing: Example(.replace("actuals.csv", "28600台,,,,检定台账", with: "28600台,,,,")),
    clean: Example(.replace("actuals.csv", "28600台,,,,检定台账", with: "28600台,14.95,,,"))
  ) { examination in
    var filled: Set<Int32> = []
    for card in examination.cards {
      for filing in card.sheet.filings.values where !filing.evidence.isEmpty {
        filled.insert(filing.origin.file)
      }
    }
    return examination.rows.compactMap { examined in
      guard let filing = examined.filing, examined.filedOrigin != nil, filing.evidence.isEmpty,
        filled.contains(filing.origin.file), let score = examined.row.score, score > .zero,
        score == examined.row.weight
      else { return nil }
      return examined.finding(
        .evidenceEmpty, at: filing.origin, "“\(examined.indicator.name)”得满分\(score.text)，而佐证材料是空的",
        remedy: "填写佐证材料的名称，如台账、验收单、调查报告")
    }
  }
}
