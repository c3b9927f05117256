// The page leadership reads, as content: written down once as HTML and once as plain text.

/// What a mail says, in the order it says it; no markup, no addresses.
struct EmailSummary {
  /// One figure of the first row: 得分, 等级, 预算执行率.
  struct Figure {
    let label: String
    let value: String
    var remark = ""
  }

  /// What a piece of a bar stands for.
  enum Tone: CaseIterable {
    case score, red, yellow, green, blue
  }

  /// One bar: what part of the whole is filled, in percent, and the same in words.
  struct Bar {
    let label: String
    /// Whole percents, together at most 100.
    let parts: [(tone: Tone, percent: Int)]
    let value: String
  }

  /// One entry of a list: what it is about, then what there is to say.
  struct Item {
    let lead: String
    var lines: [String] = []
  }

  enum Block {
    case paragraph(String)
    case bars([Bar])
    case items([Item])
  }

  struct Section {
    let heading: String
    let blocks: [Block]
  }

  let title: String
  /// Whose report, and of which time.
  let subtitle: String
  /// 数据性质; empty for ordinary data.
  let nature: String
  let figures: [Figure]
  let sections: [Section]
  /// Rubric, assumption, date and version.
  let footer: [String]

  /// Text of any origin for a mail: one line, nothing invisible, not longer than so many characters.
  static func capped(_ text: String, _ limit: Int) -> String {
    let line = Folding.trimmed(PageText.line(text))
    // No text has more characters than bytes.
    return line.utf8.count <= limit || line.count <= limit ? line : line.prefix(limit - 1) + "…"
  }
}
