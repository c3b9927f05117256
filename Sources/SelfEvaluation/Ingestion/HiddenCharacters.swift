// Characters that are in the text and not on the screen: control characters are errors, zero-width and
// direction-changing ones are warnings.

/// Looks through a decoded file for characters nobody can see.
enum HiddenCharacters {
  /// Findings of each kind per file; the others are counted, but the first of each character is listed.
  static let limit = 20
  /// Different characters that are listed beyond it, and those that are named of one run.
  private static let kindLimit = 256
  private static let runLimit = 256

  /// E102 for control characters and W115 for invisible ones, one for each run of them.
  static func findings(in text: SourceText, index: Int32) -> [Finding] {
    var findings = CappedFindings(path: text.path, limit: limit)
    let bytes = text.text.span
    var line: Int32 = 1
    var offset = 0
    var seen: Set<Unicode.Scalar> = []
    while offset < bytes.count {
      let byte = bytes[offset]
      // The bulk of all text: hanzi, whose bytes are known to be three, and printable ASCII.
      if byte >= 0xE4, byte <= 0xEE {
        offset += 3
        continue
      }
      if byte >= 0x20, byte < 0x7F {
        offset += 1
        continue
      }
      switch byte {
      case 0x20...0x7E, 0x80...0xC1, 0xE4...0xEE:
        offset += 1
      case 0xC2... where !VisibleText.mayHide(byte, bytes[offset + 1]):
        offset += 1
      case 0x0A:
        line += 1
        offset += 1
      case 0x0D:
        if offset + 1 == bytes.count || bytes[offset + 1] != 0x0A { line += 1 }
        offset += 1
      default:
        let first = scalar(of: bytes, at: offset)
        guard let code = code(of: first) else {
          offset += UTF8.width(first)
          continue
        }
        let (length, kinds) = run(of: code, in: bytes, at: offset)
        let origin = Origin(
          file: index, line: line, offset: Int32(offset), length: Int32(UTF8.width(first)))
        let isNew = seen.count < kindLimit && kinds.contains { !seen.contains($0) }
        if isNew { seen.formUnion(kinds) }
        findings.append(code, always: isNew) { finding(code, kinds, at: origin) }
        offset += length
      }
    }
    return findings.all
  }

  private static func code(of scalar: Unicode.Scalar) -> Code? {
    if VisibleText.isControl(scalar) { return .controlCharacter }
    return VisibleText.isInvisible(scalar) ? .invisibleCharacter : nil
  }

  /// How many bytes of such characters follow one another, and the first of the different ones among them.
  private static func run(
    of code: Code, in bytes: borrowing Span<UInt8>, at offset: Int
  ) -> (length: Int, kinds: [Unicode.Scalar]) {
    var (end, kinds): (Int, [Unicode.Scalar]) = (offset, [])
    while end < bytes.count {
      let scalar = scalar(of: bytes, at: end)
      guard self.code(of: scalar) == code else { break }
      if kinds.count < runLimit, !kinds.contains(scalar) { kinds.append(scalar) }
      end += UTF8.width(scalar)
    }
    return (end - offset, kinds)
  }

  private static func finding(_ code: Code, _ kinds: [Unicode.Scalar], at origin: Origin) -> Finding {
    let name = kinds.map { scalar in
      let meaning = names[scalar.value] ?? (VisibleText.isNoncharacter(scalar) ? "非字符" : nil)
      return VisibleText.name(of: scalar) + (meaning.map { "（\($0)）" } ?? "")
    }.joined(separator: "、")
    if code == .controlCharacter {
      return Finding(
        code, at: origin, "单元格里有控制字符 \(name)，表格中只允许制表符和换行", remedy: "删去这个看不见的字符；可在单元格中重新键入内容")
    }
    return Finding(
      code, at: origin, "单元格里有看不见的字符 \(name)，会妨碍名称比对或颠倒显示次序", remedy: "删去这个字符；它多半是从网页或聊天软件中粘贴来的")
  }

  private static let names: [UInt32: String] = [
    0x00: "空字符", 0x0B: "软换行", 0x1A: "文件结束符", 0x200B: "零宽空格", 0x200C: "零宽不连字", 0x200D: "零宽连字",
    0xAD: "软连字符", 0x061C: "阿拉伯字母标记", 0x2028: "行分隔符", 0x2029: "段分隔符", 0x3164: "谚文填充符",
    0x200E: "从左至右标记", 0x200F: "从右至左标记", 0x202D: "强制从左至右", 0x202E: "强制从右至左", 0x2060: "零宽连接",
    0xFEFF: "字节序标记",
  ]

  /// The scalar at an offset of text known to be UTF-8.
  private static func scalar(of bytes: borrowing Span<UInt8>, at offset: Int) -> Unicode.Scalar {
    let lead = UInt32(bytes[offset])
    let value: UInt32 =
      switch lead {
      case ..<0x80: lead
      case ..<0xE0: (lead & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F)
      case ..<0xF0:
        (lead & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
      default:
        (lead & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12 | UInt32(bytes[offset + 2] & 0x3F) << 6
          | UInt32(bytes[offset + 3] & 0x3F)
      }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
