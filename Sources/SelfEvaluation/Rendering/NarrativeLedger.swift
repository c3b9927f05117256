// Nothing is said twice in one report: what a unit wrote in two places is told once, and what two rows would say in
// the same words is told with the name of its sheet.

/// Sentences made from figures, which must not be lost when another sheet has the same ones.
struct DistinctSentences {
  private var used: Set<ByteKey> = []

  /// The sentence, with its subject in front where it was used before.
  mutating func say(_ sentence: String, of subject: String) -> String {
    if used.insert(ByteKey(sentence)).inserted { return sentence }
    let named = sentence.startsWithBytes(subject) ? "\(subject)：\(sentence)" : subject + sentence
    used.insert(ByteKey(named))
    return named
  }
}

/// The sentences already used in a whole report.
struct NarrativeLedger {
  private var used: Set<ByteKey> = []
  /// Shorter sentences may come back.
  private let shortest = 12

  /// The blocks without sentences that were said before; blocks left empty and headings left alone are dropped.
  mutating func unrepeated(_ blocks: [NarrativeBlock]) -> [NarrativeBlock] {
    var kept: [NarrativeBlock] = []
    for block in blocks {
      switch block {
      case .paragraph(let text):
        let fresh = fresh(text)
        if !fresh.isEmpty { kept.append(.paragraph(fresh)) }
      case .list(let items):
        let fresh = items.map { self.fresh($0) }.filter { !$0.isEmpty }
        if !fresh.isEmpty { kept.append(.list(fresh)) }
      case .heading, .table, .figure: kept.append(block)
      }
    }
    return kept.enumerated().filter { index, block in
      guard case .heading = block else { return true }
      guard index + 1 < kept.count else { return false }
      if case .heading = kept[index + 1] { return false }
      return true
    }.map(\.element)
  }

  private mutating func fresh(_ text: String) -> String {
    let sentences = Prose.sentences(text)
    let kept = sentences.filter { sentence in
      sentence.unicodeScalars.count < shortest || used.insert(ByteKey(sentence)).inserted
    }
    return kept.count == sentences.count ? text : kept.joined()
  }
}
