// What a figure of a unit's line can be: what no unit can have is refused, however well it is written.

/// The values that members of a line can have.
enum LineLimits {
  /// A number of things, from 0 to the largest that sums of many units hold, or to another member's value.
  static func count(
    _ value: Int, _ member: String, upTo limit: Int = Int(Int32.max), _ other: String = ""
  ) throws(LineFault) -> Int {
    guard value >= 0 else { throw LineFault(message: "“\(member)”的值“\(value)”是负数") }
    guard value <= limit else {
      throw LineFault(
        message: other.isEmpty
          ? "“\(member)”的值“\(value)”过大" : "“\(member)”的值“\(value)”大于“\(other)”的“\(limit)”")
    }
    return value
  }

  /// Points in hundredths: 0 to 100 points.
  static func points(_ value: Int?, _ member: String) throws(LineFault) -> Points? {
    guard let value else { return nil }
    guard (0...Int(Points.full.hundredths)).contains(value) else {
      throw LineFault(message: "“\(member)”的值“\(value)”不在0到10000之间，以百分之一分计")
    }
    return Points(hundredths: Int64(value))
  }

  /// Money in millionths of 万元: no submission has a negative amount (E221).
  static func money(_ digits: String?, _ member: String) throws(LineFault) -> Quantity? {
    guard let digits else { return nil }
    guard let value = Int64(digits) else {
      throw LineFault(message: "“\(member)”的值“\(VisibleText.shown(digits))”无法识别")
    }
    guard value >= 0 else { throw LineFault(message: "“\(member)”的值“\(value)”是负数") }
    return Quantity(millionths: value)
  }

  /// How many lights of each colour, in the order of `Light`; together no more than there are rows.
  static func lights(_ lights: [String: Int], rows: Int) throws(LineFault) -> [Int] {
    let names = Light.allCases.map { "\($0)" }
    if let other = lights.keys.filter({ !names.contains($0) }).min(by: Bytewise.precedes) {
      throw LineFault(message: "“lights”中的“\(VisibleText.shown(other))”无法识别")
    }
    var counts: [Int] = []
    var rest = rows
    for name in names {
      let value = try count(lights[name] ?? 0, "lights.\(name)")
      counts.append(value)
      rest -= value
    }
    guard rest >= 0 else { throw LineFault(message: "“lights”合计\(rows - rest)，大于“rows”的“\(rows)”") }
    return counts
  }

  /// A SHA-256: 64 lower-case hexadecimal digits.
  static func digest(_ text: String, _ member: String) throws(LineFault) -> String {
    let isDigest =
      text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isDigest else { throw LineFault(message: "“\(member)”的值“\(VisibleText.shown(text))”无法识别") }
    return text
  }
}
