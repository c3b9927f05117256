// Words and punctuation of the narrative: how texts of the unit are joined, names quoted and figures written.

/// Small rules of official Chinese; no figures of its own.
enum Prose {
  /// A text the unit wrote, as one sentence or several, ending in a full stop; empty where it says nothing.
  static func stated(_ text: String) -> String { closed(string(inline(text, break: "。"))) }

  /// A text the unit wrote, to stand inside a sentence: its full stops become semicolons and the last mark goes.
  static func clause(_ text: String) -> String {
    let scalars = inline(text, break: "；")
    var clause: [Unicode.Scalar] = []
    clause.reserveCapacity(scalars.count)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "。", index + 1 < scalars.count, scalars[index + 1] == "”" { continue }
      clause.append(scalar == "。" ? "；" : scalar)
    }
    while let last = clause.last, endsSentence(last) { clause.removeLast() }
    return string(clause)
  }

  /// The text with a full stop, unless it ends a sentence already.
  static func closed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let last = scalars.last else { return "" }
    if endsSentence(last) { return text }
    let quotation = last == "”" && scalars.dropLast().last.map(endsSentence) == true
    return quotation ? text : text + "。"
  }

  /// The sentences of a text, each with the mark that ends it.
  static func sentences(_ text: String) -> [String] {
    var parts: [String] = []
    var start = text.startIndex
    let scalars = text.unicodeScalars
    var index = start
    while index < scalars.endIndex {
      let isEnd = scalars[index] == "。"
      scalars.formIndex(after: &index)
      if isEnd {
        parts.append(String(text[start..<index]))
        start = index
      }
    }
    return start == text.endIndex ? parts : parts + [String(text[start...])]
  }

  /// A reason without the words that lead it in.
  static func reason(_ text: String) -> String {
    let clause = clause(text)
    for lead in ["主要原因", "原因", "主要是", "由于", "因为"] where clause.startsWithBytes(lead) {
      let rest = clause.unicodeScalars.dropFirst(lead.unicodeScalars.count)
      if let first = rest.first, isMark(first) || first == "是" { return String(rest.dropFirst()) }
      return lead == "主要原因" || lead == "原因" ? clause : String(rest)
    }
    return clause
  }

  /// `“技改项目数量”`, with quotation marks inside as single ones.
  static func quoted(_ name: String) -> String {
    guard name.hasBytes("“") || name.hasBytes("”") else { return "“" + name + "”" }
    let inner = name.map { $0 == "“" ? "‘" : $0 == "”" ? "’" : $0 }
    return "“\(String(inner))”"
  }

  /// `“甲”“乙”`, after so many only the number of the rest is told.
  static func names(_ names: [String], atMost limit: Int = 6) -> String {
    let shown = names.prefix(limit).map(quoted).joined()
    return names.count > limit ? "\(shown)等\(names.count)个" : shown
  }

  /// Those that share a first or last place: `“甲”`, `“甲”和“乙”`, `“甲”等5个项目`.
  static func tied(_ names: [String]) -> String {
    names.count > 3 ? "\(quoted(names[0]))等\(names.count)个项目" : series(names.map(quoted))
  }

  /// `甲、乙和丙`; after so many only the number of all is told: `甲、乙等30个项目`.
  static func series(_ parts: [String], atMost limit: Int, of what: String) -> String {
    parts.count > limit
      ? "\(enumeration(Array(parts.prefix(limit))))等\(parts.count)\(what)" : series(parts)
  }

  /// `甲、乙和丙`.
  static func series(_ parts: [String]) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: "、") + "和" + last
  }

  /// `决策、过程`.
  static func enumeration(_ parts: [String]) -> String { parts.joined(separator: "、") }

  /// One of several ways to say it, by position.
  static func vary(_ index: Int, _ ways: [String]) -> String { ways.isEmpty ? "" : ways[index % ways.count] }

  /// 一 to 九十九.
  static func numeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(number) else { return "\(number)" }
    let tens = number / 10
    return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + digits[number % 10]
  }

  /// `37900.04万元`.
  static func money(_ amount: Quantity) -> String { amount.rounded(to: 2) + "万元" }

  /// `86.78%`.
  static func percent(_ rate: Quantity) -> String { rate.rounded(to: 2) + "%" }

  /// `part` as a share of `whole`; nil where the whole is 0.
  static func share(_ part: Quantity, of whole: Quantity) -> String? {
    Execution.percent(part, of: whole).map(percent)
  }

  /// The same for points.
  static func share(_ part: Points, of whole: Points) -> String? {
    share(Quantity(millionths: part.hundredths * 10_000), of: Quantity(millionths: whole.hundredths * 10_000))
  }

  /// `89.20分`.
  static func points(_ points: Points) -> String { points.text + "分" }
}
