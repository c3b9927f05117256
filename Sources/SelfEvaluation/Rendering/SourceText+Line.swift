// The line a finding points at, as lists show it.

extension SourceText {
  /// The line of `excerpt(of:)` without its carets. Most lines are short and hold nothing that has to be marked: those
  /// are taken as they stand.
  func excerptLine(of origin: Origin, limit: Int = 100) -> String {
    let bytes = text.span
    let offset = min(max(0, Int(origin.offset)), bytes.count)
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    var end = start
    // No character is wider than two columns, and those of one byte are no wider than one.
    var width = 0
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D, width <= limit {
      if bytes[end] < 0x80 { width += 1 } else if bytes[end] >= 0xC0 { width += 2 }
      end += 1
    }
    guard width <= limit else { return excerpt(of: origin, limit: limit).line }
    let line = String(decoding: text[start..<end], as: UTF8.self)
    return PageText.traits(of: line).contains(.hidden) ? excerpt(of: origin, limit: limit).line : line
  }
}
