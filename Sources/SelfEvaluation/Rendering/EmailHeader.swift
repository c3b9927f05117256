// Header fields of a mail: encoded words (RFC 2047), parameters (RFC 2231), lines of at most 76 characters.

enum EmailHeader {
  /// Longest line, without its CRLF.
  static let width = 76

  /// A field of free text, such as Subject. What is not plain ASCII, or could be taken for an encoded word, is encoded.
  static func text(_ name: String, _ value: String) -> String {
    let line = PageText.line(value)
    let isPlain =
      line.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !line.contains("=?")
      && name.utf8.count + 2 + line.utf8.count <= width
    return field(name, isPlain ? [line] : encodedWords(line, first: width - name.utf8.count - 2))
  }

  /// A field of addresses, one on each line.
  static func addresses(_ name: String, _ addresses: [EmailAddress]) -> String {
    let parts = addresses.enumerated().flatMap { index, mailbox -> [String] in
      let comma = index + 1 < addresses.count ? "," : ""
      guard !mailbox.name.isEmpty else { return [mailbox.address + comma] }
      let name =
        isAtoms(mailbox.name)
        ? [mailbox.name] : encodedWords(mailbox.name, first: width - name.utf8.count - 2)
      return name + ["<\(mailbox.address)>\(comma)"]
    }
    return field(name, parts)
  }

  /// A field with parameters; values that are not plain ASCII are written as RFC 2231 asks, in pieces.
  static func parameters(_ name: String, _ value: String, _ parameters: [(name: String, value: String)])
    -> String
  {
    var parts = [value]
    for parameter in parameters {
      let isPlain = parameter.value.utf8.allSatisfy {
        (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
      let written =
        isPlain && parameter.value.utf8.count < 50
        ? ["\(parameter.name)=\"\(parameter.value)\""] : extended(parameter.name, parameter.value)
      for piece in written {
        parts[parts.count - 1] += ";"
        parts.append(piece)
      }
    }
    return field(name, parts)
  }

  /// The parts on as few lines as they fit, continued with a space.
  private static func field(_ name: String, _ parts: [String]) -> String {
    var text = "\(name):"
    var used = text.utf8.count
    for (index, part) in parts.enumerated() {
      if index > 0, used + 1 + part.utf8.count > width {
        text += "\r\n"
        used = 0
      }
      text += " " + part
      used += 1 + part.utf8.count
    }
    return text + "\r\n"
  }

  /// `=?UTF-8?B?…?=`, each of at most 75 characters and whole characters; white space between two is not shown.
  static func encodedWords(_ text: String, first: Int) -> [String] {
    let frame = "=?UTF-8?B?".utf8.count + "?=".utf8.count
    var words: [String] = []
    var piece: [UInt8] = []
    func room() -> Int { (min(75, words.isEmpty ? first : 75) - frame) / 4 * 3 }
    func finish() {
      words.append("=?UTF-8?B?\(Base64.text(piece))?=")
      piece = []
    }
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if !piece.isEmpty, piece.count + bytes.count > room() { finish() }
      piece += bytes
    }
    finish()
    return words
  }

  /// `filename*0*=UTF-8''%E9%83%A8…`; one piece where it fits.
  private static func extended(_ name: String, _ value: String) -> [String] {
    let room = 60 - name.utf8.count
    var pieces: [String] = [""]
    for scalar in value.unicodeScalars {
      let encoded = Href.encoded(String(scalar)).replacing("/", with: "%2F")
      if let last = pieces.last, !last.isEmpty, last.utf8.count + encoded.utf8.count > room {
        pieces.append("")
      }
      pieces[pieces.count - 1] += encoded
    }
    if pieces.count == 1 { return ["\(name)*=UTF-8''\(pieces[0])"] }
    return pieces.enumerated().map { "\(name)*\($0)*=\($0 == 0 ? "UTF-8''" : "")\($1)" }
  }

  /// Words of letters, digits and hyphens: a phrase that needs no quotes.
  private static func isAtoms(_ name: String) -> Bool {
    name.utf8.count < 60
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: " "):
          true
        default: false
        }
      }
  }

  /// `Mon, 15 Jan 2024 00:00:00 +0800`.
  static func date(_ day: Day) -> String {
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    // 1 March 0000, day 0, was a Wednesday.
    let number = day.day < 10 ? "0\(day.day)" : "\(day.day)"
    return "\(days[(day.ordinal + 3) % 7]), \(number) \(months[day.month - 1]) \(day.year) 00:00:00 +0800"
  }
}

/// Base64 (RFC 4648), with padding.
enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// In one piece.
  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    append(bytes, to: &text, width: .max)
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds lines of 76 characters, each ended by CRLF.
  static func appendLines(_ bytes: [UInt8], to text: inout [UInt8]) {
    append(bytes, to: &text, width: EmailHeader.width)
  }

  private static func append(_ bytes: [UInt8], to text: inout [UInt8], width: Int) {
    let groups = (bytes.count + 2) / 3
    let perLine = width / 4
    let lines = width == .max ? 0 : (groups + perLine - 1) / perLine
    let start = text.count
    text.append(contentsOf: repeatElement(UInt8(ascii: "="), count: 4 * groups + 2 * lines))
    unsafe text.withUnsafeMutableBufferPointer { target in
      unsafe bytes.withUnsafeBufferPointer { source in
        unsafe digits.withUnsafeBufferPointer { digits in
          var place = start
          var left = perLine
          for group in 0..<groups {
            let index = 3 * group
            let count = min(3, source.count - index)
            let first = unsafe source[index]
            let second = unsafe count > 1 ? source[index + 1] : 0
            let third = unsafe count > 2 ? source[index + 2] : 0
            unsafe target[place] = digits[Int(first >> 2)]
            unsafe target[place + 1] = digits[Int((first & 3) << 4 | second >> 4)]
            if count > 1 { unsafe target[place + 2] = digits[Int((second & 15) << 2 | third >> 6)] }
            if count > 2 { unsafe target[place + 3] = digits[Int(third & 63)] }
            place += 4
            left -= 1
            if lines > 0, left == 0 || group + 1 == groups {
              unsafe target[place] = 0x0D
              unsafe target[place + 1] = 0x0A
              place += 2
              left = perLine
            }
          }
        }
      }
    }
  }
}
