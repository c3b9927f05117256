// What the unit wrote, tidied for running text: line breaks, white space and punctuation.

extension Prose {
  /// Line breaks become a mark, runs of marks become one, marks at either end go; empty for 无, / and the like.
  static func inline(_ text: String, break mark: Unicode.Scalar) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count / 2)
    for line in text.unicodeScalars.split(whereSeparator: isLineBreak) {
      guard let first = line.firstIndex(where: { !isBlank($0) }),
        let last = line.lastIndex(where: { !isBlank($0) })
      else { continue }
      if !result.isEmpty { result.append(mark) }
      for scalar in line[first...last] {
        // White space stays between words of Latin letters only.
        if isSpace(scalar), result.last.map({ !$0.isASCII }) ?? true { continue }
        result.append(scalar)
      }
    }
    result = tidied(result)
    return saysNothing(result) ? [] : result
  }

  static func string(_ scalars: [Unicode.Scalar]) -> String {
    var buffer = ByteBuffer(capacity: 3 * scalars.count + 4)
    for scalar in scalars { buffer.append(scalar: scalar) }
    return buffer.text
  }

  private static func saysNothing(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count <= 8 else { return false }
    return ["无", "/", "-", "—", "暂无", "没有", "不适用"].contains(Folding.key(string(scalars)))
  }

  /// One mark where several follow one another: the strongest.
  private static func tidied(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    for scalar in text {
      guard isMark(scalar) else {
        result.append(scalar)
        continue
      }
      // None at the beginning.
      guard let last = result.last else { continue }
      if !isMark(last), !endsSentence(last) {
        result.append(scalar)
      } else if strength(scalar) > strength(last) {
        result[result.count - 1] = scalar
      }
    }
    while let last = result.last, isMark(last) || isSpace(last) || last == "." { result.removeLast() }
    return result
  }

  /// Marks inside a sentence and at its end that do not stand beside one another.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", "，", "、", "：", ";", ",": true
    default: false
    }
  }

  static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "…": true
    default: false
    }
  }

  private static func strength(_ mark: Unicode.Scalar) -> Int {
    switch mark {
    case "、": 0
    case ",": 1
    case "，": 2
    case "：": 3
    case ";": 4
    case "；": 5
    case "。": 6
    default: 7
    }
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// The property White_Space of Unicode, without a look at its tables.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// What is left off around a line, as `Folding.trimmed` does.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    isSpace(scalar) || VisibleText.isInvisible(scalar)
  }
}
